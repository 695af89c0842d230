/** Text tables: columns as wide as their widest cell, the first one to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

/** One row a figure, one column a set. */
export function sideBySide(sets: readonly { readonly name: string; readonly figures: Readonly<Record<string, string>> }[]): string {
  const names = Object.keys(sets[0]?.figures ?? {});
  return table(['', ...sets.map(({ name }) => name)], names.map((name) => [name, ...sets.map(({ figures }) => figures[name] ?? '-')]));
}

/** A share with its 95 % interval after Wilson (1927), which stays within 0 and 1 for small counts. */
export function wilson(hits: number, of: number): { share: number; low: number; high: number } {
  if (of === 0) return { share: NaN, low: NaN, high: NaN };
  const z = 1.96;
  const share = hits / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { share, low: centre - half, high: centre + half };
}

/** How much larger the share is in `after` than in `before` for the same questions, and half its 95 % interval (Newcombe 1998, the simple one for pairs). */
export function pairedDifference(before: readonly boolean[], after: readonly boolean[]): { difference: number; half: number } {
  const gained = after.filter((hit, index) => hit && before[index] === false).length;
  const lost = after.filter((hit, index) => !hit && before[index] === true).length;
  const of = after.length;
  return { difference: (gained - lost) / of, half: (1.96 * Math.sqrt(gained + lost - (gained - lost) ** 2 / of)) / of };
}

/** The chance that a member of `above` scores higher than one of `below` (Mann & Whitney); draws count half. */
export function auroc(above: readonly number[], below: readonly number[]): number {
  const scored = [...above.map((score) => ({ score, up: true })), ...below.map((score) => ({ score, up: false }))].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < scored.length; ) {
    let to = from;
    while (to < scored.length && scored[to]?.score === scored[from]?.score) to += 1;
    const rank = (from + 1 + to) / 2;
    ranks += rank * scored.slice(from, to).filter(({ up }) => up).length;
    from = to;
  }
  return (ranks - (above.length * (above.length + 1)) / 2) / (above.length * below.length);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** The largest number of right answers when at most `risk` of the answers may be wrong. */
export function mostRight(answers: readonly { confidence: number; right: boolean }[], risk: number): number {
  let wrong = 0;
  let best = 0;
  for (const [index, { right }] of answers.toSorted((a, b) => b.confidence - a.confidence).entries()) {
    if (!right) wrong += 1;
    if (wrong <= risk * (index + 1)) best = index + 1 - wrong;
  }
  return best;
}

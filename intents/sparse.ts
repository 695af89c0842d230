export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Rows in compressed form: row i holds `columns` and `values` from `starts[i]` up to `starts[i + 1]`. */
export interface SparseMatrix extends SparseRow {
  readonly starts: Int32Array;
}

export function stackRows(rows: readonly SparseRow[]): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.columns.length;
  const size = starts.at(-1) ?? 0;
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  for (const [index, row] of rows.entries()) {
    columns.set(row.columns, starts[index]);
    values.set(row.values, starts[index]);
  }
  return { starts, columns, values };
}

/** Solves `matrix` · x = `right` for a symmetric, positive definite matrix, by Cholesky's factorisation. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lower = factorise(matrix);
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  const x = [...right];
  for (let row = 0; row < x.length; row++) {
    for (let column = 0; column < row; column++) x[row] = (x[row] ?? 0) - at(row, column) * (x[column] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  for (let row = x.length - 1; row >= 0; row--) {
    for (let column = row + 1; column < x.length; column++) x[row] = (x[row] ?? 0) - at(column, row) * (x[column] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  return x;
}

/** The lower triangle L with L · Lᵀ = `matrix`. */
function factorise(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = [];
  for (const [row, values] of matrix.entries()) {
    const line: number[] = [];
    for (let column = 0; column <= row; column++) {
      const other = lower[column] ?? line;
      let rest = values[column] ?? 0;
      for (let k = 0; k < column; k++) rest -= (line[k] ?? 0) * (other[k] ?? 0);
      line.push(column === row ? Math.sqrt(rest) : rest / (other[column] ?? 1));
    }
    lower.push(line);
  }
  return lower;
}

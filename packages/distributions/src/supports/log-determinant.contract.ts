/** The numeric judge of Jacobians: the log determinant of a map from its values alone. */

/**
 * log |det dx/du| by fourth-order differences and elimination. The differences err by about step⁴/30 and
 * |x| · 2⁻⁵³ / step, each relative to the slopes.
 */
export function logDeterminant(
  map: (u: readonly number[]) => ArrayLike<number>,
  at: readonly number[],
): number {
  const step = 1e-3;
  const columns = at.map((value, j) => {
    const shifted = (by: number): ArrayLike<number> => map(at.with(j, value + by));
    const [a, b, c, d] = [2, 1, -1, -2].map((k) => shifted(k * step));
    return Array.from(a!, (x, i) => (8 * (b![i]! - c![i]!) - (x - d![i]!)) / (12 * step));
  });
  return Math.log(Math.abs(determinant(columns)));
}

/** By Gaussian elimination with the largest pivot. */
function determinant(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => [...row]);
  let product = 1;
  for (let k = 0; k < matrix.length; k++) {
    const largest = matrix
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(matrix[best]![k]!) ? k + i : best), k);
    [matrix[k], matrix[largest]] = [matrix[largest]!, matrix[k]!];
    const pivotRow = matrix[k]!;
    product *= pivotRow[k]!;
    for (const row of matrix.slice(k + 1)) {
      const factor = row[k]! / pivotRow[k]!;
      row.forEach((_, j) => (row[j]! -= factor * pivotRow[j]!));
    }
  }
  return product;
}

/** A small system of linear equations with a positive definite matrix. */

/** x with A x = b, by Cholesky's A = L Lᵀ; A is given row by row and not changed. */
export function solvePositiveDefinite(
  matrix: readonly (readonly number[])[],
  right: Float64Array,
): Float64Array {
  const lower = matrix.map((row) => [...row]);
  const solution = right.slice();
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = lower[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
    for (let k = 0; k < i; k++) solution[i] -= lower[i][k] * solution[k];
    solution[i] /= lower[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solution[i] -= lower[k][i] * solution[k];
    solution[i] /= lower[i][i];
  }
  return solution;
}

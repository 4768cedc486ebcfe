/** The Cholesky decomposition of a positive definite matrix and what is read off it. */
import { log } from "../elementary/log.js";
import { solveLower, solveLowerTransposed } from "./solve-lower.js";
import { squareSize } from "./square-size.js";

/**
 * The Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L Lᵀ = A.
 *
 * That a matrix is not positive definite (to rounding) is an answer, not an error: covariances of collinear columns are
 * not.
 *
 * @param matrix  [n × n] row by row; only its lower triangle is read
 * @returns [n × n] lower triangular, zeros above; undefined where the matrix is not positive definite or not finite
 * @throws {RangeError} when the matrix is not square
 * @source golub2013
 * @example
 * cholesky(Float64Array.of(4, 2, 2, 5)); // => [2, 0, 1, 2]
 * cholesky(Float64Array.of(1, 2, 2, 1)) === undefined; // => true
 */
export function cholesky(matrix: Float64Array): Float64Array | undefined {
  const size = squareSize("cholesky", matrix);
  const lower = new Float64Array(matrix.length);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let rest = matrix[row + j];
      for (let k = 0; k < j; k++) rest -= lower[row + k] * lower[other + k];
      if (j < i) lower[row + j] = rest / lower[other + j];
      else if (rest > 0 && rest < Infinity) lower[row + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  return lower;
}

/**
 * The solution X of A X = B from the Cholesky factor of A.
 *
 * @param lower  [n × n] what `cholesky` gave for A
 * @param right  [n] or [n × k] row by row
 * @returns the shape of `right`
 * @throws {RangeError} when the shapes do not fit or the diagonal has a zero
 * @example
 * const lower = Float64Array.of(2, 0, 1, 2);
 * choleskySolve(lower, Float64Array.of(8, 14)); // => [0.75, 2.5]
 */
export function choleskySolve(lower: Float64Array, right: Float64Array): Float64Array {
  return solveLowerTransposed(lower, solveLower(lower, right));
}

/**
 * ln det A from the Cholesky factor of A, twice the sum of the logarithms of its diagonal.
 *
 * @param lower  [n × n] what `cholesky` gave for A
 * @returns ln det A; 0 for n = 0
 * @throws {RangeError} when the matrix is not square
 * @example
 * choleskyLogDeterminant(Float64Array.of(2, 0, 1, 2)); // => 2.772588722239781
 */
export function choleskyLogDeterminant(lower: Float64Array): number {
  const size = squareSize("choleskyLogDeterminant", lower);
  let total = 0;
  for (let i = 0; i < size; i++) total += log(lower[i * size + i]);
  return 2 * total;
}

/** Triangular systems of equations, by substitution. */
import { squareSize } from "./square-size.js";

/**
 * The solution X of L X = B by forward substitution.
 *
 * @param lower  [n × n] row by row; what is above the diagonal is not read
 * @param right  [n] or [n × k] row by row
 * @returns the shape of `right`
 * @throws {RangeError} when the shapes do not fit or the diagonal has a zero
 * @example
 * solveLower(Float64Array.of(2, 0, 1, 2), Float64Array.of(4, 6)); // => [2, 2]
 */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  return solveTriangular("solveLower", lower, right, "down", "rows");
}

/**
 * The solution X of Lᵀ X = B, without transposing.
 *
 * @param lower  [n × n] row by row; what is above the diagonal is not read
 * @param right  [n] or [n × k] row by row
 * @returns the shape of `right`
 * @throws {RangeError} when the shapes do not fit or the diagonal has a zero
 * @example
 * solveLowerTransposed(Float64Array.of(2, 0, 1, 2), Float64Array.of(4, 6)); // => [0.5, 3]
 */
export function solveLowerTransposed(lower: Float64Array, right: Float64Array): Float64Array {
  return solveTriangular("solveLowerTransposed", lower, right, "up", "columns");
}

/**
 * The solution X of U X = B by back substitution.
 *
 * @param upper  [n × n] row by row; what is below the diagonal is not read
 * @param right  [n] or [n × k] row by row
 * @returns the shape of `right`
 * @throws {RangeError} when the shapes do not fit or the diagonal has a zero
 * @example
 * solveUpper(Float64Array.of(2, 1, 0, 4), Float64Array.of(4, 8)); // => [1, 2]
 */
export function solveUpper(upper: Float64Array, right: Float64Array): Float64Array {
  return solveTriangular("solveUpper", upper, right, "up", "rows");
}

/** Substitution, each unknown from those before it on the way down or up; factors from the rows or columns of the matrix. */
function solveTriangular(
  place: string,
  matrix: Float64Array,
  right: Float64Array,
  way: "down" | "up",
  from: "rows" | "columns",
): Float64Array {
  const size = squareSize(place, matrix);
  const count = size === 0 ? 0 : right.length / size;
  if (!Number.isInteger(count)) {
    throw new RangeError(
      `${place}: the right side must have ${size} rows, got ${right.length} elements. Check the shapes.`,
    );
  }
  const solution = right.slice();
  for (let step = 0; step < size; step++) {
    const i = way === "down" ? step : size - 1 - step;
    const pivot = matrix[i * size + i];
    if (pivot === 0) {
      throw new RangeError(
        `${place}: the diagonal must not be zero, got 0 in row ${i + 1}. The columns depend on one another.`,
      );
    }
    const [first, last] = way === "down" ? [0, i] : [i + 1, size];
    const unknown = solution.subarray(i * count, (i + 1) * count);
    for (let k = first; k < last; k++) {
      const factor = from === "rows" ? matrix[i * size + k] : matrix[k * size + i];
      for (let c = 0; c < count; c++) unknown[c] -= factor * solution[k * count + c];
    }
    for (let c = 0; c < count; c++) unknown[c] /= pivot;
  }
  return solution;
}

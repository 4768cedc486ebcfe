/** Products of matrices and vectors, in a fixed order of summation. */

/** How often `part` fits into `whole` elements. */
function quotient(place: string, whole: number, part: number, what: string): number {
  const count = whole / part;
  if (!Number.isInteger(count)) {
    throw new RangeError(
      `${place}: the elements must fill whole ${what} of ${part}, got ${whole}. Check the shapes.`,
    );
  }
  return count;
}

/**
 * The product of two matrices.
 *
 * @param left   [row × inner] row by row
 * @param right  [inner × column] row by row
 * @param inner  number of columns of `left` and of rows of `right`, ≥ 1
 * @returns [row × column] row by row
 * @throws {RangeError} where the elements do not fill whole rows
 * @example
 * multiplyMatrices(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 0, 0, 2), 2); // => [1, 4, 3, 8]
 */
export function multiplyMatrices(left: Float64Array, right: Float64Array, inner: number): Float64Array {
  const rows = quotient("multiplyMatrices", left.length, inner, "rows");
  const columns = quotient("multiplyMatrices", right.length, inner, "columns");
  const product = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const target = product.subarray(row * columns, (row + 1) * columns);
    for (let k = 0; k < inner; k++) {
      const factor = left[row * inner + k];
      const from = k * columns;
      for (let column = 0; column < columns; column++) target[column] += factor * right[from + column];
    }
  }
  return product;
}

/**
 * The product of a matrix and a vector, A x.
 *
 * @param matrix  [row × column] row by row
 * @param vector  [column], at least one
 * @returns [row]
 * @throws {RangeError} where the elements do not fill whole rows
 * @example
 * multiplyMatrixVector(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 0, 1)); // => [4, 10]
 */
export function multiplyMatrixVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const columns = vector.length;
  const product = new Float64Array(quotient("multiplyMatrixVector", matrix.length, columns, "rows"));
  for (let row = 0; row < product.length; row++) {
    let total = 0;
    for (let column = 0; column < columns; column++) total += matrix[row * columns + column] * vector[column];
    product[row] = total;
  }
  return product;
}

/**
 * The product of a transposed matrix and a vector, Aᵀ x, without transposing.
 *
 * @param matrix  [row × column] row by row
 * @param vector  [row], at least one
 * @returns [column]
 * @throws {RangeError} where the elements do not fill whole rows
 * @example
 * multiplyTransposedVector(Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 1)); // => [5, 7, 9]
 */
export function multiplyTransposedVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const columns = quotient("multiplyTransposedVector", matrix.length, vector.length, "columns");
  const product = new Float64Array(columns);
  for (let row = 0; row < vector.length; row++) {
    const factor = vector[row];
    for (let column = 0; column < columns; column++)
      product[column] += factor * matrix[row * columns + column];
  }
  return product;
}

/**
 * The Gram matrix AᵀA of all inner products of columns: symmetric to the last bit.
 *
 * @param matrix   [row × column] row by row
 * @param columns  number of columns, ≥ 1
 * @returns [column × column]
 * @throws {RangeError} where the elements do not fill whole rows
 * @example
 * gramMatrix(Float64Array.of(1, 2, 3, 4), 2); // => [10, 14, 14, 20]
 */
export function gramMatrix(matrix: Float64Array, columns: number): Float64Array {
  const rows = quotient("gramMatrix", matrix.length, columns, "rows");
  const gram = new Float64Array(columns * columns);
  for (let row = 0; row < rows; row++) {
    const values = matrix.subarray(row * columns, (row + 1) * columns);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j <= i; j++) gram[i * columns + j] += values[i] * values[j];
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) gram[j * columns + i] = gram[i * columns + j];
  return gram;
}

/**
 * The transposed matrix.
 *
 * @param matrix   [row × column] row by row
 * @param columns  number of columns, ≥ 1
 * @returns [column × row] row by row
 * @throws {RangeError} where the elements do not fill whole rows
 * @example
 * transposeMatrix(Float64Array.of(1, 2, 3, 4, 5, 6), 3); // => [1, 4, 2, 5, 3, 6]
 */
export function transposeMatrix(matrix: Float64Array, columns: number): Float64Array {
  const rows = quotient("transposeMatrix", matrix.length, columns, "rows");
  const turned = new Float64Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      turned[column * rows + row] = matrix[row * columns + column];
  return turned;
}

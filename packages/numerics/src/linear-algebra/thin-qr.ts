/** Thin QR decomposition: columns as combinations of orthonormal directions. */
import { dot } from "./dot.js";
import { squareSize } from "./square-size.js";

/** Columns = directions · upper. */
export interface ThinQr {
  /** [direction][row] orthonormal directions, as many as there are independent columns. */
  readonly directions: readonly Float64Array[];
  /** [direction × column] upper triangular, row by row; columns are the independent ones, in their order. */
  readonly upper: Float64Array;
  /** Positions of the independent columns. */
  readonly independent: readonly number[];
  /** Positions of columns that are combinations of earlier ones, to within the tolerance. */
  readonly dependent: readonly number[];
}

/**
 * Thin QR decomposition by modified Gram–Schmidt with a second pass, which makes the directions orthogonal to rounding
 * error ("twice is enough").
 *
 * @param columns    [column][row] numbers, all of one length
 * @param tolerance  a column is dependent when less than this share of its length is new; default 1e-8: beyond it half
 *                   of the digits of a coefficient would be rounding error
 * @returns          directions, triangle, and which columns are independent
 * @source giraud2005
 * @example
 * thinQr([Float64Array.of(3, 4), Float64Array.of(6, 8)]).dependent; // => [1]
 * thinQr([Float64Array.of(3, 4)]).upper; // => [5]
 */
export function thinQr(columns: readonly Float64Array[], tolerance = 1e-8): ThinQr {
  const directions: Float64Array[] = [];
  const triangles: Float64Array[] = [];
  const independent: number[] = [];
  const dependent: number[] = [];
  columns.forEach((column, index) => {
    // Divided by its largest element first: squares of tiny or huge numbers would leave the range of doubles.
    const scale = column.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    if (scale === 0) {
      dependent.push(index);
      return;
    }
    const unit = column.map((value) => value / scale);
    const rest = unit.slice();
    const shares = new Float64Array(directions.length + 1);
    for (let pass = 0; pass < 2; pass++) {
      directions.forEach((direction, d) => {
        const share = dot(direction, rest);
        shares[d] += share;
        for (let i = 0; i < rest.length; i++) rest[i] -= share * direction[i];
      });
    }
    const size = Math.sqrt(dot(rest, rest));
    if (!(size > tolerance * Math.sqrt(dot(unit, unit)))) {
      dependent.push(index);
      return;
    }
    shares[directions.length] = size;
    directions.push(rest.map((value) => value / size));
    triangles.push(shares.map((share) => share * scale));
    independent.push(index);
  });
  return { directions, upper: squareOf(triangles), independent, dependent };
}

/** Columns of growing length as a square matrix, row by row. */
function squareOf(triangles: readonly Float64Array[]): Float64Array {
  const size = triangles.length;
  const square = new Float64Array(size * size);
  triangles.forEach((column, j) => column.forEach((value, i) => (square[i * size + j] = value)));
  return square;
}

/**
 * The inverse of an upper triangular matrix, by back substitution.
 *
 * @param upper  [row × column] row by row, square, with a diagonal without zeros; what is below it is not read
 * @returns      [row × column] upper triangular
 * @throws {RangeError} when the matrix is not square or has a zero on its diagonal
 * @example
 * invertUpper(Float64Array.of(2, 1, 0, 4)); // => [0.5, -0.125, 0, 0.25]
 */
export function invertUpper(upper: Float64Array): Float64Array {
  const size = squareSize("invertUpper", upper);
  const inverse = new Float64Array(upper.length);
  for (let column = 0; column < size; column++) {
    for (let row = column; row >= 0; row--) {
      const pivot = upper[row * size + row];
      if (pivot === 0) {
        throw new RangeError(
          `invertUpper: the diagonal must not be zero, got 0 in row ${row + 1}. The columns depend on one another.`,
        );
      }
      let value = row === column ? 1 : 0;
      for (let k = row + 1; k <= column; k++) value -= upper[row * size + k] * inverse[k * size + column];
      inverse[row * size + column] = value / pivot;
    }
  }
  return inverse;
}

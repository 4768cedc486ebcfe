/** QR decomposition with the longest remaining column first, which shows how many columns are independent. */
import { dot } from "./dot.js";
import { NEGLIGIBLE } from "./scale-to-one.js";

/** Chosen columns = Q R, Q a product of reflections. */
interface PivotedQr {
  /** [column][row]  column j of R in its first j + 1 elements, reflection j from element j on in `reflectors`. */
  readonly upper: readonly Float64Array[];
  /** [column][row]  reflection j is I − 2 v vᵀ with the unit vector v, zero before element j; all zero for none. */
  readonly reflectors: readonly Float64Array[];
  /** Position in the input of each column of R. */
  readonly order: readonly number[];
}

/**
 * Householder's QR with column pivoting, so that the diagonal of R never grows.
 *
 * @param columns  [column][row] at least as many rows as columns, what `scaleToOne` gave; not changed
 * @source golub2013
 */
export function pivotedQr(columns: readonly Float64Array[]): PivotedQr {
  const rest = columns.map((column) => column.slice());
  const order = columns.map((_, index) => index);
  const reflectors: Float64Array[] = [];
  for (let j = 0; j < rest.length; j++) {
    const longest = longestFrom(rest, j);
    [rest[j], rest[longest]] = [rest[longest], rest[j]];
    [order[j], order[longest]] = [order[longest], order[j]];
    const reflector = reflectorOf(rest[j], j);
    reflectors.push(reflector);
    for (let k = j; k < rest.length; k++) applyReflector(reflector, rest[k], j);
    rest[j].fill(0, j + 1);
  }
  return { upper: rest, reflectors, order };
}

/** The column that is longest below row j. Lengths are summed anew: updating them would lose the small ones. */
function longestFrom(columns: readonly Float64Array[], j: number): number {
  let longest = j;
  let size = -1;
  for (let k = j; k < columns.length; k++) {
    const tail = columns[k].subarray(j);
    const square = dot(tail, tail);
    if (square > size) [longest, size] = [k, square];
  }
  return longest;
}

/** The unit vector whose reflection makes the column zero below row j. */
function reflectorOf(column: Float64Array, j: number): Float64Array {
  const reflector = column.slice().fill(0, 0, j);
  const length = Math.sqrt(dot(reflector, reflector));
  if (length < NEGLIGIBLE) return reflector.fill(0);
  // Away from the axis, so that nothing cancels.
  reflector[j] += reflector[j] < 0 ? -length : length;
  const norm = Math.sqrt(dot(reflector, reflector));
  for (let i = j; i < reflector.length; i++) reflector[i] /= norm;
  return reflector;
}

/** (I − 2 v vᵀ) vector in place, for a v that is zero before element `from`. */
export function applyReflector(reflector: Float64Array, vector: Float64Array, from: number): void {
  let along = 0;
  for (let i = from; i < vector.length; i++) along += reflector[i] * vector[i];
  for (let i = from; i < vector.length; i++) vector[i] -= 2 * along * reflector[i];
}

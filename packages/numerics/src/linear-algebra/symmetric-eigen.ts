/** Eigenvalues and eigenvectors of symmetric matrices. */
import { scaleToOne } from "./scale-to-one.js";
import { squareSize } from "./square-size.js";
import { tridiagonalize } from "./tridiagonalize.js";

/** A = Σ values[i] · vectorᵢ vectorᵢᵀ. */
export interface SymmetricEigen {
  /** [n]  from the largest to the smallest. */
  readonly values: Float64Array;
  /** [n × n]  row i is the unit eigenvector of values[i]; its largest element is positive. */
  readonly vectors: Float64Array;
}

const PRECISION = 2.220446049250313e-16;
/** QL needs two or three steps per eigenvalue; this many only where rounding keeps it from an end. */
const STEPS_AT_MOST = 60;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by reflections to tridiagonal form and QL steps with implicit
 * shifts (EISPACK's tred2 and tql2). Each eigenvalue is right to a few ulps of the largest one; the vectors are
 * orthogonal to rounding error, also where eigenvalues coincide.
 *
 * @param matrix  [n × n] row by row, finite; only its upper triangle is read
 * @returns eigenvalues from the largest to the smallest, and their vectors as rows
 * @throws {RangeError} when the matrix is not square or not finite
 * @source wilkinson1971
 * @example
 * const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2));
 * values; // => [3, 1]
 * vectors.subarray(0, 2); // => [0.7071067811865475, 0.7071067811865475]
 */
export function symmetricEigen(matrix: Float64Array): SymmetricEigen {
  const size = squareSize("symmetricEigen", matrix);
  const { scale, values } = scaleToOne("symmetricEigen", matrix);
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) values[i * size + j] = values[j * size + i];
  const { diagonal, beside, directions } = tridiagonalize(values, size);
  implicitQl(diagonal, beside, directions);
  return sorted(diagonal, directions, scale);
}

/** Turns the diagonal into eigenvalues and the directions into eigenvectors. */
function implicitQl(diagonal: Float64Array, beside: Float64Array, directions: Float64Array): void {
  const size = diagonal.length;
  beside.copyWithin(0, 1);
  beside[size - 1] = 0;
  let shift = 0;
  // What is this small beside the whole matrix is lost in the rounding of its eigenvalues.
  const negligible =
    PRECISION * diagonal.reduce((most, d, i) => Math.max(most, Math.abs(d) + Math.abs(beside[i])), 0);
  for (let l = 0; l < size; l++) {
    let m = l;
    while (m < size - 1 && Math.abs(beside[m]) > negligible) m++;
    for (let step = 0; m > l && step < STEPS_AT_MOST; step++) {
      shift += shiftRest(diagonal, beside, l);
      sweep(diagonal, beside, directions, l, m);
      if (!(Math.abs(beside[l]) > negligible)) break;
    }
    diagonal[l] += shift;
    beside[l] = 0;
  }
}

/** Subtracts Wilkinson's shift from what is left of the diagonal; returns the shift. */
function shiftRest(diagonal: Float64Array, beside: Float64Array, l: number): number {
  const before = diagonal[l];
  const p = (diagonal[l + 1] - before) / (2 * beside[l]);
  // 1 is lost beside a huge square, which might overflow.
  const size = Math.abs(p) > 1e9 ? Math.abs(p) : Math.sqrt(p * p + 1);
  const root = p < 0 ? -size : size;
  diagonal[l] = beside[l] / (p + root);
  diagonal[l + 1] = beside[l] * (p + root);
  const shift = before - diagonal[l];
  for (let i = l + 2; i < diagonal.length; i++) diagonal[i] -= shift;
  return shift;
}

/** One QL step on rows l … m: rotations from the bottom up, which the directions follow. */
function sweep(d: Float64Array, e: Float64Array, directions: Float64Array, l: number, m: number): void {
  const size = d.length;
  const besideFirst = e[l + 1];
  const next = d[l + 1];
  let p = d[m];
  let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
  for (let i = m - 1; i >= l; i--) {
    [c3, c2, s2] = [c2, c, s];
    const g = c * e[i];
    const h = c * p;
    const r = Math.sqrt(p * p + e[i] * e[i]);
    e[i + 1] = s * r;
    // Both parts are 0 where the matrix falls apart by itself.
    s = r === 0 ? 0 : e[i] / r;
    c = r === 0 ? 1 : p / r;
    p = c * d[i] - s * g;
    d[i + 1] = h + s * (c * g + s * d[i]);
    const here = i * size;
    for (let k = here; k < here + size; k++) {
      const following = directions[k + size];
      directions[k + size] = s * directions[k] + c * following;
      directions[k] = c * directions[k] - s * following;
    }
  }
  p = next === 0 ? 0 : (-s * s2 * c3 * besideFirst * e[l]) / next;
  e[l] = s * p;
  d[l] = c * p;
}

function sorted(diagonal: Float64Array, directions: Float64Array, scale: number): SymmetricEigen {
  const size = diagonal.length;
  const order = Array.from(diagonal, (_, i) => i).sort((a, b) => diagonal[b] - diagonal[a] || a - b);
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => {
    const vector = directions.subarray(from * size, (from + 1) * size);
    const largest = vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    for (let k = 0; k < size; k++) vectors[to * size + k] = largest < 0 ? -vector[k] : vector[k];
  });
  return { values: Float64Array.from(order, (from) => diagonal[from] * scale), vectors };
}

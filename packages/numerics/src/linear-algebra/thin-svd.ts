/** Thin singular value decomposition. */
import { dot } from "./dot.js";
import { applyReflector, pivotedQr } from "./pivoted-qr.js";
import { NEGLIGIBLE, scaleToOne } from "./scale-to-one.js";

/** A = Σ values[i] · leftᵢ rightᵢᵀ, over k = min(rows, columns) terms. */
export interface ThinSvd {
  /** [k]  singular values from the largest to the smallest, ≥ 0. */
  readonly values: Float64Array;
  /** [k × row]  row i is the unit vector leftᵢ. */
  readonly left: Float64Array;
  /** [k × column]  row i is the unit vector rightᵢ; its largest element is positive. */
  readonly right: Float64Array;
}

const PRECISION = 2.220446049250313e-16;
/** Sweeps of rotations converge quadratically after a few; six to ten are usual. */
const SWEEPS_AT_MOST = 60;

/**
 * The thin singular value decomposition of any matrix, by a QR decomposition with pivoting and one-sided Jacobi
 * rotations. Small singular values keep their digits where the columns differ only in scale; both sets of vectors are
 * orthogonal to rounding error, also where singular values coincide or are zero.
 *
 * @param matrix   [row × column] row by row, finite
 * @param columns  number of columns, ≥ 1
 * @returns singular values from the largest to the smallest, and their vectors as rows
 * @throws {RangeError} when the elements do not fill whole rows or are not finite
 * @source drmac2008
 * @example
 * const { values, right } = thinSvd(Float64Array.of(3, 0, 0, 4, 0, 0), 2);
 * values; // => [4, 3]
 * right; // => [0, 1, 1, 0]
 */
export function thinSvd(matrix: Float64Array, columns: number): ThinSvd {
  const rows = matrix.length / columns;
  if (!Number.isInteger(rows)) {
    throw new RangeError(
      `thinSvd: the elements must fill whole rows of ${columns}, got ${matrix.length}. Check the shapes.`,
    );
  }
  const { scale, values: scaled } = scaleToOne("thinSvd", matrix);
  const element = (row: number, column: number): number => scaled[row * columns + column];
  const tall = rows >= columns;
  const given = tall
    ? vectorsOf(columns, rows, (column, row) => element(row, column))
    : vectorsOf(rows, columns, (row, column) => element(row, column));
  const { values, long, short } = svdOfTall(given);
  return arranged(values, scale, tall ? long : short, tall ? short : long);
}

function vectorsOf(count: number, length: number, of: (which: number, at: number) => number): Float64Array[] {
  return Array.from({ length: count }, (_, which) =>
    Float64Array.from({ length }, (__, at) => of(which, at)),
  );
}

/** For columns at least as long as there are of them: A Π = Q R, Rᵀ V = U Σ, so A = (Q V) Σ (Π U)ᵀ. */
function svdOfTall(columns: readonly Float64Array[]): {
  readonly values: readonly number[];
  readonly long: readonly Float64Array[];
  readonly short: readonly Float64Array[];
} {
  const count = columns.length;
  const rows = columns[0]?.length ?? 0;
  const { upper, reflectors, order } = pivotedQr(columns);
  // Rows of R as columns: graded, which is what makes the rotations converge fast.
  const turned = vectorsOf(count, count, (row, column) => upper[column][row]);
  const rotation = vectorsOf(count, count, (i, j) => (i === j ? 1 : 0));
  rotateToOrthogonal(turned, rotation);
  const lengths = turned.map((column) => Math.sqrt(dot(column, column)));
  const values = lengths.map((length) => (length < NEGLIGIBLE ? 0 : length));
  const units = completed(
    turned.map((column, i) => (values[i] > 0 ? column.map((x) => x / values[i]) : undefined)),
  );
  const short = units.map((unit) => {
    const placed = new Float64Array(count);
    unit.forEach((value, j) => (placed[order[j]] = value));
    return placed;
  });
  const long = rotation.map((vector) => {
    const full = new Float64Array(rows);
    full.set(vector);
    for (let j = count - 1; j >= 0; j--) applyReflector(reflectors[j], full, j);
    return full;
  });
  return { values, long, short };
}

/** Rotates pairs of columns until all are orthogonal, and the companions with them. */
function rotateToOrthogonal(columns: readonly Float64Array[], companions: readonly Float64Array[]): void {
  const squares = new Float64Array(columns.length);
  for (let sweep = 0, turned = true; turned && sweep < SWEEPS_AT_MOST; sweep++) {
    turned = false;
    // Kept up by rotations within a sweep, summed anew for each: the last sweep, which turns nothing, sees exact ones.
    for (let i = 0; i < columns.length; i++) squares[i] = dot(columns[i], columns[i]);
    for (let p = 0; p < columns.length - 1; p++) {
      for (let q = p + 1; q < columns.length; q++) {
        const gamma = dot(columns[p], columns[q]);
        if (!(Math.abs(gamma) > PRECISION * Math.sqrt(squares[p]) * Math.sqrt(squares[q]))) continue;
        turned = true;
        const zeta = (squares[q] - squares[p]) / (2 * gamma);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(columns[p], columns[q], cosine, cosine * tangent);
        rotate(companions[p], companions[q], cosine, cosine * tangent);
        squares[p] = Math.max(0, squares[p] - tangent * gamma);
        squares[q] += tangent * gamma;
      }
    }
  }
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i];
    const y = b[i];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

/** Puts unit vectors that are orthogonal to all others where there are none. */
function completed(vectors: readonly (Float64Array | undefined)[]): Float64Array[] {
  const count = vectors.length;
  const known = vectors.filter((vector) => vector !== undefined);
  return vectors.map((vector) => {
    if (vector !== undefined) return vector;
    // Of the axes at least one is this far from the span of fewer vectors than axes.
    for (let axis = 0; axis < count; axis++) {
      const rest = new Float64Array(count);
      rest[axis] = 1;
      for (let pass = 0; pass < 2; pass++) {
        for (const other of known) {
          const share = dot(other, rest);
          for (let i = 0; i < count; i++) rest[i] -= share * other[i];
        }
      }
      const size = Math.sqrt(dot(rest, rest));
      if (size < 0.5 / Math.sqrt(count)) continue;
      const unit = rest.map((value) => value / size);
      known.push(unit);
      return unit;
    }
    throw new Error("thinSvd: an orthogonal direction must be left, got none. Report this.");
  });
}

/** From the largest singular value to the smallest, with signs that do not depend on the way there. */
function arranged(
  values: readonly number[],
  scale: number,
  left: readonly Float64Array[],
  right: readonly Float64Array[],
): ThinSvd {
  const order = values.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
  const signs = order.map((i) =>
    right[i].reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0) < 0 ? -1 : 1,
  );
  const rowsOf = (vectors: readonly Float64Array[]): Float64Array =>
    Float64Array.from(order.flatMap((from, to) => Array.from(vectors[from], (value) => signs[to] * value)));
  return {
    values: Float64Array.from(order, (i) => values[i] * scale),
    left: rowsOf(left),
    right: rowsOf(right),
  };
}

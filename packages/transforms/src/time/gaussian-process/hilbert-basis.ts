/** Hilbert-space basis: waves in a box, of which any smooth random curve is a weighted sum. */

import { sin } from "@mmm/numerics";
import { checkWholeNumber } from "../check-whole-number.js";
import { type TimeColumns, timeColumns } from "../time-columns.js";

/** Where the curve is wanted, and how fine the basis is. */
export interface HilbertRequest {
  /** [time]  finite, in the unit of the length scale; usually 0, 1, 2 … */
  readonly positions: Float64Array;
  /** Number of waves, a whole number ≥ 1; about 3.4 · factor · halfRange / lengthScale for Matérn 5/2. */
  readonly count: number;
  /** Middle of the box; the middle of the positions when left out. */
  readonly center?: number;
  /** Half of the length of the box; 1.5 times half of the range of the positions when left out. */
  readonly boundary?: number;
}

/** Waves and their frequencies. */
export interface HilbertBasis extends TimeColumns {
  /** [column]  radians per unit of position, rising: what spectra are asked at. */
  readonly frequencies: Float64Array;
  /** Where the box lies; give it again for the same curve at other positions, a forecast for instance. */
  readonly center: number;
  readonly boundary: number;
}

/**
 * The eigenfunctions of a box, and the square roots of their eigenvalues:
 *
 *     φ_j(x) = sin(ω_j · (x − center + boundary)) / √boundary,   ω_j = π j / (2 · boundary),   j = 1 … count
 *
 * A Gaussian process is close to Σ_j φ_j(x) · s_j · z_j with z_j standard normal and s_j from a spectrum at ω_j: a curve
 * whose cost grows with the number of waves, not with the cube of the number of periods. Only s depends on the length
 * scale, so the waves are plain numbers.
 *
 * @param request  `positions` [time], `count`, `center`, `boundary`
 * @returns        names `"wave 1"` …, values [wave × time], frequencies, and the box
 * @throws {RangeError} when the count is not a whole number ≥ 1, or positions do not lie inside the box
 * @source riutortmayol2023
 * @example
 * const basis = hilbertBasis({ positions: Float64Array.of(0, 1, 2), count: 1 });
 * basis.frequencies; // => [Math.PI / 3]
 * basis.values; // => [0.5 / Math.sqrt(1.5), 1 / Math.sqrt(1.5), 0.5 / Math.sqrt(1.5)]
 */
export function hilbertBasis(request: HilbertRequest): HilbertBasis {
  const { positions, count } = request;
  checkWholeNumber("hilbertBasis: count", count, 1, "Give the number of waves.");
  const [low, high] = positions.reduce(
    ([a, b], x) => [Math.min(a, x), Math.max(b, x)],
    [Infinity, -Infinity],
  );
  const center = request.center ?? (low! + high!) / 2;
  const boundary = request.boundary ?? Math.max((1.5 * (high! - low!)) / 2, 1);
  if (!(boundary > 0 && low! >= center - boundary && high! <= center + boundary)) {
    throw new RangeError(
      `hilbertBasis: positions must lie within ${boundary} of ${center}, got ${low} to ${high}. Give a wider boundary.`,
    );
  }
  const frequencies = Float64Array.from({ length: count }, (_, j) => (Math.PI * (j + 1)) / (2 * boundary));
  const names = Array.from({ length: count }, (_, j) => `wave ${j + 1}`);
  const root = Math.sqrt(boundary);
  const columns = timeColumns(names, positions.length, (j, t) => {
    return sin(frequencies[j]! * (positions[t]! - center + boundary)) / root;
  });
  return { ...columns, frequencies, center, boundary };
}

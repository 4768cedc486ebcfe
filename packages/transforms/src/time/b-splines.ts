/** B-splines: smooth pieces of polynomials over time, each over a few knots only. */

import { checkWholeNumber } from "./check-whole-number.js";
import { type TimeColumns, timeColumns } from "./time-columns.js";

/** Which splines. */
export interface SplineRequest {
  /** Number of periods, a whole number ≥ 2. */
  readonly periods: number;
  /** Times where pieces meet, from the first period to the last, rising; or how many, evenly, at least 2. */
  readonly knots: number | readonly number[];
  /** Degree of the pieces, a whole number ≥ 0; 3 when left out: curves without visible joints. */
  readonly degree?: number;
}

/**
 * The basis of B-splines on knots whose ends are repeated, by the recursion of Cox and de Boor:
 *
 *     B_j,0 = 1 between knots j and j + 1
 *     B_j,d = (t − k_j) / (k_j+d − k_j) · B_j,d−1 + (k_j+d+1 − t) / (k_j+d+1 − k_j+1) · B_j+1,d−1
 *
 * The columns are ≥ 0 and sum to 1 in every period; there are knots + degree − 1 of them. Degree 1 is `linearKnots`.
 *
 * @param request  `periods`, `knots`, `degree` (3)
 * @returns        names `"spline 1"` … and values [spline × time]
 * @throws {RangeError} when the numbers are not as said
 * @source deboor1978
 * @example
 * const splines = bSplines({ periods: 3, knots: 2, degree: 2 });
 * splines.names; // => ["spline 1", "spline 2", "spline 3"]
 * splines.values; // => [1, 0.25, 0, 0, 0.5, 0, 0, 0.25, 1]
 */
export function bSplines({ periods, knots, degree = 3 }: SplineRequest): TimeColumns {
  checkWholeNumber("bSplines: periods", periods, 2, "Give the number of periods.");
  checkWholeNumber("bSplines: degree", degree, 0, "Leave it out for cubic splines.");
  const places = typeof knots === "number" ? evenKnots(knots, periods) : knots;
  const ends = places[0] === 0 && places[places.length - 1] === periods - 1;
  if (places.length < 2 || !ends || places.some((place, i) => i > 0 && !(place > places[i - 1]!))) {
    throw new RangeError(
      `bSplines: knots must rise from 0 to ${periods - 1}, got ${places.join(", ") || "none"}. ` +
        "Give the first and the last period too.",
    );
  }
  const first = new Array<number>(degree).fill(0);
  const last = new Array<number>(degree).fill(periods - 1);
  const all = [...first, ...places, ...last];
  const names = Array.from({ length: places.length + degree - 1 }, (_, j) => `spline ${j + 1}`);
  const rows = Array.from({ length: periods }, (_, t) => splinesAt(t, all, degree));
  return timeColumns(names, periods, (j, t) => rows[t]![j]!);
}

function evenKnots(count: number, periods: number): readonly number[] {
  checkWholeNumber("bSplines: knots", count, 2, "Two knots are one piece over the whole window.");
  return Array.from({ length: count }, (_, k) =>
    k === count - 1 ? periods - 1 : (k * (periods - 1)) / (count - 1),
  );
}

/** All splines of a degree at one time, from those of degree 0 upwards. */
function splinesAt(t: number, knots: readonly number[], degree: number): readonly number[] {
  const last = knots.length - degree - 2;
  // At the very end the last piece holds, so that the window is closed on both sides.
  let splines: readonly number[] = knots.slice(1).map((next, j) => {
    const inside = knots[j]! <= t && (t < next || (j === last && t === next));
    return inside && next > knots[j]! ? 1 : 0;
  });
  for (let d = 1; d <= degree; d++) {
    splines = splines.slice(1).map((right, j) => {
      const rising = share(t - knots[j]!, knots[j + d]! - knots[j]!);
      const falling = share(knots[j + d + 1]! - t, knots[j + d + 1]! - knots[j + 1]!);
      return rising * splines[j]! + falling * right;
    });
  }
  return splines;
}

/** A part of a stretch between knots; stretches without length, of repeated knots, have no part. */
function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

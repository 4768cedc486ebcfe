/** Linear knots: a level at each knot, straight lines between. */

import { checkWholeNumber } from "./check-whole-number.js";
import { type TimeColumns, timeColumns } from "./time-columns.js";

/** Where levels are free. */
export interface KnotRequest {
  /** Number of periods, a whole number ≥ 1. */
  readonly periods: number;
  /** Periods of the knots, from 0 and rising; or how many, evenly over the window. */
  readonly knots: number | readonly number[];
}

/**
 * The weights by which levels at knots make a level in every period: Meridian's time effect.
 *
 *     level[t] = Σ_k coefficient_k · weight_k[t]
 *
 * The two neighbouring knots share a period by nearness; on a knot it has all the weight; outside the knots the nearest
 * one has. A number of knots is spread from the first period to the last and moved down to whole periods; one knot is a
 * constant.
 *
 * @param request  `periods`, `knots`
 * @returns        names `"knot 0"` … and weights [knot × time], between 0 and 1, that sum to 1 in every period
 * @throws {RangeError} when the numbers are not as said
 * @source google2024
 * @example
 * const knots = linearKnots({ periods: 5, knots: [0, 4] });
 * knots.names; // => ["knot 0", "knot 4"]
 * knots.values; // => [1, 0.75, 0.5, 0.25, 0, 0, 0.25, 0.5, 0.75, 1]
 */
export function linearKnots({ periods, knots }: KnotRequest): TimeColumns {
  checkWholeNumber("linearKnots: periods", periods, 1, "Give the number of periods.");
  const places = typeof knots === "number" ? knotPlaces(knots, periods) : knots;
  if (
    places.length === 0 ||
    places.some((place, k) => !(place >= 0 && place < periods) || (k > 0 && place <= places[k - 1]!))
  ) {
    throw new RangeError(
      `linearKnots: knots must rise between 0 and ${periods - 1}, got ${places.join(", ") || "none"}. ` +
        "Give them in order, in periods from the first.",
    );
  }
  const names = places.map((place) => `knot ${place}`);
  return timeColumns(names, periods, (k, t) => knotWeight(places, k, t));
}

function knotWeight(places: readonly number[], k: number, t: number): number {
  const place = places[k]!;
  const neighbour = places[t < place ? k - 1 : k + 1];
  if (t === place || neighbour === undefined) return 1;
  return Math.max(1 - (t - place) / (neighbour - place), 0);
}

/** Evenly from the first period to the last, moved down to whole periods as Meridian does. */
function knotPlaces(count: number, periods: number): readonly number[] {
  checkWholeNumber("linearKnots: knots", count, 1, "Give one knot for a constant.");
  const step = (periods - 1) / Math.max(count - 1, 1);
  return Array.from({ length: count }, (_, k) =>
    k === count - 1 && k > 0 ? periods - 1 : Math.floor(k * step),
  );
}

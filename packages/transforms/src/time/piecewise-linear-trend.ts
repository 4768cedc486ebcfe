/** Piecewise-linear trend: a line whose slope changes at known times. */

import { checkWholeNumber } from "./check-whole-number.js";
import { type TimeColumns, timeColumns } from "./time-columns.js";

/** Where a trend may change. */
export interface PiecewiseTrendRequest {
  /** Number of periods, a whole number ≥ 2. */
  readonly periods: number;
  /**
   * Times at which the slope changes, in periods from the first (0) and rising; or how many, evenly over the window, the
   * first at its start.
   */
  readonly changepoints: number | readonly number[];
}

/**
 * One column for each time at which the slope of a trend changes:
 *
 *     column_j[t] = max(t − changepoint_j, 0) / (periods − 1)
 *
 * A coefficient is the change of slope from its changepoint on, per whole window; that of a changepoint at 0 is the first
 * slope. With coefficients that are believed to be small and the trend is smooth: Prophet's and PyMC-Marketing's trend,
 * whose intercept is the model's.
 *
 * @param request  `periods`, `changepoints`
 * @returns        names `"slope from 0"` … and values [changepoint × time], between 0 and 1
 * @throws {RangeError} when the numbers are not as said
 * @source taylor2018
 * @example
 * const trend = piecewiseLinearTrend({ periods: 5, changepoints: [0, 2] });
 * trend.names; // => ["slope from 0", "slope from 2"]
 * trend.values; // => [0, 0.25, 0.5, 0.75, 1, 0, 0, 0, 0.25, 0.5]
 */
export function piecewiseLinearTrend({ periods, changepoints }: PiecewiseTrendRequest): TimeColumns {
  checkWholeNumber("piecewiseLinearTrend: periods", periods, 2, "Give the number of periods.");
  const places = typeof changepoints === "number" ? evenly(changepoints, periods) : changepoints;
  places.forEach((place, j) => {
    if (!(place >= 0 && place <= periods - 1 && (j === 0 || place > places[j - 1]!))) {
      throw new RangeError(
        `piecewiseLinearTrend: changepoints must rise between 0 and ${periods - 1}, got ${places.join(", ")}. ` +
          "Give them in order, in periods from the first.",
      );
    }
  });
  const names = places.map((place) => `slope from ${place}`);
  return timeColumns(names, periods, (j, t) => Math.max(t - places[j]!, 0) / (periods - 1));
}

function evenly(count: number, periods: number): readonly number[] {
  checkWholeNumber("piecewiseLinearTrend: changepoints", count, 1, "Take `linearTrend` for a straight line.");
  return Array.from({ length: count }, (_, j) => (j * (periods - 1)) / count);
}

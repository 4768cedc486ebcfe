/** The table of bases of time, by the names that specs use. */

import { knownKind } from "../known-kind.js";
import { bSplines } from "./b-splines.js";
import { calendarSeasonality } from "./calendar-seasonality.js";
import { fourierSeasonality } from "./fourier-seasonality.js";
import { hilbertBasis } from "./gaussian-process/hilbert-basis.js";
import { periodicBasis } from "./gaussian-process/periodic-basis.js";
import { holidayIndicators } from "./holiday-indicators.js";
import { linearKnots } from "./linear-knots.js";
import { piecewiseLinearTrend } from "./piecewise-linear-trend.js";

/**
 * Every basis of time by kind: functions from a request of their own to named columns of plain numbers.
 *
 * @example
 * timeBases["linear-knots"]({ periods: 3, knots: [0, 2] }).names; // => ["knot 0", "knot 2"]
 */
export const timeBases = {
  fourier: fourierSeasonality,
  calendar: calendarSeasonality,
  "piecewise-linear-trend": piecewiseLinearTrend,
  "linear-knots": linearKnots,
  "b-splines": bSplines,
  hilbert: hilbertBasis,
  periodic: periodicBasis,
  holidays: holidayIndicators,
} as const;

/** The kinds of basis. */
export type TimeBasisKind = keyof typeof timeBases;

/**
 * The kind of basis that a spec names.
 *
 * @param kind  its name in specs
 * @returns     the same, known to be a key of `timeBases`
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * timeBases[timeBasisKind("fourier")] === fourierSeasonality; // => true
 */
export function timeBasisKind(kind: string): TimeBasisKind {
  return knownKind("basis of time", timeBases, kind);
}

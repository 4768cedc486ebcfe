/** Periodic basis: the waves of a cycle, of which any smooth random cycle is a weighted sum. */

import { fourierSeasonality } from "../fourier-seasonality.js";
import type { TimeColumns } from "../time-columns.js";

/** Which cycle, and how fine. */
export interface PeriodicRequest {
  /** [time]  in the unit of `period`. */
  readonly positions: Float64Array;
  /** Length of the cycle, > 0. */
  readonly period: number;
  /** Number of sine and cosine pairs, a whole number ≥ 1; about 3.72 / lengthScale. */
  readonly harmonics: number;
}

/** Waves and how many of them fit in a cycle. */
export interface PeriodicBasis extends TimeColumns {
  /** [column]  0, 1, 1, 2, 2 …: what `periodicSpectrum` is asked at. */
  readonly orders: Float64Array;
}

/**
 * A constant, and √2 times the features of `fourierSeasonality`.
 *
 * A Gaussian process that comes again every period is Σ_j column_j(x) · s_j · z_j with z_j standard normal and s_j of
 * `periodicSpectrum` at the order of the column. It is seasonality whose sharpness is learned: high harmonics are held
 * small as far as the length scale is long.
 *
 * @param request  `positions` [time], `period`, `harmonics`
 * @returns        names `"level"`, `"sin 1"`, `"cos 1"` …, values [column × time], and orders
 * @throws {RangeError} when the period is not > 0 or the number of harmonics is not a whole number ≥ 1
 * @source riutortmayol2023
 * @example
 * const cycle = periodicBasis({ positions: Float64Array.of(0, 1), period: 4, harmonics: 1 });
 * cycle.names; // => ["level", "sin 1", "cos 1"]
 * cycle.orders; // => [0, 1, 1]
 * cycle.values; // => [1, 1, 0, Math.SQRT2, Math.SQRT2, 0]
 */
export function periodicBasis({ positions, period, harmonics }: PeriodicRequest): PeriodicBasis {
  const { names, values } = fourierSeasonality({ dayNumbers: positions, periodDays: period, harmonics });
  const level = new Float64Array(positions.length).fill(1);
  return {
    names: ["level", ...names],
    values: Float64Array.from([...level, ...values.map((value) => Math.SQRT2 * value)]),
    orders: Float64Array.from({ length: names.length + 1 }, (_, column) => Math.ceil(column / 2)),
  };
}

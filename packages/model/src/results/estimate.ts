/** Estimate: one number as the posterior knows it. */

import { mean, quantile, variance } from "@mmm/numerics";
import { equalTailedInterval } from "@mmm/posterior";
import type { WindowOptions } from "./result-window.js";

/** Summary of a quantity over posterior draws, in the quantity's own unit. */
export interface Estimate {
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  /** Ends of the equal-tailed interval; 90 % unless asked otherwise. */
  readonly low: number;
  readonly high: number;
}

/** Options that all results share. */
export interface ResultOptions extends WindowOptions {
  /** Probability of the intervals, in (0, 1). Default 0.9, as Meridian: its ends are the quantiles that tail ESS vouches for. */
  readonly interval?: number;
  /** Speak although the verdict failed. The numbers may be wrong. Default false. */
  readonly evenIfUntrustworthy?: boolean;
}

/**
 * Summarises one value per draw.
 *
 * @param values    [draw]
 * @param interval  probability of the equal-tailed interval, in (0, 1)
 * @returns         mean, median, standard deviation and interval, in the unit of the values
 * @example
 * estimate(Float64Array.of(1, 2, 3, 4, 5)).median; // => 3
 */
export function estimate(values: Float64Array, interval = 0.9): Estimate {
  return {
    mean: mean(values),
    median: quantile(values, 0.5),
    sd: Math.sqrt(variance(values)),
    ...equalTailedInterval(values, interval),
  };
}

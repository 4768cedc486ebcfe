/** The interval that leaves the same probability on either side. */
import { quantile } from "@mmm/numerics";

/** Two ends of a credible interval, in the unit of the draws. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Equal-tailed credible interval: with `probability` 0.9, the 5 % and the 95 % quantile of the draws (type 7).
 *
 * Its ends keep their meaning under any increasing transformation: the interval of log ROI is the log of the interval
 * of ROI.
 *
 * @param values       the draws of all chains, in any order
 * @param probability  that the interval covers, in (0, 1)
 * @returns  in the unit of the draws; NaN when any draw is NaN
 * @throws  {Error} when `probability` is outside (0, 1)
 * @source hyndman1996
 * @example
 * equalTailedInterval(Float64Array.of(4, 1, 3, 2, 5), 0.5); // => { low: 2, high: 4 }
 */
export function equalTailedInterval(values: Float64Array, probability: number): Interval {
  checkCoverage("equalTailedInterval", probability);
  const sorted = values.slice().sort();
  const tail = (1 - probability) / 2;
  return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** Refuses a coverage that is no probability strictly between 0 and 1, such as 90 for 90 %. */
export function checkCoverage(place: string, probability: number): void {
  if (probability > 0 && probability < 1) return;
  throw new Error(
    `${place}: the probability of an interval must lie in (0, 1), got ${probability}. Give 0.9 for 90 %.`,
  );
}

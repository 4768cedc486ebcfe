/** Band: a line with its interval, point by point. */

import { mean } from "@mmm/numerics";
import { equalTailedInterval } from "@mmm/posterior";

/** [point] each, in the quantity's own unit. */
export interface Band {
  readonly mean: Float64Array;
  /** Ends of the equal-tailed interval of each point; of single points, not of the whole line. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Draws behind a band: 1,000 evenly spaced ones fix a 5 % quantile to the width of a line, without holding all of them. */
export const drawsPerBand = 1000;

/** Summarises draws [point][draw]. */
export function bandOf(points: readonly Float64Array[], interval = 0.9): Band {
  const ends = points.map((draws) => equalTailedInterval(draws, interval));
  return {
    mean: Float64Array.from(points, mean),
    low: Float64Array.from(ends, ({ low }) => low),
    high: Float64Array.from(ends, ({ high }) => high),
  };
}

/** Room for draws [point][draw]. */
export function emptyPoints(points: number, draws: number): readonly Float64Array[] {
  return Array.from({ length: points }, () => new Float64Array(draws));
}

/** Writes one draw of every point. */
export function putDraw(points: readonly Float64Array[], draw: number, values: Float64Array): void {
  points.forEach((own, i) => (own[draw] = values[i]!));
}

/** How far values lie from their median, in units that a few wild values cannot stretch. */
import { mean, quantile } from "@mmm/numerics";

/** The median. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5);
}

/** The middle of values and the unit in which their distances from it are measured. */
export interface RobustShape {
  readonly middle: number;
  /** 0 where all values are equal */
  readonly spread: number;
}

/**
 * The median, and the median distance from it scaled to the standard deviation of a normal sample (Iglewicz & Hoaglin 1993):
 *
 *     spread = median(|x − median|) / 0.6745
 *
 * Where more than half of the values are equal that is 0, and 1.2533 · mean(|x − median|) stands in for it.
 *
 * @source iglewicz1993
 */
export function robustShape(values: Float64Array): RobustShape {
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  return { middle, spread: median(distances) / 0.6745 || 1.2533 * mean(distances) };
}

/**
 * Modified z-scores, which for a normal sample are about its z-scores: (x − median) / spread.
 *
 * @source iglewicz1993
 */
export function robustDeviations(values: Float64Array): Float64Array {
  const { middle, spread } = robustShape(values);
  return values.map((value) => (spread === 0 ? 0 : (value - middle) / spread));
}

/** How far values lie from their median, in units that a few wild values cannot stretch. */
import { mean, quantile } from "@mmm/numerics";

/** The median. */
export function median(values: Float64Array): number {
  return quantile(values, 0.5);
}

/**
 * Modified z-scores (Iglewicz & Hoaglin 1993), which for a normal sample are about its z-scores:
 *
 *     0.6745 · (x − median) / median(|x − median|)
 *
 * Where more than half of the values are equal that divisor is 0, and 1.2533 · mean(|x − median|) stands in for it.
 *
 * @source iglewicz1993
 */
export function robustDeviations(values: Float64Array): Float64Array {
  const middle = median(values);
  const distances = values.map((value) => Math.abs(value - middle));
  const spread = median(distances) / 0.6745 || 1.2533 * mean(distances);
  return values.map((value) => (spread === 0 ? 0 : (value - middle) / spread));
}

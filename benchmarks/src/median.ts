/** The median of what was measured. */

import { quantile } from "@mmm/numerics";

/** The middle value; of an even number the mean of both. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values), 0.5);
}

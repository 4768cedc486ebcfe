/** Mean and standard deviation of outcomes over draws, with the gradient of the latter. */

import { mean, variance } from "@mmm/numerics";

/**
 * Mean and standard deviation, the corner of the latter at 0 rounded off: √(variance + corner²). In `slope` [draw] stands
 * ∂sd / ∂outcome, overwritten.
 */
export function spreadOfOutcome(
  outcome: Float64Array,
  corner: number,
  slope: Float64Array,
): { readonly mean: number; readonly sd: number } {
  const center = mean(outcome);
  const spread = outcome.length < 2 ? 0 : variance(outcome);
  const sd = Math.sqrt(spread + corner * corner);
  for (let i = 0; i < outcome.length; i++) {
    slope[i] = outcome.length < 2 ? 0 : (outcome[i] - center) / ((outcome.length - 1) * sd);
  }
  return { mean: center, sd };
}

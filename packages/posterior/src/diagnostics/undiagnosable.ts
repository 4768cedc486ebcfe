/** The one place that decides which draws have no diagnosis. */
import { isConstant } from "../chains/chain-means.js";

/**
 * Whether a diagnostic of these draws must be NaN (R's posterior says NA): some draw is not finite, or all are equal.
 *
 * Constant draws: a quantity that is fixed by the model and chains that are all stuck at one place look the same, so
 * neither "converged" nor "stuck" would be honest. (`judgeDraws` can tell them apart, because it sees the other
 * quantities move.) Non-finite draws: no mean or variance exists. Rank-based diagnostics ask this of the ranks, where
 * infinite draws still count; see `rankNormalize`.
 *
 * Constant means equal to the last bit. R calls draws constant when they differ by less than 2.2e-16, which makes the
 * answer depend on the unit: revenue in billions would have no standard error where revenue in euros has one.
 */
export function isUndiagnosable(values: Float64Array): boolean {
  return !values.every(Number.isFinite) || isConstant(values);
}

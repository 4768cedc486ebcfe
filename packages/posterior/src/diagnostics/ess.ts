/** Effective sample sizes: how many independent draws these draws are worth, for each use of them. */
import { mean, quantile } from "@mmm/numerics";
import { type Chains, mapDraws } from "../chains/chains.js";
import { rankNormalize } from "../chains/rank-normalize.js";
import { splitChains } from "../chains/split-chains.js";
import { effectiveSize } from "./effective-size.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * Bulk ESS: the effective sample size in the middle of the distribution, on ranks, so it exists for any tail.
 *
 *     essBulk = ESS(z(split x))
 *
 * @param x  chain × draw, any unit
 * @returns  in draws, at most S · log10(S); NaN when all draws are equal, any is NaN, or a chain has fewer than 6
 * @source vehtari2021
 * @example
 * essBulk(selectParameter(exampleDraws(), "intercept")) > 400; // => true
 */
export function essBulk(x: Chains): number {
  return effectiveSize(rankNormalize(splitChains(x)));
}

/**
 * Tail ESS: the effective sample size of the 5 % and 95 % quantiles, the smaller of the two. It says whether the ends
 * of a 90 % interval can be believed.
 *
 * @param x  chain × draw, any unit
 * @returns  in draws; NaN when all draws are equal, any is not finite, or a chain has fewer than 6
 * @source vehtari2021
 * @example
 * essTail(selectParameter(exampleDraws(), "intercept")) > 400; // => true
 */
export function essTail(x: Chains): number {
  const sorted = x.values.slice().sort(); // once for both quantiles: sorting is half of their cost
  return Math.min(essBelow(x, quantile(sorted, 0.05)), essBelow(x, quantile(sorted, 0.95)));
}

/**
 * ESS of the mean: ESS(split x).
 *
 * @param x  chain × draw; must have a finite variance for the result to mean anything
 * @returns  in draws; NaN as for `essTail`
 * @source vehtari2021
 * @example
 * essMean(selectParameter(exampleDraws(), "intercept")) > 400; // => true
 */
export function essMean(x: Chains): number {
  return effectiveSize(splitChains(x));
}

/**
 * ESS of the standard deviation: ESS(split (x − x̄)²).
 *
 * @param x  chain × draw; must have a finite fourth moment for the result to mean anything
 * @returns  in draws; NaN as for `essTail`
 * @source vehtari2021
 * @example
 * essSd(selectParameter(exampleDraws(), "intercept")) > 400; // => true
 */
export function essSd(x: Chains): number {
  return essMean(squaredDeviations(x));
}

/**
 * ESS of a quantile: ESS(split 1{x ≤ Q}), with Q the quantile of all draws (type 7).
 *
 * @param x            chain × draw
 * @param probability  of the quantile, in [0, 1]
 * @returns  in draws; NaN as for `essTail`, and when no draw lies above the quantile
 * @source vehtari2021
 * @example
 * essQuantile(selectParameter(exampleDraws(), "intercept"), 0.9) > 400; // => true
 */
export function essQuantile(x: Chains, probability: number): number {
  return essBelow(x, quantile(x.values, probability));
}

/** ESS of the share of draws at or below a threshold. */
function essBelow(x: Chains, threshold: number): number {
  if (isUndiagnosable(x.values)) return NaN;
  return effectiveSize(splitChains(mapDraws(x, (value) => (value <= threshold ? 1 : 0))));
}

/**
 * ESS of the median: `essQuantile(x, 0.5)`.
 *
 * @param x  chain × draw
 * @returns  in draws; NaN as for `essQuantile`
 * @source vehtari2021
 * @example
 * essMedian(selectParameter(exampleDraws(), "intercept")) > 400; // => true
 */
export function essMedian(x: Chains): number {
  return essQuantile(x, 0.5);
}

/** (x − x̄)² with x̄ the mean of all draws: what the standard deviation is a mean of. */
export function squaredDeviations(x: Chains): Chains {
  const centre = mean(x.values);
  return mapDraws(x, (value) => (value - centre) * (value - centre));
}

/** R-hat: do the chains tell one story? */
import { mean, variance } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { fold } from "../chains/fold.js";
import { chainMeans, chainVariances } from "../chains/chain-means.js";
import { rankNormalize } from "../chains/rank-normalize.js";
import { splitChains } from "../chains/split-chains.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * R-hat: whether the chains have found the same distribution, in location and in spread.
 *
 *     rhat = max(R(z(split x)), R(z(split |x − median|)))
 *
 * with z the normal scores of the ranks and R the root of (between + within) over within variance. 1 means that
 * chains, and their halves, cannot be told apart; above 1.01 they should not be pooled.
 *
 * @param x  chain × draw, any unit: ranks make the result the same in every unit
 * @returns  ≥ 1 up to noise; `Infinity` when chains stand still at different places; NaN when all draws are equal, any
 *           is NaN, or a chain has fewer than 4 draws
 * @source vehtari2021
 * @example
 * rhat(selectParameter(exampleDraws(), "intercept")) < 1.01; // => true
 */
export function rhat(x: Chains): number {
  return Math.max(bulkRhat(x), foldedRhat(x));
}

/**
 * Split R-hat without ranks, as it stood from 2013 to 2019: for comparison with older results.
 *
 * @param x  chain × draw; must have a finite variance for the result to mean anything
 * @returns  as `rhat`; NaN also when any draw is infinite
 * @source vehtari2021
 * @example
 * rhatBasic(makeChains([[1, 2, 3, 4], [2, 1, 4, 3]])); // => 1.7795130420052185
 */
export function rhatBasic(x: Chains): number {
  return rhatOf(splitChains(x));
}

function bulkRhat(x: Chains): number {
  return rhatOf(rankNormalize(splitChains(x)));
}

/** The half of `rhat` that sees chains of different spread. */
export function foldedRhat(x: Chains): number {
  return rhatOf(rankNormalize(splitChains(fold(x))));
}

/** √((B/W + n − 1) / n) of the chains as they are: B = n · variance of chain means, W = mean of chain variances. */
export function rhatOf(x: Chains): number {
  if (x.chains < 2 || isUndiagnosable(x.values)) return NaN;
  const between = variance(chainMeans(x));
  const within = mean(chainVariances(x));
  return Math.sqrt(between / within + (x.draws - 1) / x.draws);
}

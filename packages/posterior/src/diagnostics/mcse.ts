/** Monte Carlo standard errors: how far a summary would move if the same chains were run again with another seed. */
import { betaQuantile, mean, variance } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { essMean, essQuantile, squaredDeviations } from "./ess.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * Standard error of the posterior mean: sd / √essMean.
 *
 * @param x  chain × draw; must have a finite variance for the result to mean anything
 * @returns  in the unit of x, > 0; NaN when all draws are equal, any is not finite, or a chain has fewer than 6
 * @source vehtari2021
 * @example
 * mcseMean(selectParameter(exampleDraws(), "intercept")) < 0.25; // => true
 */
export function mcseMean(x: Chains): number {
  return Math.sqrt(variance(x.values) / essMean(x));
}

/**
 * Standard error of the posterior standard deviation, by the delta method from that of E[(x − x̄)²]:
 *
 *     mcseSd = √(Var(y) / ESS(y) / (4 E[y])),     y = (x − x̄)²
 *
 * @param x  chain × draw; must have a finite fourth moment for the result to mean anything
 * @returns  in the unit of x; NaN as for `mcseMean`
 * @source vehtari2021
 * @example
 * mcseSd(selectParameter(exampleDraws(), "intercept")) < 0.25; // => true
 */
export function mcseSd(x: Chains): number {
  if (isUndiagnosable(x.values)) return NaN;
  const squares = squaredDeviations(x);
  const expected = mean(squares.values);
  const count = squares.values.length;
  const spread = (variance(squares.values) * (count - 1)) / count;
  return Math.sqrt(spread / essMean(squares) / (4 * expected));
}

/** Φ(−1) and Φ(1), to the digits that R's posterior uses: one standard error to either side. */
const oneSigma = [0.1586553, 0.8413447] as const;

/**
 * Standard error of a quantile: half the width of the interval of draws that a Beta distribution with the quantile's
 * ESS gives for one standard error to either side. No density needs to be estimated.
 *
 * @param x            chain × draw
 * @param probability  of the quantile, in [0, 1]
 * @returns  in the unit of x, ≥ 0; NaN as for `essQuantile`
 * @source vehtari2021
 * @example
 * mcseQuantile(selectParameter(exampleDraws(), "intercept"), 0.05) < 0.6; // => true
 */
export function mcseQuantile(x: Chains, probability: number): number {
  const ess = essQuantile(x, probability);
  if (Number.isNaN(ess)) return NaN;
  const sorted = x.values.slice().sort();
  const count = sorted.length;
  const a = ess * probability + 1;
  const b = ess * (1 - probability) + 1;
  const low = Math.max(1, Math.floor(betaQuantile(oneSigma[0], a, b) * count));
  const high = Math.min(count, Math.ceil(betaQuantile(oneSigma[1], a, b) * count));
  return (sorted[high - 1] - sorted[low - 1]) / 2;
}

/**
 * Standard error of the median: `mcseQuantile(x, 0.5)`.
 *
 * @param x  chain × draw
 * @returns  in the unit of x, ≥ 0; NaN as for `mcseQuantile`
 * @source vehtari2021
 * @example
 * mcseMedian(selectParameter(exampleDraws(), "intercept")) < 0.4; // => true
 */
export function mcseMedian(x: Chains): number {
  return mcseQuantile(x, 0.5);
}

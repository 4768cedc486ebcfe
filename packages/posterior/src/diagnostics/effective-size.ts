/** How many independent draws the given chains are worth for their mean: the engine under every ESS. */
import { log, sum, variance } from "@mmm/numerics";
import { meanAutocovariance } from "../chains/autocovariance.js";
import type { Chains } from "../chains/chains.js";
import { chainMeans } from "../chains/chain-means.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * S / τ with τ = 1 + 2 Σ ρ(t), the sum cut off and smoothed by Geyer's initial positive and monotone sequences.
 *
 * Never above S · log10(S): antithetic chains beat independent draws, but an estimate beyond that is noise.
 * NaN for fewer than 3 draws a chain, and for draws without a diagnosis.
 *
 * @source vehtari2021, geyer1992
 */
export function effectiveSize(x: Chains): number {
  if (x.draws < 3 || isUndiagnosable(x.values)) return NaN;
  const correlation = combinedAutocorrelation(x);
  if (!correlation.every(Number.isFinite)) return NaN; // squares over- or underflowed
  const size = x.chains * x.draws;
  const { pairs, end } = initialPositiveSequence(correlation);
  smoothMonotone(pairs, end);
  const tau = correlationTime(pairs, end);
  return size / Math.max(tau, Math.LN10 / log(size));
}

/** ρ(t) = 1 − (W − ā(t)) / V: within-chain autocovariance against the variance that also knows how chains differ. */
function combinedAutocorrelation(x: Chains): Float64Array {
  const n = x.draws;
  const covariance = meanAutocovariance(x);
  const within = (covariance[0] * n) / (n - 1);
  const between = x.chains > 1 ? variance(chainMeans(x)) : 0;
  const total = covariance[0] + between;
  const correlation = covariance.map((value) => 1 - (within - value) / total);
  correlation[0] = 1;
  return correlation;
}

/**
 * Keeps pairs ρ(t) + ρ(t + 1), t even, while they are positive: for a reversible chain the true sums are, so the first
 * negative one is noise. The even member of that pair is kept too if positive, which steadies antithetic chains.
 */
function initialPositiveSequence(correlation: Float64Array): { pairs: Float64Array; end: number } {
  const n = correlation.length;
  const pairs = new Float64Array(n);
  let end = 0;
  let even = 1;
  let odd = correlation[1];
  pairs[0] = even;
  pairs[1] = odd;
  while (end < n - 5 && even + odd > 0) {
    end += 2;
    even = correlation[end];
    odd = correlation[end + 1];
    if (even + odd >= 0) {
      pairs[end] = even;
      pairs[end + 1] = odd;
    }
  }
  if (even > 0) pairs[end] = even;
  return { pairs, end };
}

/** A pair above the one before it is noise as well: the sums of a reversible chain only fall. */
function smoothMonotone(pairs: Float64Array, end: number): void {
  for (let t = 2; t <= end - 2; t += 2) {
    const before = pairs[t - 2] + pairs[t - 1];
    if (pairs[t] + pairs[t + 1] > before) {
      pairs[t] = before / 2;
      pairs[t + 1] = before / 2;
    }
  }
}

/**
 * τ = −1 + 2 Σ_{t < end} ρ(t) + ρ(end).
 *
 * With at most 5 draws in a chain no pair can be judged and the sum is empty; τ would be 0, the mark of perfectly
 * antithetic chains, from no evidence at all. R's posterior then arrives at τ = 2, half the draws, and so do we.
 */
function correlationTime(pairs: Float64Array, end: number): number {
  const total = end === 0 ? 1 : sum(pairs.subarray(0, end));
  return -1 + 2 * total + pairs[end];
}

/** Mean, variance and quantiles of weighted draws. */
import { quantile } from "@mmm/numerics";

/** Σ w x, for weights that add up to 1. */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let total = 0;
  for (let s = 0; s < values.length; s++) total += weights[s] * values[s];
  return total;
}

/** (Σ w x² − (Σ w x)²) / (1 − Σ w²): n − 1 in the denominator, with n = 1 / Σ w² draws that count. */
export function weightedVariance(values: Float64Array, weights: Float64Array): number {
  const centre = weightedMean(values, weights);
  // Around the mean the squares do not cancel.
  const spread = weightedMean(
    values.map((value) => (value - centre) * (value - centre)),
    weights,
  );
  return spread / (1 - weightedMean(weights, weights));
}

/**
 * The value at which the cumulated weights reach `probability`, linear between draws; for equal weights the type 7
 * quantile.
 */
export function weightedQuantile(values: Float64Array, weights: Float64Array, probability: number): number {
  if (weights.every((weight) => weight === weights[0])) return quantile(values, probability);
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const target = probability * weights.reduce((total, weight) => total + weight, 0);
  let below = 0;
  for (let j = 0; j < order.length; j++) {
    const reached = below + weights[order[j]];
    if (reached >= target || j === order.length - 1) {
      if (j === 0) return values[order[0]];
      const from = values[order[j - 1]];
      return from + ((values[order[j]] - from) * (target - below)) / (reached - below);
    }
    below = reached;
  }
  return NaN;
}

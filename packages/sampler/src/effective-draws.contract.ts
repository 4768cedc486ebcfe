/** A plain effective sample size for tests: initial positive pairs of autocorrelations, chains pooled. */
import type { Trace } from "./trace.js";

/** Of one quantity of the draws; R's posterior agrees within a few percent where chains mix. */
export function effectiveDraws(
  traces: readonly Trace[],
  quantity: (position: Float64Array) => number,
): number {
  const chains = traces.map(({ positions, draws, dimension }) =>
    Array.from({ length: draws }, (_, n) => quantity(positions.subarray(n * dimension, (n + 1) * dimension))),
  );
  const count = chains[0].length;
  const mean = chains.flat().reduce((sum, value) => sum + value, 0) / (count * chains.length);
  const covariance = (lag: number): number => {
    let total = 0;
    for (const chain of chains) {
      for (let n = lag; n < count; n++) total += (chain[n] - mean) * (chain[n - lag] - mean);
    }
    return total / (count * chains.length);
  };
  const variance = covariance(0);
  let time = -1;
  for (let lag = 0; lag + 1 < count; lag += 2) {
    const pair = (covariance(lag) + covariance(lag + 1)) / variance;
    if (!(pair > 0)) break;
    time += 2 * pair;
  }
  return (count * chains.length) / Math.max(time, 1e-3);
}

/** Evaluations of the density of all chains, warm-up included. */
export function gradientsOf(traces: readonly Trace[]): number {
  return traces.reduce(
    (sum, { warmup, leapfrogs }) =>
      sum + warmup.startingTries + warmup.leapfrogs + leapfrogs.reduce((total, count) => total + count, 0),
    0,
  );
}

/** Where the rank distribution of each of several chains stays when they all have the same distribution. */
import { exp, type RandomStream, randomStream } from "@mmm/numerics";
import { countQuantile, cumulate } from "./cumulate.js";
import { checkBand, type EcdfBand, type EcdfBandOptions } from "./ecdf-band.js";
import { logFactorials } from "./log-factorials.js";

/** Simulated sets of chains from which γ is read; its error is then about 6 % of it. */
const simulations = 5000;

/**
 * Simultaneous band for the rank distribution functions of all chains at once.
 *
 * All draws are ranked together. Of the ⌊z · S⌋ lowest ranks, the number that falls to one chain is hypergeometric; the
 * band holds its central 1 − γ at each position, and γ is such that all chains stay inside everywhere with the given
 * probability, by 5,000 simulated sets with a stream of their own (so one shape always gives one band).
 *
 * @param chains   ≥ 2
 * @param draws    of each chain, ≥ 1, independent: thin before, see `checkChainRanks`
 * @param options  probability and number of positions
 * @returns  shares of a chain's draws; `coverage` is that of the simulation
 * @throws  {Error} for a probability outside (0, 1), fewer than two chains, and numbers that are no counts
 * @source sailynoja2022
 * @example
 * const { lower, upper } = chainRankBand(4, 50, { points: 10 });
 * lower[4] < 0.5 && 0.5 < upper[4]; // => true
 */
export function chainRankBand(chains: number, draws: number, options: EcdfBandOptions = {}): EcdfBand {
  const { probability = 0.95, points = Math.min(draws, 100) } = options;
  checkBand("chainRankBand", draws, points, probability);
  if (!(Number.isInteger(chains) && chains >= 2)) {
    throw new Error(`chainRankBand.chains: must be a whole number ≥ 2, got ${chains}. Compare chains.`);
  }
  const positions = Float64Array.from({ length: points }, (_, i) => (i + 1) / points);
  const lowest = Array.from(positions, (z) => Math.floor(z * draws * chains));
  const below = lowest.map((count) => cumulate(hypergeometricProbabilities(draws, chains, count)));
  const deviations = simulateDeviations(chains, draws, lowest, below);
  const left = Math.floor(simulations * (1 - probability));
  const gamma = deviations[left];
  return {
    positions,
    lower: Float64Array.from(below, (cumulated) => countQuantile(cumulated, gamma / 2) / draws),
    upper: Float64Array.from(below, (cumulated) => countQuantile(cumulated, 1 - gamma / 2) / draws),
    gamma,
    coverage: deviations.filter((deviation) => deviation >= gamma).length / simulations,
  };
}

/** P(k of the `count` lowest ranks belong to one chain of `draws`), k = 0 … draws. */
function hypergeometricProbabilities(draws: number, chains: number, count: number): Float64Array {
  const all = draws * chains;
  const others = all - draws;
  const factorials = logFactorials(all);
  const choose = (n: number, k: number): number => factorials[n] - factorials[k] - factorials[n - k];
  return Float64Array.from({ length: draws + 1 }, (_, k) =>
    k > count || count - k > others
      ? 0
      : exp(choose(draws, k) + choose(others, count - k) - choose(all, count)),
  );
}

/** The γ at which each simulated set of chains would just touch the band, ascending. */
function simulateDeviations(
  chains: number,
  draws: number,
  lowest: readonly number[],
  below: readonly Float64Array[],
): Float64Array {
  const stream = randomStream("chainRankBand", chains, draws, lowest.length);
  const owner = Int32Array.from({ length: chains * draws }, (_, rank) => rank % chains);
  return Float64Array.from({ length: simulations }, () => {
    shuffle(owner, stream);
    return deviationOf(owner, chains, lowest, below);
  }).sort();
}

/** Any order about equally likely: a share of 2^32 favours none by more than S / 2^32, which no simulation can see. */
function shuffle(values: Int32Array, stream: RandomStream): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(((i + 1) * stream.nextUint32()) / 4294967296);
    const value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}

/** Twice the smallest tail probability over all chains and positions. */
function deviationOf(
  owner: Int32Array,
  chains: number,
  lowest: readonly number[],
  below: readonly Float64Array[],
): number {
  const counts = new Int32Array(chains);
  let rank = 0;
  let smallest = 1;
  lowest.forEach((count, i) => {
    for (; rank < count; rank++) counts[owner[rank]] += 1;
    for (const k of counts) {
      const above = 1 - (k === 0 ? 0 : below[i][k - 1]);
      smallest = Math.min(smallest, below[i][k], above);
    }
  });
  return 2 * smallest;
}

/** Simulation-based calibration: do posteriors of simulated data hold the parameters that made them as often as they say? */
import { drawInteger, type RandomStream } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { bandAt, checkBand, type EcdfBand, type EcdfBandOptions } from "./ecdf-band.js";

/**
 * Rank of the true value among posterior draws: how many lie below it.
 *
 *     rank = #{θ < θ̃} + a uniform number of those equal to θ̃
 *
 * @param draws   posterior draws of one simulated data set, about independent: `spreadDraws` picks them
 * @param truth   θ̃, the value from the prior that the data were simulated with
 * @param stream  decides among ties, as in discrete quantities
 * @returns  0 … draws.length, each equally likely for a calibrated posterior
 * @throws  {Error} when a draw or the truth is NaN
 * @source talts2018, modrak2023
 * @example
 * import { randomStream } from "@mmm/numerics";
 * sbcRank([1, 2, 3, 4], 2.5, randomStream(1)); // => 2
 */
export function sbcRank(draws: ArrayLike<number>, truth: number, stream: RandomStream): number {
  let below = 0;
  let equal = 0;
  for (let i = 0; i < draws.length; i++) {
    if (Number.isNaN(draws[i] - truth) && draws[i] !== truth) {
      throw new Error(
        `sbcRank: draws and truth must be comparable numbers, got ${draws[i]} and ${truth}. Leave this simulation out and count it.`,
      );
    }
    if (draws[i] < truth) below += 1;
    else if (draws[i] === truth) equal += 1;
  }
  return equal === 0 ? below : below + drawInteger(stream, equal + 1);
}

/**
 * Draws for a rank, evenly spread over all chains, so that neighbours are about independent.
 *
 * @param x      chain × draw, with an ESS of at least `count`
 * @param count  how many; default 99, which gives 100 possible ranks
 * @returns  `count` draws
 * @throws  {Error} when there are not as many
 * @source talts2018
 * @example
 * spreadDraws(makeChains([[1, 2, 3, 4], [5, 6, 7, 8]]), 4); // => [2, 4, 6, 8]
 */
export function spreadDraws(x: Chains, count = 99): Float64Array {
  const size = x.values.length;
  if (!(Number.isInteger(count) && count >= 1 && count <= size)) {
    throw new Error(
      `spreadDraws: count must be a whole number from 1 to the ${size} draws, got ${count}. Sample more, or ask for fewer.`,
    );
  }
  return Float64Array.from({ length: count }, (_, i) => x.values[Math.floor(((i + 1) * size) / count) - 1]);
}

/** Whether ranks look uniform, with what a figure needs to show it. */
export interface RankCheck extends EcdfBand {
  /** Whether the distribution function lies inside the band everywhere. */
  readonly inside: boolean;
  /** [point]  share of ranks at or below the position */
  readonly ecdf: Float64Array;
  /** What the shape of the departure says, in words; empty when inside. */
  readonly advice: string;
}

/**
 * Checks that ranks of true values are uniform, over their whole distribution at once.
 *
 * @param ranks    [simulation]  from `sbcRank`, each 0 … largest
 * @param largest  the largest possible rank: the number of draws that were ranked against
 * @param options  probability that a calibrated posterior passes (default 0.95; several quantities need more, such as
 *                 0.99), and number of positions (default at most 100; rounded to ranks)
 * @returns  the verdict, the distribution function and its band
 * @throws  {Error} without ranks, and when one is no whole number from 0 to `largest`
 * @source talts2018, sailynoja2022
 * @example
 * const ranks = Array.from({ length: 200 }, (_, i) => i % 100);
 * checkRanks(ranks, 99).inside; // => true
 */
export function checkRanks(
  ranks: ArrayLike<number>,
  largest: number,
  options: EcdfBandOptions = {},
): RankCheck {
  const { probability = 0.95, points = Math.min(ranks.length, 100) } = options;
  checkBand("checkRanks", ranks.length, points, probability);
  const outside = Array.from(ranks).find((rank) => !(Number.isInteger(rank) && rank >= 0 && rank <= largest));
  if (outside !== undefined) {
    throw new Error(
      `checkRanks: ranks must be whole numbers from 0 to ${largest}, got ${outside}. Give what sbcRank gave.`,
    );
  }
  const positions = positionsOfRanks(largest + 1, points);
  const band = bandAt(ranks.length, positions, probability);
  const ecdf = positions.map((z) => shareBelow(ranks, Math.round(z * (largest + 1))));
  const inside = ecdf.every((share, i) => share >= band.lower[i] && share <= band.upper[i]);
  return { ...band, inside, ecdf, advice: inside ? "" : adviseOnRanks(band, ecdf) };
}

/** Positions at whole numbers of ranks, where a discrete uniform distribution function is exactly z. */
function positionsOfRanks(possible: number, points: number): Float64Array {
  const count = Math.min(points, possible);
  return Float64Array.from({ length: count }, (_, i) => Math.floor(((i + 1) * possible) / count) / possible);
}

function shareBelow(ranks: ArrayLike<number>, bound: number): number {
  let below = 0;
  for (let i = 0; i < ranks.length; i++) if (ranks[i] < bound) below += 1;
  return below / ranks.length;
}

/** Where the function leaves the band on either half tells what is wrong with the posterior. */
function adviseOnRanks({ positions, lower, upper }: EcdfBand, ecdf: Float64Array): string {
  const leaves = (half: (z: number) => boolean, side: "above" | "below"): boolean =>
    positions.some((z, i) => half(z) && (side === "above" ? ecdf[i] > upper[i] : ecdf[i] < lower[i]));
  const early = { above: leaves((z) => z < 0.5, "above"), below: leaves((z) => z < 0.5, "below") };
  const late = { above: leaves((z) => z >= 0.5, "above"), below: leaves((z) => z >= 0.5, "below") };
  const above = early.above || late.above;
  const below = early.below || late.below;
  if (above && !below) return "True values lie low among the draws: the posterior is too high.";
  if (below && !above) return "True values lie high among the draws: the posterior is too low.";
  if (early.above && late.below) return "True values lie outside too often: the posterior is too narrow.";
  if (early.below && late.above) return "True values lie in the middle too often: the posterior is too wide.";
  return "Ranks are not uniform: the posterior has another shape than it should have.";
}

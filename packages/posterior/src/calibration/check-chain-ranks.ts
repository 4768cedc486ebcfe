/** Do chains draw from one distribution, seen over the whole of it and not only in two numbers? */
import { ranksWithTies } from "@mmm/numerics";
import type { Chains } from "../chains/chains.js";
import { chainOf } from "../chains/chains.js";
import { chainRankBand } from "./chain-rank-band.js";
import type { EcdfBand, EcdfBandOptions } from "./ecdf-band.js";

/** The rank distribution of every chain beside the band for all of them. */
export interface ChainRankCheck extends EcdfBand {
  /** Whether every chain lies inside the band everywhere. */
  readonly inside: boolean;
  /** [chain][point]  share of the chain's draws among the lowest ⌊z · S⌋ */
  readonly ecdf: readonly Float64Array[];
  /** Chains that leave the band, from 1. */
  readonly outside: readonly number[];
}

/**
 * Checks that the draws of each chain are spread evenly among all draws: a rank plot with its verdict.
 *
 * Where R-hat says that chains disagree, this says which one, and where: a chain above the band in the middle lies low.
 * The band is for independent draws, so thin autocorrelated chains to about their ESS first (`thinDraws`), or it will be
 * left too often.
 *
 * @param x        chain × draw, at least 2 chains, about independent draws
 * @param options  probability that chains of one distribution all stay inside, and number of positions
 * @returns  the verdict, the distribution functions and their band
 * @throws  {Error} for fewer than two chains, and when a draw is NaN
 * @source sailynoja2022, vehtari2021
 * @example
 * checkChainRanks(selectParameter(thinDraws(exampleDraws(), 5), "noise"), { probability: 0.99 }).inside; // => true
 */
export function checkChainRanks(x: Chains, options: EcdfBandOptions = {}): ChainRankCheck {
  if (x.values.some(Number.isNaN)) {
    throw new Error("checkChainRanks: draws must have ranks, got NaN. Look at how the quantity is computed.");
  }
  const band = chainRankBand(x.chains, x.draws, options);
  const ranks = { ...x, values: ranksWithTies(x.values) };
  const size = x.values.length;
  const ecdf = Array.from({ length: x.chains }, (_, c) => {
    const ascending = chainOf(ranks, c).slice().sort();
    return band.positions.map((z) => countUpTo(ascending, Math.floor(z * size)) / x.draws);
  });
  const leaves = (shares: Float64Array): boolean =>
    shares.some((share, i) => share < band.lower[i] || share > band.upper[i]);
  const outside = ecdf.flatMap((shares, c) => (leaves(shares) ? [c + 1] : []));
  return { ...band, inside: outside.length === 0, ecdf, outside };
}

function countUpTo(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

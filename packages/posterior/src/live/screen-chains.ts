/** Two numbers per parameter from one pass over the draws: who looks as if he had not converged. */
import type { ChainPositions } from "./chain-positions.js";

/** Per parameter; NaN where all draws are equal or one is not finite. */
export interface Screening {
  /** Variance of the means of half chains over the mean of their variances. */
  readonly disagreement: Float64Array;
  /** Mean product of neighbouring draws of a half chain, centred, over the same. */
  readonly likeness: Float64Array;
}

export function screenChains(chains: readonly ChainPositions[], draws: number): Screening {
  const dimension = chains[0].dimension;
  const [disagreement, likeness] = [new Float64Array(dimension), new Float64Array(dimension)];
  const half = Math.floor(draws / 2);
  const starts = chains.flatMap((chain) => [
    { chain, from: 0 },
    { chain, from: draws - half },
  ]);
  for (let i = 0; i < dimension; i++) {
    const halves = starts.map(({ chain, from }) => describeHalf(chain, from, half, i));
    const total = (of: (described: HalfChain) => number): number =>
      halves.reduce((sum, described) => sum + of(described), 0);
    const centre = total(({ mean }) => mean) / halves.length;
    const within = total(({ variance }) => variance);
    disagreement[i] = total(({ mean }) => (mean - centre) * (mean - centre)) / within;
    likeness[i] = total(({ covariance }) => covariance) / within;
  }
  return { disagreement, likeness };
}

interface HalfChain {
  readonly mean: number;
  readonly variance: number;
  readonly covariance: number;
}

function describeHalf(
  { positions, dimension }: ChainPositions,
  from: number,
  half: number,
  i: number,
): HalfChain {
  let mean = 0;
  for (let n = 0; n < half; n++) mean += positions[(from + n) * dimension + i] / half;
  let variance = 0;
  let covariance = 0;
  let before = 0;
  for (let n = 0; n < half; n++) {
    const deviation = positions[(from + n) * dimension + i] - mean;
    variance += deviation * deviation;
    covariance += deviation * before;
    before = deviation;
  }
  return { mean, variance: variance / half, covariance: covariance / half };
}

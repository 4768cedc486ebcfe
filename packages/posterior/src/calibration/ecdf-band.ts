/** Where the distribution function of a uniform sample stays, over its whole length at once. */
import { exp, log, log1p } from "@mmm/numerics";
import { countQuantile, cumulate } from "./cumulate.js";
import { logFactorials } from "./log-factorials.js";
import { minimizeScalar } from "./minimize-scalar.js";

/** A simultaneous band: between `lower` and `upper` everywhere with probability `coverage`. */
export interface EcdfBand {
  /** [point]  where the distribution function is looked at, ascending, the last one 1 */
  readonly positions: Float64Array;
  /** [point]  smallest and largest share of the sample at or below the position that are inside the band */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** γ: each single position is left with at most this probability. */
  readonly gamma: number;
  /** Probability that a uniform sample stays inside. Exact up to rounding, or by simulation for several chains. */
  readonly coverage: number;
}

/** How an `EcdfBand` is made. */
export interface EcdfBandOptions {
  /** Probability to stay inside everywhere, in (0, 1). Default 0.95. */
  readonly probability?: number;
  /** Number of equally spaced positions; default the sample size, at most 200: more cost time and change little. */
  readonly points?: number;
}

/**
 * Simultaneous band for the empirical distribution function of a uniform sample.
 *
 * At each position z the count of values ≤ z is binomial; the band holds its central 1 − γ. γ is chosen so that the
 * whole function stays inside with the given probability, which is computed exactly, position by position. Counts are
 * whole, so coverage can only come near the probability; it is given as well.
 *
 * @param size     of the sample, ≥ 1
 * @param options  probability and number of positions
 * @returns  shares of the sample, not counts
 * @throws  {Error} for a probability outside (0, 1), and for sizes and numbers of points that are no counts
 * @source sailynoja2022
 * @example
 * ecdfBand(100, { points: 20 }).gamma > 0.007; // => true
 */
export function ecdfBand(size: number, options: EcdfBandOptions = {}): EcdfBand {
  const { probability = 0.95, points = Math.min(size, 200) } = options;
  checkBand("ecdfBand", size, points, probability);
  return bandAt(
    size,
    Float64Array.from({ length: points }, (_, i) => (i + 1) / points),
    probability,
  );
}

/** Refuses what no band can be made of. */
export function checkBand(place: string, size: number, points: number, probability: number): void {
  const count = (name: string, value: number): readonly string[] =>
    Number.isInteger(value) && value >= 1
      ? []
      : [`${place}.${name}: must be a whole number ≥ 1, got ${value}. Give a count.`];
  const faults = [...count("size", size), ...count("points", points)];
  if (!(probability > 0 && probability < 1)) {
    faults.push(
      `${place}.probability: must lie in (0, 1), got ${probability}. Give 0.95 for a band of 95 %.`,
    );
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
}

/** R's default tolerance for a minimum, with which the published values of γ were computed. */
const gammaTolerance = 1 / 8192;

/** The band at ascending positions that end with 1. */
export function bandAt(size: number, positions: Float64Array, probability: number): EcdfBand {
  const counts = countsOfUniformSample(size, positions);
  const coverageAt = (gamma: number): number => probabilityInside(counts, limitsOf(counts, gamma));
  const gamma = minimizeScalar(
    (candidate) => Math.abs(probability - coverageAt(candidate)),
    0,
    1 - probability,
    gammaTolerance,
  );
  const { low, high } = limitsOf(counts, gamma);
  return {
    positions,
    lower: Float64Array.from(low, (count) => count / size),
    upper: Float64Array.from(high, (count) => count / size),
    gamma,
    coverage: coverageAt(gamma),
  };
}

/** What is known of the number of values up to each position, whatever the band. */
interface UniformCounts {
  readonly size: number;
  /** [point]  P(count ≤ k), and the same of the count beyond the position */
  readonly upTo: readonly Float64Array[];
  readonly beyond: readonly Float64Array[];
  /** [point]  Poisson probabilities of the number between the position and the one before */
  readonly gaps: readonly Float64Array[];
  /** Poisson probability of as many values as there are */
  readonly all: number;
}

function countsOfUniformSample(size: number, positions: Float64Array): UniformCounts {
  const factorials = logFactorials(size);
  const poisson = (expected: number): Float64Array =>
    factorials.map((ofK, k) => exp(k * log(expected) - expected - ofK));
  return {
    size,
    upTo: Array.from(positions, (z) => cumulate(binomialProbabilities(factorials, z))),
    beyond: Array.from(positions, (z) => cumulate(binomialProbabilities(factorials, 1 - z))),
    gaps: Array.from(positions, (z, i) => poisson(size * (i === 0 ? z : z - positions[i - 1]))),
    all: poisson(size)[size],
  };
}

/** P(X = k), k = 0 … n, for n trials of probability z. */
function binomialProbabilities(factorials: Float64Array, z: number): Float64Array {
  const trials = factorials.length - 1;
  if (z <= 0 || z >= 1) return factorials.map((_, k) => (k === (z >= 1 ? trials : 0) ? 1 : 0));
  const [success, failure] = [log(z), log1p(-z)];
  return factorials.map((ofK, k) =>
    exp(factorials[trials] - ofK - factorials[trials - k] + k * success + (trials - k) * failure),
  );
}

/** [point]  smallest and largest count inside. */
interface Limits {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

function limitsOf({ size, upTo, beyond }: UniformCounts, gamma: number): Limits {
  return {
    low: upTo.map((cumulated) => countQuantile(cumulated, gamma / 2)),
    high: beyond.map((cumulated) => size - countQuantile(cumulated, gamma / 2)),
  };
}

/**
 * Probability that the counts of a uniform sample stay within the limits at every position.
 *
 * Counts in the gaps between positions are those of a Poisson process that is known to have reached n at the end: so the
 * sum over all ways inside is one convolution per position, divided by the probability of n.
 */
function probabilityInside({ size, gaps, all }: UniformCounts, { low, high }: Limits): number {
  let ways: Float64Array = Float64Array.of(1);
  let first = 0;
  gaps.forEach((gap, i) => {
    ways = advance(ways, first, gap, low[i], high[i]);
    first = low[i];
  });
  return ways[size - first] / all;
}

/** Ways to reach each count from `low` to `high`, given those to each count from `first` at the position before. */
function advance(
  ways: Float64Array,
  first: number,
  gap: Float64Array,
  low: number,
  high: number,
): Float64Array {
  const next = new Float64Array(Math.max(0, high - low + 1));
  for (let j = 0; j < next.length; j++) {
    for (let i = 0; i < ways.length && first + i <= low + j; i++)
      next[j] += ways[i] * gap[low + j - first - i];
  }
  return next;
}

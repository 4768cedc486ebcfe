/** Pareto-smoothed importance sampling: weights whose largest few cannot rule the rest, and a number that says whether they did. */
import { exp, log, logSumExp } from "@mmm/numerics";
import { fitGeneralizedPareto, generalizedParetoQuantile } from "./generalized-pareto.js";

/** Smoothed importance weights of S draws. */
export interface ImportanceWeights {
  /** Logarithms; the weights themselves add up to 1. */
  readonly logWeights: Float64Array;
  /** How heavy the right tail of the raw ratios is; compare with `paretoKThreshold`. `Infinity` where none could be fitted. */
  readonly paretoK: number;
  /** Draws in the tail that was smoothed. */
  readonly tailLength: number;
  /** Independent draws of the target that these weighted draws are worth: r / Σ w². */
  readonly ess: number;
  /** Logarithm of the sum of the smoothed ratios before they were normalised. */
  readonly logNormalizer: number;
}

/** How `psis` sees the draws that the ratios belong to. */
export interface PsisOptions {
  /** Effective draws per draw, > 0. Default 1: independent draws. */
  readonly relativeEfficiency?: number;
}

/** Fewer draws than this have no tail that could be fitted. */
const shortestTail = 5;

/**
 * Importance weights from log ratios, the largest ones replaced by the order statistics that a generalised Pareto tail
 * would have, and cut off at the largest raw ratio.
 *
 * The tail is the largest ⌈min(S/5, 3√(S / r))⌉ of the S ratios. Equal ratios, or fewer than 5 in the tail, are left as
 * they are with k = `Infinity`: nothing is known of their tail.
 *
 * @param logRatios  [draw]  log(target / proposal) up to a constant, in any order
 * @param options    relative efficiency r of the draws
 * @returns  weights in the order of `logRatios`; all NaN when a ratio is NaN or +∞
 * @source vehtari2024, zhang2009
 * @example
 * psis(Float64Array.of(0, 0)).logWeights; // => [-Math.LN2, -Math.LN2]
 */
export function psis(logRatios: Float64Array, options: PsisOptions = {}): ImportanceWeights {
  const efficiency = options.relativeEfficiency ?? 1;
  const size = logRatios.length;
  const tailLength = Math.ceil(Math.min(size / 5, 3 * Math.sqrt(size / efficiency)));
  const largest = logRatios.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!Number.isFinite(largest)) return unusable(size, tailLength);
  const shifted = logRatios.map((ratio) => ratio - largest);
  const paretoK = smoothLargest(shifted, tailLength);
  const logSum = logSumExp(shifted);
  const logWeights = shifted.map((weight) => weight - logSum);
  const squares = logWeights.reduce((total, weight) => total + exp(2 * weight), 0);
  return { logWeights, paretoK, tailLength, ess: efficiency / squares, logNormalizer: logSum + largest };
}

function unusable(size: number, tailLength: number): ImportanceWeights {
  const logWeights = new Float64Array(size).fill(NaN);
  return { logWeights, paretoK: NaN, tailLength, ess: NaN, logNormalizer: NaN };
}

/** Smooths the largest `length` of `logRatios` (their maximum is 0) in place; gives the shape of their tail. */
function smoothLargest(logRatios: Float64Array, length: number): number {
  if (length < shortestTail) return Infinity;
  const ascending = logRatios.slice().sort();
  const start = ascending.length - length;
  const cutoff = exp(ascending[start - 1]);
  const exceedances = ascending.subarray(start).map((ratio) => exp(ratio) - cutoff);
  const pareto = fitGeneralizedPareto(exceedances);
  if (!Number.isFinite(pareto.shape)) return Infinity;
  largestFirst(logRatios, ascending[start], length).forEach((draw, j) => {
    const smoothed = log(generalizedParetoQuantile((length - 0.5 - j) / length, pareto) + cutoff);
    logRatios[draw] = Math.min(smoothed, 0);
  });
  return pareto.shape;
}

/** Positions of the `length` largest values, of which `smallest` is the least; of equal values the later one is larger. */
function largestFirst(values: Float64Array, smallest: number, length: number): readonly number[] {
  const positions: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] >= smallest) positions.push(i);
  return positions.sort((a, b) => values[b] - values[a] || b - a).slice(0, length);
}

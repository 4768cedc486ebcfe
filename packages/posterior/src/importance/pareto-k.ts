/** What a Pareto k allows: how large it may be, how many draws it asks for, how fast errors fall. */
import { log, pow } from "@mmm/numerics";

/** Beyond it the bias of a smoothed estimate falls so slowly that no number of draws helps. */
const largestUsableK = 0.7;

/**
 * The largest Pareto k with which an estimate from this many draws can be believed:
 *
 *     min(1 − 1 / log10(S), 0.7)
 *
 * @param draws  S, of all chains together, ≥ 1
 * @returns  0.667 for 1,000 draws, 0.7 from 2,155 on; below 0 for fewer than 10
 * @source vehtari2024 eq. 13
 * @example
 * paretoKThreshold(1000); // => 0.6666666666666667
 */
export function paretoKThreshold(draws: number): number {
  return Math.min(uncappedThreshold(draws), largestUsableK);
}

/** 1 − 1 / log10(S), which a mean of draws may reach; weights are capped, see `paretoKThreshold`. */
export function uncappedThreshold(draws: number): number {
  return 1 - Math.LN10 / log(draws);
}

/**
 * The number of draws from which on an estimate with this Pareto k can be believed: 10^(1 / (1 − max(0, k))).
 *
 * @param paretoK  of the weights or of the quantity
 * @returns  in draws, at least 10; `Infinity` from k = 1 on, where no mean exists; NaN for NaN
 * @source vehtari2024 eq. 11
 * @example
 * paretoMinSampleSize(0.5); // => 100
 */
export function paretoMinSampleSize(paretoK: number): number {
  if (Number.isNaN(paretoK)) return NaN;
  return paretoK < 1 ? pow(10, 1 / (1 - Math.max(0, paretoK))) : Infinity;
}

/**
 * How fast the error falls with more draws, relative to the central limit theorem: 1 means that four times the draws
 * halve it, 0.5 that sixteen times are needed.
 *
 * @param paretoK  of the weights or of the quantity
 * @param draws    S, of all chains together
 * @returns  in [0, 1]; 1 for k ≤ 0, 0 from k = 1 on; NaN for NaN
 * @source vehtari2024 appendix B
 * @example
 * paretoConvergenceRate(-0.1, 1000); // => 1
 */
export function paretoConvergenceRate(paretoK: number, draws: number): number {
  if (Number.isNaN(paretoK)) return NaN;
  if (paretoK <= 0) return 1;
  if (paretoK >= 1) return 0;
  if (paretoK === 0.5) return 1 - 1 / log(draws);
  const power = pow(draws, 2 * paretoK);
  const numerator = 2 * (paretoK - 1) * power * draws + (1 - 2 * paretoK) * power + draws * draws;
  return Math.max(0, numerator / ((draws - 1) * (draws - power)));
}

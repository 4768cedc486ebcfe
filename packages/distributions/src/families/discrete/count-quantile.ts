/** The quantile of a count from its distribution function, for families that have no formula for it. */

import type { WholeNumbers } from "../../supports/whole-numbers.js";

/**
 * The smallest whole number whose cdf reaches a probability: steps that double away from a guess, then halving.
 *
 * @param cdf          rising, at whole numbers of the support
 * @param probability  in [0, 1]
 * @param guess        any number
 * @param support      where the count lies
 * @returns            the quantile; NaN where the probability is none
 */
export function countQuantile(
  cdf: (k: number) => number,
  probability: number,
  guess: number,
  { low, high }: WholeNumbers,
): number {
  if (!(probability >= 0 && probability <= 1)) return NaN;
  if (probability === 1) return high;
  const reaches = (k: number): boolean => cdf(k) >= probability;
  const start = Math.min(high, Math.max(low, Math.floor(guess)));
  // Invariant: `above` reaches, `below` does not.
  let [below, above] = [start, start];
  if (reaches(start)) {
    for (let step = 1; below === above || (below >= low && reaches(below)); step *= 2) {
      above = below;
      below = Math.max(low - 1, start - step);
    }
  } else {
    for (let step = 1; above === below || !reaches(above); step *= 2) {
      below = above;
      above = Math.min(high, start + step);
    }
  }
  while (above - below > 1) {
    const middle = Math.floor(below + (above - below) / 2);
    if (reaches(middle)) above = middle;
    else below = middle;
  }
  return above;
}

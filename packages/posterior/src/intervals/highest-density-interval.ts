/** The shortest interval that covers a given probability. */
import { checkCoverage, type Interval } from "./equal-tailed-interval.js";

/**
 * Highest-density credible interval: the narrowest one that holds `probability` of the draws.
 *
 * Of all windows over ⌊probability · S⌋ steps of the sorted draws, the narrowest; the lowest such where several are
 * equally narrow. One interval always, so it may bridge the gap between two modes. It is the better description of a
 * skewed quantity near a border (a retention near 0), but it does not follow transformations.
 *
 * @param values       the draws of all chains, in any order
 * @param probability  that the interval covers, in (0, 1)
 * @returns  in the unit of the draws; NaN when any draw is not finite
 * @throws  {Error} when `probability` is outside (0, 1)
 * @source chen1999
 * @example
 * highestDensityInterval(Float64Array.of(0, 1, 1.1, 1.2, 5, 9), 0.5); // => { low: 0, high: 1.2 }
 */
export function highestDensityInterval(values: Float64Array, probability: number): Interval {
  checkCoverage("highestDensityInterval", probability);
  if (!values.every(Number.isFinite)) return { low: NaN, high: NaN };
  const sorted = values.slice().sort();
  const steps = Math.floor(probability * sorted.length);
  let best = 0;
  for (let i = 1; i + steps < sorted.length; i++) {
    if (sorted[i + steps] - sorted[i] < sorted[best + steps] - sorted[best]) best = i;
  }
  return { low: sorted[best], high: sorted[best + steps] };
}

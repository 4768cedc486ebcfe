/** Negative binomial random numbers: counts that vary more than Poisson ones. */
import { drawGamma } from "./draw-gamma.js";
import { drawPoisson } from "./draw-poisson.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the negative binomial distribution with variance mean + mean² / dispersion (Stan's `neg_binomial_2`):
 * a Poisson draw whose own mean is a gamma draw with shape `dispersion`.
 *
 * @param stream      moved forward by about ten integers
 * @param mean        finite number ≥ 0
 * @param dispersion  (φ) > 0; small values spread more, Infinity gives the Poisson distribution
 * @returns a whole number ≥ 0 (beyond 2^53 the nearest double)
 * @throws {RangeError} for a mean that is not a finite number ≥ 0 or a dispersion that is not > 0
 * @source marsaglia2000, hormann1993
 * @example
 * drawNegativeBinomial(randomStream(1), 0, 2); // => 0
 * drawNegativeBinomial(randomStream(1), 5, 2) >= 0; // => true
 */
export function drawNegativeBinomial(stream: RandomStream, mean: number, dispersion: number): number {
  if (!(mean >= 0 && mean < Infinity && dispersion > 0)) {
    throw new RangeError(
      `drawNegativeBinomial: mean must be a finite number ≥ 0 and dispersion > 0, got ${mean} and ${dispersion}. ` +
        "Check what they were computed from.",
    );
  }
  if (dispersion === Infinity) return drawPoisson(stream, mean);
  return drawPoisson(stream, mean * (drawGamma(stream, dispersion) / dispersion));
}

/** Random shares that add up to one. */
import { exp } from "../elementary/exp.js";
import { sum } from "../statistics/sum.js";
import { drawLogGamma } from "./draw-gamma.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the Dirichlet distribution: gamma draws with the given shapes, divided by their sum; on logarithms, so
 * that tiny concentrations can not make all draws underflow.
 *
 * @param stream          moved forward by about five integers per concentration
 * @param concentrations  [share]  finite numbers > 0, at least one; their ratios are those of the mean shares
 * @returns [share]  numbers in [0, 1] that add up to 1; a share is exactly 0 only by underflow
 * @throws {RangeError} for a concentration that is not a finite number > 0, or none
 * @source marsaglia2000
 * @example
 * const shares = drawDirichlet(randomStream(1), [2, 3, 5]);
 * sum(shares); // => 1
 */
export function drawDirichlet(stream: RandomStream, concentrations: ArrayLike<number>): Float64Array {
  const shares = Float64Array.from(concentrations);
  const wrong = shares.findIndex((shape) => !(shape > 0 && shape < Infinity));
  if (wrong >= 0 || shares.length === 0) {
    const got = wrong < 0 ? "none" : `${shares[wrong]} at index ${wrong}`;
    throw new RangeError(
      `drawDirichlet: concentrations must be finite numbers > 0, got ${got}. Check what they were computed from.`,
    );
  }
  for (let i = 0; i < shares.length; i++) shares[i] = drawLogGamma(stream, shares[i]);
  // Relative to the largest, so that one share is far from underflow and the rest of the sum is accurate.
  const largest = shares.reduce((a, b) => (a > b ? a : b));
  for (let i = 0; i < shares.length; i++) shares[i] = exp(shares[i] - largest);
  const total = sum(shares);
  for (let i = 0; i < shares.length; i++) shares[i] /= total;
  return shares;
}

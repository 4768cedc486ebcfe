/** Beta random numbers. */
import { logistic } from "../elementary/logistic.js";
import { drawGamma, drawLogGamma } from "./draw-gamma.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the beta distribution, as G / (G + H) of gamma draws with shapes a and b; by their logarithms where a shape
 * is below 1 and both draws may underflow.
 *
 * @param stream  moved forward by about ten integers
 * @param a       finite shape > 0
 * @param b       finite shape > 0
 * @returns number in [0, 1]; the ends only by rounding
 * @throws {RangeError} for a shape that is not a finite number > 0
 * @source marsaglia2000
 * @example
 * const share = drawBeta(randomStream(1), 2, 3);
 * share > 0 && share < 1; // => true
 */
export function drawBeta(stream: RandomStream, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(
      `drawBeta: shapes must be finite numbers > 0, got ${a} and ${b}. Check what they were computed from.`,
    );
  }
  if (a < 1 || b < 1) return logistic(drawLogGamma(stream, a) - drawLogGamma(stream, b));
  const first = drawGamma(stream, a);
  return first / (first + drawGamma(stream, b));
}

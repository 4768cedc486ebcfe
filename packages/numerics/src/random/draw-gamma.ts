/** Gamma random numbers. */
import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";
import { drawNormal } from "./draw-normal.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the gamma distribution with the given shape and scale 1 (mean = variance = shape), exact up to rounding.
 *
 * Marsaglia and Tsang: a cube of a shifted normal number is accepted with probability above 95 %. For shapes below 1 a
 * draw of shape + 1 is multiplied by u^(1/shape).
 *
 * @param stream  moved forward by about five integers (two more for shape < 1)
 * @param shape   finite number > 0
 * @returns number ≥ 0; 0 only by underflow, which shapes below 0.05 meet now and then
 * @throws {RangeError} for a shape that is not a finite number > 0
 * @source marsaglia2000
 * @example
 * drawGamma(randomStream(1), 2.5) > 0; // => true
 */
export function drawGamma(stream: RandomStream, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) {
    throw new RangeError(
      `drawGamma: shape must be a finite number > 0, got ${shape}. Check what it was computed from.`,
    );
  }
  if (shape >= 1) return drawLargeShape(stream, shape);
  const enlarged = drawLargeShape(stream, shape + 1);
  return enlarged * exp(log(drawUniform(stream)) / shape);
}

/** ln of a gamma draw, for callers that need ratios of draws too small to be represented. */
export function drawLogGamma(stream: RandomStream, shape: number): number {
  if (shape >= 1) return log(drawLargeShape(stream, shape));
  const enlarged = drawLargeShape(stream, shape + 1);
  return log(enlarged) + log(drawUniform(stream)) / shape;
}

/** Marsaglia and Tsang's method for shape ≥ 1. */
function drawLargeShape(stream: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(stream);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const cube = root * root * root;
    const u = drawUniform(stream);
    // The squeeze decides most cases without a logarithm.
    if (u < 1 - 0.0331 * x * x * x * x) return d * cube;
    if (log(u) < 0.5 * x * x + d * (1 - cube + log(cube))) return d * cube;
  }
}

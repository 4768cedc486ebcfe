/** Exponential random numbers. */
import { log } from "../elementary/log.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the exponential distribution with mean 1, by inversion: −ln of a uniform number.
 *
 * @param stream  moved forward by two integers
 * @returns number > 0, at most 36.8 (the resolution of 53-bit uniforms)
 * @example
 * drawExponential(randomStream(1)) > 0; // => true
 */
export function drawExponential(stream: RandomStream): number {
  return -log(drawUniform(stream));
}

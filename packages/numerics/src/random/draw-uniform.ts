/** Uniform random numbers strictly between 0 and 1. */
import type { RandomStream } from "./random-stream.js";

/** 2^-53, the spacing of the numbers that can be drawn. */
const SPACING = 1.1102230246251565e-16;

/**
 * A uniform draw from the open interval (0, 1): every multiple of 2^-53 strictly between the ends is equally likely, so
 * log(u) and log(1 − u) are always finite.
 *
 * @param stream  moved forward by two integers (four with probability 2^-53)
 * @returns number in (0, 1)
 * @example
 * const u = drawUniform(randomStream(1));
 * u > 0 && u < 1; // => true
 */
export function drawUniform(stream: RandomStream): number {
  for (;;) {
    const high = stream.nextUint32() >>> 5;
    const low = stream.nextUint32() >>> 6;
    const integer = high * 67108864 + low;
    if (integer !== 0) return integer * SPACING;
  }
}

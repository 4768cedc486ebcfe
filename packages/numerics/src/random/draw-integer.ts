/** Uniform random integers without bias. */
import type { RandomStream } from "./random-stream.js";

const WORD = 4294967296;
/** 2^53: up to here every integer is a double. */
const LARGEST_BOUND = 9007199254740992;

/**
 * A uniform draw from the integers 0 … bound − 1. Numbers from the incomplete last block of the generator's range are
 * thrown away, so no result is favoured.
 *
 * @param stream  moved forward by one integer for bound ≤ 2^32, two above, rarely more
 * @param bound   number of possible results, an integer from 1 to 2^53
 * @returns integer in [0, bound)
 * @throws {RangeError} for any other bound
 * @example
 * const die = 1 + drawInteger(randomStream(1), 6);
 * die >= 1 && die <= 6; // => true
 */
export function drawInteger(stream: RandomStream, bound: number): number {
  if (!(bound >= 1 && bound <= LARGEST_BOUND && Math.floor(bound) === bound)) {
    throw new RangeError(
      `drawInteger: bound must be an integer from 1 to 2^53, got ${bound}. Pass the number of results.`,
    );
  }
  const range = bound <= WORD ? WORD : LARGEST_BOUND;
  const limit = range - (range % bound);
  for (;;) {
    const integer =
      range === WORD ? stream.nextUint32() : (stream.nextUint32() >>> 11) * WORD + stream.nextUint32();
    if (integer < limit) return integer % bound;
  }
}

/** Random orders. */
import { drawInteger } from "./draw-integer.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A uniformly random order of 0 … size − 1 (Fisher and Yates).
 *
 * @param stream  moved forward by size integers, rarely more
 * @param size    integer ≥ 0, below 2^31
 * @returns [size]  every integer from 0 to size − 1 once
 * @throws {RangeError} for a size that is no such integer
 * @example
 * drawPermutation(randomStream(1), 5).toSorted(); // => [0, 1, 2, 3, 4]
 */
export function drawPermutation(stream: RandomStream, size: number): Int32Array {
  if (!(size >= 0 && size < 2147483648 && Math.floor(size) === size)) {
    throw new RangeError(
      `drawPermutation: size must be an integer ≥ 0, got ${size}. Pass the number of things to order.`,
    );
  }
  const order = new Int32Array(size);
  for (let index = 0; index < size; index++) {
    const other = drawInteger(stream, index + 1);
    order[index] = order[other];
    order[other] = index;
  }
  return order;
}

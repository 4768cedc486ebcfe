/** Random choices among weighted possibilities. */
import { sum } from "../statistics/sum.js";
import { drawUniform } from "./draw-uniform.js";
import type { RandomStream } from "./random-stream.js";

/**
 * A draw from the categorical distribution: which of several possibilities, each as often as its weight says.
 *
 * @param stream   moved forward by two integers
 * @param weights  [possibility]  finite numbers ≥ 0, not all 0; they need not add up to 1
 * @returns index in [0, weights.length); never one whose weight is 0
 * @throws {RangeError} if a weight is not a finite number ≥ 0 or if their sum is not finite and > 0
 * @example
 * drawCategorical(randomStream(1), [0, 3, 0]); // => 1
 */
export function drawCategorical(stream: RandomStream, weights: ArrayLike<number>): number {
  const total = sum(weights);
  let last = -1;
  for (let index = 0; index < weights.length; index++) {
    if (!(weights[index] >= 0)) refuse(`${weights[index]} at index ${index}`);
    if (weights[index] > 0) last = index;
  }
  if (!(total > 0 && total < Infinity)) refuse(`a sum of ${total}`);
  let rest = drawUniform(stream) * total;
  for (let index = 0; index < last; index++) {
    rest -= weights[index];
    if (rest < 0) return index;
  }
  return last;
}

function refuse(got: string): never {
  throw new RangeError(
    `drawCategorical: weights must be finite numbers ≥ 0, not all 0, got ${got}. Check what they were computed from.`,
  );
}

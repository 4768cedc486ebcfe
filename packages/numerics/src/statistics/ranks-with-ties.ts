/** Ranks of values. */
import { sortedOrder } from "./sorted-order.js";

/**
 * The rank of every value among all, from 1 for the smallest; equal values share the average of their ranks.
 *
 * @param values  [n]  no NaN
 * @returns [n]  ranks in [1, n], in the order of the values
 * @throws {RangeError} if a value is NaN, which has no rank
 * @example
 * ranksWithTies(Float64Array.of(30, 10, 20, 20)); // => [4, 1, 2.5, 2.5]
 */
export function ranksWithTies(values: ArrayLike<number>): Float64Array {
  const count = values.length;
  for (let i = 0; i < count; i++) {
    if (values[i] !== values[i]) {
      throw new RangeError(
        `ranksWithTies: values must be numbers, got NaN at index ${i}. Leave it out before ranking.`,
      );
    }
  }
  const order = sortedOrder(values);
  const ranks = new Float64Array(count);
  for (let first = 0, last: number; first < count; first = last + 1) {
    last = first;
    while (last + 1 < count && values[order[last + 1]] === values[order[first]]) last++;
    const rank = (first + last) / 2 + 1;
    for (let i = first; i <= last; i++) ranks[order[i]] = rank;
  }
  return ranks;
}

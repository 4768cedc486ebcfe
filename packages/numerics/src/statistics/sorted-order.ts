/** The order in which values would be sorted, in time that grows with their number alone. */

const BITS = 11;
const BUCKETS = 1 << BITS;
/** Below this number of values the buckets cost more than comparisons do. */
const RADIX_FROM = 200;
/** Runs of different values with equal leading halves are sorted by insertion up to this length. */
const SHORT_RUN = 16;

/**
 * Positions of the values from the smallest to the largest; equal values (0 and −0 are) in their given order.
 *
 * @param values  [n]  no NaN
 * @returns [n]  every position from 0 to n − 1 once
 * @example
 * sortedOrder([30, 10, 20]); // => [1, 2, 0]
 */
export function sortedOrder(values: ArrayLike<number>): Int32Array {
  const count = values.length;
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  if (count < RADIX_FROM) return sortByValue(order, values);
  const keys = halves(values, "leading");
  sortByKey(order, keys);
  for (let first = 0, last: number; first < count; first = last) {
    last = first + 1;
    while (last < count && keys[order[last]] === keys[order[first]]) last++;
    if (last - first > SHORT_RUN && !isConstant(values, order, first, last)) {
      // Values that differ in their last digits only: the trailing halves decide, and stable passes keep them.
      sortByKey(order, halves(values, "trailing"));
      sortByKey(order, keys);
      return order;
    }
    if (last - first > 1) insertByValue(order, values, first, last);
  }
  return order;
}

function sortByValue(order: Int32Array, values: ArrayLike<number>): Int32Array {
  return order.sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
}

/** 32 of the 64 bits of every double, changed so that, leading before trailing, they grow with it as unsigned integers. */
function halves(values: ArrayLike<number>, half: "leading" | "trailing"): Uint32Array {
  const float = new Float64Array(1);
  const words = new Uint32Array(float.buffer);
  float[0] = -1;
  // Which word leads depends on the machine; the order does not.
  const leading = words[1] === 0 ? 0 : 1;
  const wanted = half === "leading" ? leading : 1 - leading;
  const signBit = half === "leading" ? 0x80000000 : 0;
  const keys = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    // 0 is added so that −0 becomes 0.
    float[0] = values[i] + 0;
    keys[i] = words[leading] >>> 31 === 1 ? ~words[wanted] : words[wanted] | signBit;
  }
  return keys;
}

function isConstant(values: ArrayLike<number>, order: Int32Array, first: number, last: number): boolean {
  const value = values[order[first]];
  for (let i = first + 1; i < last; i++) if (values[order[i]] !== value) return false;
  return true;
}

/** Three stable passes of eleven bits, from the lowest up. */
function sortByKey(order: Int32Array, keys: Uint32Array): void {
  const count = order.length;
  const starts = new Int32Array(BUCKETS);
  let from = order;
  let to: Int32Array = new Int32Array(count);
  for (let shift = 0; shift < 32; shift += BITS) {
    starts.fill(0);
    for (let i = 0; i < count; i++) starts[(keys[i] >>> shift) & (BUCKETS - 1)]++;
    for (let bucket = 0, total = 0; bucket < BUCKETS; bucket++) {
      const size = starts[bucket];
      starts[bucket] = total;
      total += size;
    }
    for (let i = 0; i < count; i++) to[starts[(keys[from[i]] >>> shift) & (BUCKETS - 1)]++] = from[i];
    [from, to] = [to, from];
  }
  // After an odd number of passes the result lies in the other array.
  if (from !== order) order.set(from);
}

function insertByValue(order: Int32Array, values: ArrayLike<number>, first: number, last: number): void {
  for (let i = first + 1; i < last; i++) {
    const position = order[i];
    const value = values[position];
    let hole = i;
    for (; hole > first && values[order[hole - 1]] > value; hole--) order[hole] = order[hole - 1];
    order[hole] = position;
  }
}

/** Points between bounds with a given sum: budgets, shares, and what is left of them. */
import { sum } from "../statistics/sum.js";

/** All x with lower ≤ x ≤ upper and, where one is given, Σ x = sum or Σ x ≤ sumAtMost. */
export interface SumBox {
  /** [n]  may be −Infinity. */
  readonly lower: Float64Array;
  /** [n]  may be Infinity. */
  readonly upper: Float64Array;
  readonly sum?: number;
  readonly sumAtMost?: number;
}

/**
 * A checked set of points between bounds with a sum.
 *
 * @param set  bounds of one length, and at most one of `sum` and `sumAtMost`
 * @returns the same set
 * @throws {RangeError} when the bounds do not fit together, or allow no such sum
 * @example
 * sumBox({ lower: Float64Array.of(0, 0), upper: Float64Array.of(5, 5), sum: 8 }).sum; // => 8
 */
export function sumBox(set: SumBox): SumBox {
  const { lower, upper } = set;
  if (lower.length !== upper.length) {
    throw new RangeError(
      `sumBox: both bounds must have one length, got ${lower.length} and ${upper.length}. Give a pair for each element.`,
    );
  }
  const wrong = lower.findIndex((low, i) => !(low <= upper[i] && low < Infinity && upper[i] > -Infinity));
  if (wrong >= 0) {
    throw new RangeError(
      `sumBox: lower bounds must not be above upper ones, got ${lower[wrong]} and ${upper[wrong]} at index ${wrong}. ` +
        "Change one of them.",
    );
  }
  if (set.sum !== undefined && set.sumAtMost !== undefined) {
    throw new RangeError(
      `sumBox: sum and sumAtMost must not both be given, got ${set.sum} and ${set.sumAtMost}. Leave one out.`,
    );
  }
  const wanted = set.sum ?? set.sumAtMost;
  if (wanted === undefined) return set;
  const least = sum(lower);
  const most = set.sum === undefined ? Infinity : sum(upper);
  if (!(wanted >= least && wanted <= most && Math.abs(wanted) < Infinity)) {
    throw new RangeError(
      `sumBox: bounds allow sums from ${least} to ${sum(upper)}, got ${wanted}. Widen the bounds or change the sum.`,
    );
  }
  return set;
}

/**
 * The point of the set that is nearest to a given one, exactly (up to rounding): what is subtracted from all elements
 * before they are cut to their bounds is found by bisection among the places where an element meets a bound.
 *
 * @param point   [n] finite numbers
 * @param set     what `sumBox` gave
 * @param nearest [n] overwritten, default a new array; may be `point` itself
 * @returns `nearest`
 * @source kiwiel2008
 * @example
 * const set = sumBox({ lower: Float64Array.of(0, 0, 0), upper: Float64Array.of(9, 9, 2), sum: 10 });
 * projectOntoSumBox(Float64Array.of(6, 1, 6), set); // => [6.5, 1.5, 2]
 */
export function projectOntoSumBox(
  point: Float64Array,
  set: SumBox,
  nearest: Float64Array = new Float64Array(point.length),
): Float64Array {
  const given = nearest === point ? point.slice() : point;
  cutShifted(given, set, 0, nearest);
  const wanted = set.sum ?? set.sumAtMost;
  if (wanted === undefined || (set.sum === undefined && sum(nearest) <= wanted)) return nearest;
  const [from, to] = bracketingShifts(given, set, wanted, nearest);
  const isFree = (i: number): boolean => given[i] - set.upper[i] < to && given[i] - set.lower[i] > from;
  settleFree(given, set, wanted, nearest, isFree, from, to);
  return nearest;
}

/** Writes point − shift, cut to the bounds. */
function cutShifted(
  point: Float64Array,
  { lower, upper }: SumBox,
  shift: number,
  result: Float64Array,
): void {
  for (let i = 0; i < point.length; i++) {
    const value = point[i] - shift;
    result[i] = value < lower[i] ? lower[i] : value > upper[i] ? upper[i] : value;
  }
}

/** Neighbouring places where an element meets a bound, between whose shifts the sum takes the wanted value. */
function bracketingShifts(
  point: Float64Array,
  set: SumBox,
  wanted: number,
  work: Float64Array,
): readonly [number, number] {
  const meetings = new Float64Array(2 * point.length);
  for (let i = 0; i < point.length; i++) {
    meetings[2 * i] = point[i] - set.upper[i];
    meetings[2 * i + 1] = point[i] - set.lower[i];
  }
  meetings.sort();
  const sumAt = (index: number): number => {
    cutShifted(point, set, meetings[index], work);
    return sum(work);
  };
  // The sum falls with the shift; `first` is the first meeting where it is below what is wanted.
  let first = 0;
  let last = meetings.length;
  while (first < last) {
    const middle = (first + last) >>> 1;
    const isBelow =
      meetings[middle] === Infinity || (meetings[middle] !== -Infinity && sumAt(middle) < wanted);
    if (isBelow) last = middle;
    else first = middle + 1;
  }
  return [
    first === 0 ? -Infinity : meetings[first - 1],
    first === meetings.length ? Infinity : meetings[first],
  ];
}

/** Cuts elements to their bounds but the free ones, which share what is missing of the sum. */
function settleFree(
  point: Float64Array,
  set: SumBox,
  wanted: number,
  nearest: Float64Array,
  isFree: (i: number) => boolean,
  from: number,
  to: number,
): void {
  const free = Array.from(point.keys()).filter(isFree);
  // Without a free element the sum is the same anywhere between the two shifts.
  const anywhere = from === -Infinity ? to : from;
  cutShifted(point, set, Math.abs(anywhere) < Infinity ? anywhere : 0, nearest);
  if (free.length === 0) return;
  for (const i of free) nearest[i] = point[i];
  // The second round takes away what rounding left over in the first.
  for (let round = 0; round < 2; round++) {
    const shift = (sum(nearest) - wanted) / free.length;
    for (const i of free) nearest[i] = Math.min(Math.max(nearest[i] - shift, set.lower[i]), set.upper[i]);
  }
}

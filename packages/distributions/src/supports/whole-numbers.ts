/** Whole numbers as a support: where counts lie. No door to the real line leads there. */

/** A run of whole numbers. */
export interface WholeNumbers {
  readonly kind: "whole-numbers";
  /** The set in words that follow "must be": `"a whole number ≥ 0"`. */
  readonly range: string;
  /** The smallest. */
  readonly low: number;
  /** The largest, or Infinity. */
  readonly high: number;
  contains(k: number): boolean;
}

/**
 * The whole numbers from one to another.
 *
 * @param low   the smallest, a whole number
 * @param high  the largest, a whole number ≥ `low`; Infinity when left out
 * @returns     the support
 * @throws {RangeError} when the ends are not whole numbers in order
 * @example
 * wholeNumbers(0).contains(7); // => true
 * wholeNumbers(0, 1).range; // => "0 or 1"
 */
export function wholeNumbers(low: number, high = Infinity): WholeNumbers {
  if (!Number.isInteger(low) || !(Number.isInteger(high) || high === Infinity) || high < low) {
    throw new RangeError(
      `wholeNumbers: the ends must be whole numbers in order, got ${low} and ${high}. Give the smallest first.`,
    );
  }
  const bounded = high === low + 1 ? `${low} or ${high}` : `a whole number from ${low} to ${high}`;
  return {
    kind: "whole-numbers",
    range: high === Infinity ? `a whole number ≥ ${low}` : bounded,
    low,
    high,
    contains: (k) => Number.isInteger(k) && k >= low && k <= high,
  };
}

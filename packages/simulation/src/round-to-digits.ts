/** Rounding as bookkeeping does it: no money, exposure or price is known to sixteen digits. */

/** Enough for a thousandth of a per cent, few enough to read. */
const digits = 5;

/** The value to five significant digits; a factor of ten does not change them. */
export function roundToDigits(value: number): number {
  return Number(value.toPrecision(digits));
}

/** e^(−x²), and e^(x²), with the rounding error of x² taken into account. */
import { expOfSum } from "../../elementary/exp.js";

/**
 * e^(−factor · x²) to within an ulp also where x² is in the hundreds.
 *
 * @param x       any number
 * @param factor  1 or ½ (a power of two, so that it costs no rounding)
 */
export function expMinusSquare(x: number, factor: 1 | 0.5): number {
  // 24 bits: the square of the leading part is exact.
  const leading = Math.fround(x);
  const square = factor * leading * leading;
  if (!(square < 745)) return x !== x ? NaN : 0;
  return expOfSum(-square, -factor * (x - leading) * (x + leading));
}

/** e^(x²) to within an ulp; Infinity where it overflows. */
export function expSquare(x: number): number {
  const leading = Math.fround(x);
  const square = leading * leading;
  if (!(square < 709.7)) return x !== x ? NaN : Infinity;
  return expOfSum(square, (x - leading) * (x + leading));
}

/** ln(1 + x) − x, the exponent of every density that is nearly normal, without cancellation. */
import { log1p } from "../../elementary/log1p.js";
import { evaluatePolynomial } from "../evaluate-polynomial.js";

/** 1/3, 1/5, 1/7, …: the series of atanh beyond its first term. */
const ATANH = /* @__PURE__ */ [3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29].map((odd) => 1 / odd);

/**
 * ln(1 + x) − x.
 *
 * With r = x / (2 + x) it is 2·atanh(r) − x = r · (−x + 2r² · (1/3 + r²/5 + …)), which has no cancellation to speak of.
 * Measured error ≤ 4 ulp.
 *
 * @param x  number ≥ −1
 * @returns number ≤ 0, about −x² / 2 beside 0; −Infinity at −1, NaN below
 * @example
 * log1pMinus(1e-10); // => -4.9999999996666667e-21
 * log1pMinus(1); // => -0.3068528194400547
 */
export function log1pMinus(x: number): number {
  if (x < -0.4 || x > 0.6) return log1p(x) - x;
  const r = x / (2 + x);
  const square = r * r;
  return r * (2 * square * evaluatePolynomial(ATANH, square) - x);
}

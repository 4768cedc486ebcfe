/** What Stirling's formula leaves out of ln Γ: the part that stays accurate in differences of large ln Γ. */
import { evaluatePolynomial } from "../evaluate-polynomial.js";

/** From here on nine terms are enough for full precision. */
export const STIRLING_FROM = 10;

/** B₂ₖ / (2k (2k − 1)), k = 1 … 10. */
const COEFFICIENTS = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400,
];

/**
 * δ(x) = ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] = 1/(12x) − 1/(360x³) + …
 *
 * @param x  number ≥ STIRLING_FROM
 */
export function stirlingCorrection(x: number): number {
  const inverse = 1 / x;
  return inverse * evaluatePolynomial(COEFFICIENTS, inverse * inverse);
}

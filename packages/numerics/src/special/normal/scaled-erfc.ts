/** e^(x²) · erfc(x), the slowly varying part of the normal tail. */
import { evaluatePolynomial } from "../evaluate-polynomial.js";

/** The approximation holds from here to infinity. */
export const SCALED_ERFC_FROM = 0.5;

/** (1 + 2x) · e^(x²) · erfc(x) in powers of (7t − 1) / 6, t = (x − 3) / (x + 3); error < 1e-17 (see polynomials.reference.py). */
const COEFFICIENTS = [
  1.2329951186255526, -0.12216847723549219, -0.003496013513368036, 0.04665458534674222, -0.04180651066502497,
  0.022801799598865188, -0.008073603938174266, 0.0013920612495046407, 0.00024740376447234214,
  -0.00019788759756973629, 1.7479106675947786e-5, 1.8863224923306602e-5, -4.577269386184351e-6,
  -1.9136567552589773e-6, 7.238746049318552e-7, 2.410959540877587e-7, -1.0511547933505945e-7,
  -3.874179984762285e-8, 1.4483334632739677e-8, 7.231366303196027e-9, -1.7673487952025182e-9,
  -1.3494065059462324e-9, 1.627106753623906e-10, 2.064994720524174e-10, -7.887286866204886e-12,
  -1.8001261542129724e-11,
];

/**
 * e^(x²) · erfc(x).
 *
 * @param x  number ≥ SCALED_ERFC_FROM
 */
export function scaledErfc(x: number): number {
  // (7t − 1) / 6 with t = (x − 3) / (x + 3), written so that it stays finite and exact in form for huge x.
  const s = 1 - 7 / (x + 3);
  return evaluatePolynomial(COEFFICIENTS, s) / (1 + 2 * x);
}

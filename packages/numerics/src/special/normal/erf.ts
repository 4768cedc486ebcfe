/** The error function and its complement. */
import { evaluatePolynomial } from "../evaluate-polynomial.js";
import { expMinusSquare, expSquare } from "./exp-minus-square.js";
import { SCALED_ERFC_FROM, scaledErfc } from "./scaled-erfc.js";

/** erf(x) / x in powers of x² on |x| ≤ 1, error < 1e-17 (see polynomials.reference.py). */
const COEFFICIENTS = [
  1.1283791670955126, -0.37612638903183754, 0.1128379167095512, -0.02686617064512984, 0.0052239776254232985,
  -0.000854832702193483, 0.00012055332902888736, -1.4925647567519332e-5, 1.6462045441468418e-6,
  -1.6364642158167616e-7, 1.4792401209404813e-8, -1.216456005728345e-9, 8.709045129053106e-11,
  -4.230945824295338e-12,
];

/**
 * The error function erf(x) = 2/√π ∫₀ˣ e^(−t²) dt. Measured error ≤ 2 ulp.
 *
 * @param x  any number
 * @returns number in [−1, 1]
 * @source cody1969
 * @example
 * erf(0.5); // => 0.5204998778130465
 * erf(Infinity); // => 1
 */
export function erf(x: number): number {
  if (Math.abs(x) <= 1) return x * evaluatePolynomial(COEFFICIENTS, x * x);
  if (x !== x) return NaN;
  return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
}

/**
 * The complementary error function erfc(x) = 1 − erf(x), accurate in the right tail. Measured error ≤ 4 ulp.
 *
 * @param x  any number
 * @returns number in [0, 2]; 0 from 27.3 on, where the true value underflows
 * @source cody1969
 * @example
 * erfc(0); // => 1
 * erfc(10); // => 2.088487583762545e-45
 */
export function erfc(x: number): number {
  if (x >= SCALED_ERFC_FROM) return x > 30 ? 0 : expMinusSquare(x, 1) * scaledErfc(x);
  return x < -1 ? 2 - erfc(-x) : 1 - erf(x);
}

/**
 * The scaled complementary error function erfcx(x) = e^(x²) · erfc(x), which stays representable where erfc underflows.
 * Measured error ≤ 5 ulp.
 *
 * @param x  any number
 * @returns number > 0, about 1 / (x √π) far to the right; Infinity below −26.6, where it overflows
 * @source cody1969
 * @example
 * erfcx(0); // => 1
 * erfcx(1e10); // => 5.641895835477563e-11
 */
export function erfcx(x: number): number {
  if (x >= SCALED_ERFC_FROM) return x === Infinity ? 0 : scaledErfc(x);
  return expSquare(x) * erfc(x);
}

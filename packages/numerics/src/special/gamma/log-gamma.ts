/** The logarithm of the gamma function. */
import { log } from "../../elementary/log.js";
import { log1p } from "../../elementary/log1p.js";
import { sin } from "../../elementary/sin.js";
import { evaluatePolynomial } from "../evaluate-polynomial.js";
import { STIRLING_FROM, stirlingCorrection } from "./stirling-correction.js";

/** ln Γ(2 + z) / z on |z| ≤ 1/2, error < 1e-17 (see polynomials.reference.py). */
const NEAR_TWO = [
  0.42278433509846713, 0.3224670334241132, -0.06735230105319563, 0.02058080842778338, -0.007385551028935545,
  0.002890510330865901, -0.0011927539009983087, 0.0005096695196526673, -0.00022315497746292723,
  9.945761692157133e-5, -4.4923727564247656e-5, 2.050601970174762e-5, -9.45628851510172e-6,
  4.3828545383846665e-6, -1.9743106888421067e-6, 9.242852225162277e-7, -5.811277768921246e-7,
  2.7475390051909663e-7,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;
const LOG_PI = 1.1447298858494002;

/**
 * ln |Γ(x)|, the logarithm of the (generalised) factorial: Γ(n + 1) = n!.
 *
 * Error ≤ 5 ulp for x > 0, also beside the zeros at 1 and 2; for x < 0 the same plus 1e-15 · |x| absolute, because ln |Γ|
 * has zeros between the poles there.
 *
 * @param x  any number
 * @returns ln |Γ(x)|; Infinity at 0, −1, −2, …
 * @example
 * logGamma(1); // => 0
 * logGamma(0.5); // => 0.5723649429247001
 * logGamma(11); // => 15.104412573075516
 */
export function logGamma(x: number): number {
  if (x !== x) return NaN;
  if (x <= 0) return x === Math.floor(x) ? Infinity : reflected(-x);
  if (x < 0.5) return logGammaNearTwo(x) - log(x) - log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  if (x < 2.5) return logGammaNearTwo(x - 2);
  if (x < STIRLING_FROM) return steppedDown(x);
  if (x > 1e300) return x * (log(x) - 1);
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x);
}

function logGammaNearTwo(z: number): number {
  return z * evaluatePolynomial(NEAR_TWO, z);
}

/** ln Γ(1 + z) for |z| ≤ ½, to full relative precision where 1 + z would lose what z knows. */
export function logGammaOfOnePlus(z: number): number {
  return logGammaNearTwo(z) - log1p(z);
}

/** Γ(x) = (x − 1)(x − 2) … y · Γ(y) with y in [1.5, 2.5). */
function steppedDown(x: number): number {
  let product = 1;
  let y = x;
  while (y >= 2.5) {
    y -= 1;
    product *= y;
  }
  return log(product) + logGammaNearTwo(y - 2);
}

/** ln |Γ(−x)| = ln π − ln |x · sin πx| − ln Γ(x) for x > 0 that is no integer. */
function reflected(x: number): number {
  const fraction = x - Math.floor(x);
  const distance = fraction > 0.5 ? 1 - fraction : fraction;
  return LOG_PI - log(x * sin(Math.PI * distance)) - logGamma(x);
}

/** The derivative of ln Γ. */
import { log } from "../../elementary/log.js";
import { cos, sin } from "../../elementary/sin.js";
import { evaluatePolynomial } from "../evaluate-polynomial.js";

/** The positive zero of ψ in two parts, so that values beside it keep their relative precision. */
const ZERO_HIGH = 1.4616321449683622;
const ZERO_LOW = 9.549995429965697e-17;

/** ψ(x) / (x − zero) in powers of x − 1.5 on [1, 2], error < 1e-16 (see polynomials.reference.py). */
const NEAR_ZERO = [
  0.951055876031833, -0.4236274212814605, 0.2405424842407742, -0.14840492305390884, 0.09498872445494122,
  -0.061922133273064534, 0.04076083381242074, -0.02697579675613825, 0.0179072524394512, -0.011908218001568644,
  0.007926944646403797, -0.005279964873257405, 0.003519006401502276, -0.002345267632540769,
  0.0015566317474486838, -0.0010376374098418604, 0.0007233266279287554, -0.0004821990530566789,
  0.0002272331660987376, -0.00015148586836773365, 0.00025968482126430747, -0.00017312261802727394,
];
/** B₂ₖ / 2k, k = 1 … 8: the asymptotic series, enough from 12 on. */
const ASYMPTOTIC = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
const ASYMPTOTIC_FROM = 12;

/**
 * The digamma function ψ(x) = d ln Γ(x) / dx.
 *
 * Error ≤ 6 ulp for x > 0, also beside the zero at 1.4616; for x < 0 about 1e-15 · (|x| + π / |sin πx|) absolute.
 *
 * @param x  any number
 * @returns ψ(x); NaN at 0, −1, −2, …, where ψ has poles
 * @example
 * digamma(1); // => -0.5772156649015329
 * digamma(10); // => 2.251752589066721
 */
export function digamma(x: number): number {
  if (x !== x || (x <= 0 && x === Math.floor(x))) return NaN;
  if (x < 0) return reflected(x);
  if (x >= ASYMPTOTIC_FROM) return asymptotic(x);
  if (x < 1) return nearZero(x + 1) - 1 / x;
  let total = 0;
  let y = x;
  while (y > 2) {
    y -= 1;
    total += 1 / y;
  }
  return nearZero(y) + total;
}

/** ψ on [1, 2]. */
function nearZero(x: number): number {
  return (x - ZERO_HIGH - ZERO_LOW) * evaluatePolynomial(NEAR_ZERO, x - 1.5);
}

function asymptotic(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return log(x) - (0.5 * inverse + square * evaluatePolynomial(ASYMPTOTIC, square));
}

/** ψ(x) = ψ(1 − x) − π / tan πx. */
function reflected(x: number): number {
  const angle = Math.PI * (x - Math.round(x));
  return digamma(1 - x) - (Math.PI * cos(angle)) / sin(angle);
}

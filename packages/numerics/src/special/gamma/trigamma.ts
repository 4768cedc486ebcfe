/** The second and third derivatives of ln Γ. */
import { cos, sin } from "../../elementary/sin.js";
import { evaluatePolynomial } from "../evaluate-polynomial.js";

/** B₂ₖ, k = 1 … 8: the asymptotic series, enough from 12 on. */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
const ASYMPTOTIC_FROM = 12;

/**
 * The trigamma function ψ′(x) = d² ln Γ(x) / dx², the variance of the logarithm of a Gamma(x) variable.
 *
 * Error ≤ 4 ulp for x > 0; for x < 0 about 1e-15 · π² / sin²(πx).
 *
 * @param x  any number
 * @returns ψ′(x) > 0; Infinity at 0, −1, −2, …, where ψ′ has poles
 * @example
 * trigamma(1); // => 1.6449340668482264
 * trigamma(100); // => 0.010050166663333571
 */
export function trigamma(x: number): number {
  if (x !== x || x === -Infinity) return NaN;
  if (x <= 0) return x === Math.floor(x) ? Infinity : reflectedTrigamma(x);
  let total = 0;
  let y = x;
  for (; y < ASYMPTOTIC_FROM; y += 1) total += 1 / (y * y);
  const inverse = 1 / y;
  const square = inverse * inverse;
  return inverse + 0.5 * square + inverse * square * evaluatePolynomial(BERNOULLI, square) + total;
}

/** ψ′(x) = π² / sin²(πx) − ψ′(1 − x). */
function reflectedTrigamma(x: number): number {
  const root = Math.PI / sin(Math.PI * (x - Math.round(x)));
  return root * root - trigamma(1 - x);
}

/** (2k + 1) · B₂ₖ, k = 1 … 8. */
const BERNOULLI_SLOPE = [
  3 / 6,
  -5 / 30,
  7 / 42,
  -9 / 30,
  55 / 66,
  (-691 * 13) / 2730,
  (7 * 15) / 6,
  (-3617 * 17) / 510,
];

/**
 * The tetragamma function ψ″(x) = d³ ln Γ(x) / dx³.
 *
 * Error ≤ 4 ulp for x > 0; for x < 0 about 1e-15 · 2π³ / |sin³(πx)|.
 *
 * @param x  any number
 * @returns ψ″(x), < 0 for x > 0; NaN at 0, −1, −2, …, where ψ″ has poles
 * @example
 * tetragamma(1); // => -2.4041138063191885
 * tetragamma(10); // => -0.011049834970802067
 */
export function tetragamma(x: number): number {
  if (x !== x || x === -Infinity || (x <= 0 && x === Math.floor(x))) return NaN;
  if (x < 0) return reflectedTetragamma(x);
  let total = 0;
  let y = x;
  for (; y < ASYMPTOTIC_FROM; y += 1) total += 2 / (y * y * y);
  const inverse = 1 / y;
  const square = inverse * inverse;
  return -(square + square * inverse + square * square * evaluatePolynomial(BERNOULLI_SLOPE, square) + total);
}

/** ψ″(x) = ψ″(1 − x) − 2π³ cos(πx) / sin³(πx). */
function reflectedTetragamma(x: number): number {
  const angle = Math.PI * (x - Math.round(x));
  const root = Math.PI / sin(angle);
  return tetragamma(1 - x) - 2 * root * root * root * cos(angle);
}

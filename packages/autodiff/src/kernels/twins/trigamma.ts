/** The derivative of the digamma function: only gradients of gradients and of digamma ask for it. */

import { sin } from "@mmm/numerics";

/** B₂ₖ, k = 1 … 8: the asymptotic series, enough from 12 on. */
const SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
const ASYMPTOTIC_FROM = 12;

/** ψ′(x) = Σ_{k ≥ 0} 1 / (x + k)²; ∞ at the poles 0, −1, −2, … */
export function trigamma(x: number): number {
  if (x <= 0) {
    if (x === Math.floor(x)) return Infinity;
    const ratio = Math.PI / sin(Math.PI * (x - Math.round(x)));
    return ratio * ratio - trigamma(1 - x);
  }
  let sum = 0;
  let y = x;
  for (; y < ASYMPTOTIC_FROM; y++) sum += 1 / (y * y);
  const inverse = 1 / y;
  const square = inverse * inverse;
  let series = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) series = series * square + SERIES[k];
  return sum + (inverse + square * (0.5 + inverse * series));
}

/** The modified Bessel function I₀, on logarithms, and its logarithmic slope. */
import { log } from "../elementary/log.js";
import { log1p } from "../elementary/log1p.js";

const TWO_PI = 6.283185307179586;
/** From here on the asymptotic series reaches full precision before it turns. */
const ASYMPTOTIC_FROM = 20;
const PRECISION = 1e-17;

/**
 * ln I₀(x), which normalises the von Mises distribution of angles and times of the year. Error ≤ 4 ulp.
 *
 *     I₀(x) = 1/π · ∫₀^π e^(x cos t) dt
 *
 * @param x  any number; I₀ is even
 * @returns number ≥ 0, about |x| − ½ ln(2π|x|) for large x
 * @source abramowitz1964
 * @example
 * logBesselI0(1); // => 0.23591435850717868
 * logBesselI0(10000); // => 9994.475903781433
 */
export function logBesselI0(x: number): number {
  const size = Math.abs(x);
  if (size < ASYMPTOTIC_FROM) return log1p(powerSeriesRest(size));
  if (size === Infinity) return Infinity;
  return size - 0.5 * log(TWO_PI * size) + log1p(asymptoticRest(size, 0));
}

/**
 * I₁(x) / I₀(x) = d ln I₀(x) / dx, the mean of cos t for a von Mises variable t of concentration x. Error ≤ 4 ulp.
 *
 * @param x  any number; the ratio is odd
 * @returns number in [−1, 1], about x / 2 beside 0
 * @source abramowitz1964
 * @example
 * besselI0LogSlope(1); // => 0.4463899658965345
 * besselI0LogSlope(10000); // => 0.9999499987498751
 */
export function besselI0LogSlope(x: number): number {
  const size = Math.abs(x);
  if (size === Infinity) return x > 0 ? 1 : -1;
  if (size < ASYMPTOTIC_FROM) return x < 0 ? -backwardRatio(size) : backwardRatio(size);
  const ratio = (1 + asymptoticRest(size, 1)) / (1 + asymptoticRest(size, 0));
  return x < 0 ? -ratio : ratio;
}

/** I₀(x) − 1 = Σ (x/2)^2k / k!² over k ≥ 1. */
function powerSeriesRest(x: number): number {
  const quarter = 0.25 * x * x;
  let term = 1;
  let total = 0;
  for (let k = 1; term > total * PRECISION; k++) {
    term *= quarter / (k * k);
    total += term;
  }
  return total;
}

/** I₁ / I₀ by I_(n+1) / I_n = x / (2(n + 1) + x · I_(n+2) / I_(n+1)) from far out, each step of which shrinks errors. */
function backwardRatio(x: number): number {
  let ratio = 0;
  for (let n = Math.ceil(x) + 20; n >= 1; n--) ratio = x / (2 * n + x * ratio);
  return ratio;
}

/** I_order(x) · √(2πx) / e^x − 1 by Hankel's expansion. */
function asymptoticRest(x: number, order: 0 | 1): number {
  let term = 1;
  let total = 0;
  for (let k = 1; Math.abs(term) > PRECISION; k++) {
    const odd = 2 * k - 1;
    term *= (odd * odd - 4 * order) / (8 * k * x);
    total += term;
  }
  return total;
}

/** log Γ and its first two derivatives, of one number. */

import { Log, Log1p } from "./logarithm";
import { polynomial } from "./polynomial";

const PI: f64 = 3.141592653589793;
const LOG_PI: f64 = 1.1447298858494002;
const HALF_LOG_TWO_PI: f64 = 0.9189385332046728;
/** The positive zero of ψ in two parts. */
const ZERO_HIGH: f64 = 1.4616321449683622;
const ZERO_LOW: f64 = 9.549995429965697e-17;

/** log Γ(2 + z) / z on |z| ≤ ½, constant term first. */
const NEAR_TWO: usize = memory.data<f64>([
  0.42278433509846713, 0.3224670334241132, -0.06735230105319563, 0.02058080842778338, -0.007385551028935545,
  0.002890510330865901, -0.0011927539009983087, 0.0005096695196526673, -0.00022315497746292723,
  9.945761692157133e-5, -4.4923727564247656e-5, 2.050601970174762e-5, -9.45628851510172e-6,
  4.3828545383846665e-6, -1.9743106888421067e-6, 9.242852225162277e-7, -5.811277768921246e-7,
  2.7475390051909663e-7,
]);

/** ψ(x) / (x − zero) in powers of x − 1.5 on [1, 2]. */
const NEAR_ZERO: usize = memory.data<f64>([
  0.951055876031833, -0.4236274212814605, 0.2405424842407742, -0.14840492305390884, 0.09498872445494122,
  -0.061922133273064534, 0.04076083381242074, -0.02697579675613825, 0.0179072524394512, -0.011908218001568644,
  0.007926944646403797, -0.005279964873257405, 0.003519006401502276, -0.002345267632540769,
  0.0015566317474486838, -0.0010376374098418604, 0.0007233266279287554, -0.0004821990530566789,
  0.0002272331660987376, -0.00015148586836773365, 0.00025968482126430747, -0.00017312261802727394,
]);

/** Stirling's series of log Γ, B₂ₖ / (2k (2k − 1)). */
const STIRLING: usize = memory.data<f64>([
  0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
  0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
  0.17964437236883057, -1.3924322169059011,
]);

/** The series of ψ, B₂ₖ / 2k. */
const DIGAMMA_SERIES: usize = memory.data<f64>([
  0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667,
  0.007575757575757576, -0.021092796092796094, 0.08333333333333333, -0.4432598039215686,
]);

/** The series of ψ′, B₂ₖ. */
const TRIGAMMA_SERIES: usize = memory.data<f64>([
  0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333, 0.07575757575757576,
  -0.2531135531135531, 1.1666666666666667, -7.092156862745098,
]);

function log(x: f64): f64 {
  return f64x2.extract_lane(Log.of(f64x2.splat(x)), 0);
}

function log1p(x: f64): f64 {
  return f64x2.extract_lane(Log1p.of(f64x2.splat(x)), 0);
}

/** How far x is from the nearest integer, in half turns: sin and tan of π x follow from it. */
function angle(x: f64): f64 {
  return PI * (x - nearest(x));
}

function logGammaNearTwo(z: f64): f64 {
  return z * polynomial(NEAR_TWO, 18, z);
}

function logGammaPositive(x: f64): f64 {
  if (x < 0.5) return logGammaNearTwo(x) - log(x) - log1p(x);
  if (x < 1.5) return logGammaNearTwo(x - 1) - log1p(x - 1);
  if (x > 1e300) return x * (log(x) - 1);
  if (x >= 10) {
    const inverse = 1 / x;
    return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + inverse * polynomial(STIRLING, 10, inverse * inverse);
  }
  let product: f64 = 1;
  while (x >= 2.5) {
    x -= 1;
    product *= x;
  }
  return log(product) + logGammaNearTwo(x - 2);
}

function digammaNearZero(x: f64): f64 {
  return (x - ZERO_HIGH - ZERO_LOW) * polynomial(NEAR_ZERO, 22, x - 1.5);
}

function digammaPositive(x: f64): f64 {
  if (x >= 12) {
    const inverse = 1 / x;
    const square = inverse * inverse;
    return log(x) - (0.5 * inverse + square * polynomial(DIGAMMA_SERIES, 8, square));
  }
  if (x < 1) return digammaNearZero(x + 1) - 1 / x;
  let sum: f64 = 0;
  while (x > 2) {
    x -= 1;
    sum += 1 / x;
  }
  return digammaNearZero(x) + sum;
}

function trigammaPositive(x: f64): f64 {
  let sum: f64 = 0;
  while (x < 12) {
    sum += 1 / (x * x);
    x += 1;
  }
  const inverse = 1 / x;
  const square = inverse * inverse;
  return sum + (inverse + square * (0.5 + inverse * polynomial(TRIGAMMA_SERIES, 8, square)));
}

export class LogGamma {
  /** log |Γ(x)|, error ≤ 6 ulp for x > 0; ∞ at the poles. */
  @inline
  apply(x: f64): f64 {
    if (x > 0 || x != x) return logGammaPositive(x);
    if (x == floor(x)) return Infinity;
    return LOG_PI - log(abs(x * NativeMath.sin(angle(x)))) - logGammaPositive(-x);
  }
}

export class Digamma {
  /** ψ(x), error ≤ 4 ulp for x > 0; NaN at the poles. */
  @inline
  apply(x: f64): f64 {
    if (x > 0 || x != x) return digammaPositive(x);
    if (x == floor(x)) return NaN;
    const turn = angle(x);
    return digammaPositive(1 - x) - (PI * NativeMath.cos(turn)) / NativeMath.sin(turn);
  }
}

export class Trigamma {
  /** ψ′(x), error ≤ 4 ulp for x > 0; ∞ at the poles. */
  @inline
  apply(x: f64): f64 {
    if (x > 0 || x != x) return trigammaPositive(x);
    if (x == floor(x)) return Infinity;
    const sine = PI / NativeMath.sin(angle(x));
    return sine * sine - trigammaPositive(1 - x);
  }
}

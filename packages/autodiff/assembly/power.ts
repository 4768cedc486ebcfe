/** a^b of two doubles at once, for a ≥ 0. */

import { combine } from "./broadcast";
import { Exp } from "./exponential";
import { add, mul, sub } from "./lanes";
import { Log, Log1p } from "./logarithm";

/** The leading 26 bits of a double: products of such halves are exact. */
function high(x: v128): v128 {
  return v128.and(x, i64x2.splat(-134217728));
}

class Power {
  /**
   * e^(b · log a) with log a in two doubles and its product with b split exactly, so that the error is about
   * (1 + |b|) ulp where a plain product would lose |b log a| ulp.
   */
  @inline
  apply(a: v128, b: v128): v128 {
    const first = Log.of(a);
    // log a = first + log(a · e^−first), and a · e^−first is 1 to within rounding.
    const rest = Log1p.of(sub(mul(a, Exp.of(f64x2.neg(first))), f64x2.splat(1)));
    const product = mul(first, b);
    const firstHigh = high(first);
    const bHigh = high(b);
    const firstLow = sub(first, firstHigh);
    const bLow = sub(b, bHigh);
    const cross = add(mul(firstHigh, bLow), mul(firstLow, bHigh));
    const lost = add(add(sub(mul(firstHigh, bHigh), product), cross), mul(firstLow, bLow));
    const power = Exp.of(product);
    const corrected = add(power, mul(power, add(lost, mul(b, rest))));
    // Where e^product is 0 or infinite, the correction is not a number and not needed.
    const extreme = v128.or(f64x2.eq(power, f64x2.splat(0)), f64x2.eq(power, f64x2.splat(Infinity)));
    const ordinary = v128.bitselect(power, corrected, extreme);
    return v128.bitselect(f64x2.splat(1), ordinary, f64x2.eq(b, f64x2.splat(0)));
  }
}

export function power(
  out: usize,
  a: usize,
  b: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  a2: i32,
  a1: i32,
  a0: i32,
  b2: i32,
  b1: i32,
  b0: i32,
): void {
  combine<Power>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

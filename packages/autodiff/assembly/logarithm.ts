/** log and log1p of two doubles at once (fdlibm's polynomial). */

import { add, at, div, mul, sub } from "./lanes";

/** Lg1 … Lg7 of fdlibm's e_log.c. */
const LG: usize = memory.data<f64>(
  [
    6.66666666666673513e-1, 3.99999999994094191e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
    1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
  ],
  16,
);
const LN2: usize = memory.data<f64>([6.9314718036912381649e-1, 1.90821492927058770002e-10], 16);
const NUMBERS: usize = memory.data<f64>([1.0, 2.0, 0.5], 16);
/** 2^52 + 1023: what turns a biased exponent under 2^52's bits into a number; the same for numbers scaled by 2^54. */
const EXPONENT: usize = memory.data<f64>([4503599627371519.0, 4503599627371573.0], 16);
/** bits(1) − bits(√½); mask of a mantissa; bits(√½); bits(2^52) */
const BITS: usize = memory.data<u64>(
  [0x00095f6200000000, 0x000fffffffffffff, 0x3fe6a09e00000000, 0x4330000000000000],
  16,
);
/** Smallest normal number; infinity; 2^54; 2^−53, below which log1p(x) = x */
const LIMITS: usize = memory.data<f64>(
  [2.2250738585072014e-308, Infinity, 18014398509481984.0, 1.1102230246251565e-16],
  16,
);

export class Log {
  /** log(u) + correction of positive normal u; `bias` is one of EXPONENT. */
  @inline
  static normal(u: v128, bias: v128, correction: v128): v128 {
    const moved = i64x2.add(u, at(BITS, 0));
    const k = sub(v128.or(i64x2.shr_u(moved, 52), at(BITS, 3)), bias);
    const f = sub(i64x2.add(v128.and(moved, at(BITS, 1)), at(BITS, 2)), at(NUMBERS, 0));
    const s = div(f, add(at(NUMBERS, 1), f));
    const z = mul(s, s);
    const w = mul(z, z);
    const w2 = mul(w, w);
    const odd = add(add(at(LG, 0), mul(w, at(LG, 2))), mul(w2, add(at(LG, 4), mul(w, at(LG, 6)))));
    const even = add(add(at(LG, 1), mul(w, at(LG, 3))), mul(w2, at(LG, 5)));
    const rest = add(mul(z, odd), mul(w, even));
    const halfSquare = mul(at(NUMBERS, 2), mul(f, f));
    const small = add(mul(s, add(halfSquare, rest)), add(mul(k, at(LN2, 1)), correction));
    return add(add(sub(small, halfSquare), f), mul(k, at(LN2, 0)));
  }

  /** log of numbers of any kind; slower, therefore apart. */
  static special(x: v128): v128 {
    const smallest = at(LIMITS, 0);
    const subnormal = f64x2.lt(x, smallest);
    const scaled = v128.bitselect(mul(x, at(LIMITS, 2)), x, subnormal);
    const bias = v128.bitselect(at(EXPONENT, 1), at(EXPONENT, 0), subnormal);
    const ordinary = Log.normal(scaled, bias, f64x2.splat(0));
    // Zero has the logarithm −∞, what lies below has none, and infinity and NaN are their own.
    const finite = v128.bitselect(ordinary, x, f64x2.lt(x, at(LIMITS, 1)));
    const negative = v128.bitselect(f64x2.splat(NaN), finite, f64x2.lt(x, f64x2.splat(0)));
    return v128.bitselect(f64x2.splat(-Infinity), negative, f64x2.eq(x, f64x2.splat(0)));
  }

  /** log(x), error ≤ 0.8 ulp. */
  @inline
  static of(x: v128): v128 {
    const usual = v128.and(f64x2.ge(x, at(LIMITS, 0)), f64x2.lt(x, at(LIMITS, 1)));
    if (i64x2.bitmask(usual) == 3) return Log.normal(x, at(EXPONENT, 0), f64x2.splat(0));
    return Log.special(x);
  }

  @inline
  apply(x: v128): v128 {
    return Log.of(x);
  }
}

export class Log1p {
  /** log(1 + x) for −1 < x < ∞ (and NaN), error ≤ 0.8 ulp: log(u) plus what rounding lost in u = 1 + x. */
  @inline
  static of(x: v128): v128 {
    const one = at(NUMBERS, 0);
    const u = add(one, x);
    const grown = sub(u, one);
    const lost = add(sub(one, sub(u, grown)), sub(x, grown));
    const y = Log.normal(u, at(EXPONENT, 0), div(lost, u));
    return v128.bitselect(x, y, f64x2.lt(f64x2.abs(x), at(LIMITS, 3)));
  }

  static special(x: v128): v128 {
    const ordinary = v128.bitselect(Log1p.of(x), x, f64x2.lt(x, at(LIMITS, 1)));
    const below = v128.bitselect(f64x2.splat(NaN), ordinary, f64x2.lt(x, f64x2.splat(-1)));
    return v128.bitselect(f64x2.splat(-Infinity), below, f64x2.eq(x, f64x2.splat(-1)));
  }

  @inline
  apply(x: v128): v128 {
    const usual = v128.and(f64x2.gt(x, f64x2.splat(-1)), f64x2.lt(x, at(LIMITS, 1)));
    if (i64x2.bitmask(usual) == 3) return Log1p.of(x);
    return Log1p.special(x);
  }
}

/** exp and expm1 of two doubles at once (fdlibm's reduction and rational form). */

import { add, at, div, mul, sub } from "./lanes";

/** P1 … P5 of fdlibm's e_exp.c: c = r − (P1 r² + P2 r⁴ + …), e^r = 1 + r + r c / (2 − c). */
const P: usize = memory.data<f64>(
  [
    1.66666666666666019037e-1, -2.7777777777015593384e-3, 6.61375632143793436117e-5,
    -1.6533902205465251539e-6, 4.13813679705723846039e-8,
  ],
  16,
);

/** log2(e); 1.5 · 2^52, whose sum with a small number holds the nearest integer in its low bits; ln 2 in two parts. */
const REDUCTION: usize = memory.data<f64>(
  [1.4426950408889634, 6755399441055744.0, 6.9314718036912381649e-1, 1.90821492927058770002e-10, 1.0, 2.0],
  16,
);

/** Beyond the first two exp is infinite or zero; within the third (in size) it is normal. */
const BOUNDS: usize = memory.data<f64>([710.0, -746.0, 708.0], 16);

/** Below the first expm1 is −1 to the last bit; below the second (in size) it is x. */
const EXPM1_BOUNDS: usize = memory.data<f64>([-40.0, 5.551115123125783e-17, 0.5], 16);

export class Exp {
  /** e^x, error ≤ 0.9 ulp. */
  @inline
  static of(x: v128): v128 {
    if (v128.any_true(f64x2.gt(f64x2.abs(x), at(BOUNDS, 2)))) return Exp.far(x);
    const shifted = add(mul(x, at(REDUCTION, 0)), at(REDUCTION, 1));
    const one = at(REDUCTION, 4);
    return mul(Exp.mantissa(x, shifted, one), i64x2.add(i64x2.shl(shifted, 52), one));
  }

  /** e^x where it may be subnormal, zero or infinite: 2^n in two factors, n from −1076 to 1025. */
  static far(x: v128): v128 {
    const bounded = f64x2.pmax(f64x2.pmin(x, at(BOUNDS, 0)), at(BOUNDS, 1));
    const shifted = add(mul(bounded, at(REDUCTION, 0)), at(REDUCTION, 1));
    const one = at(REDUCTION, 4);
    const half = i32x4.shr_s(shifted, 1);
    const first = i64x2.add(i64x2.shl(half, 52), one);
    const second = i64x2.add(i64x2.shl(i32x4.sub(shifted, half), 52), one);
    return mul(mul(Exp.mantissa(bounded, shifted, one), first), second);
  }

  /** e^(x − n ln 2), n in the low bits of `shifted`. */
  @inline
  static mantissa(x: v128, shifted: v128, one: v128): v128 {
    const n = sub(shifted, at(REDUCTION, 1));
    const high = sub(x, mul(n, at(REDUCTION, 2)));
    const low = mul(n, at(REDUCTION, 3));
    return add(one, add(sub(Exp.beyondLinear(sub(high, low)), low), high));
  }

  /** e^r − 1 − r for |r| ≤ 0.35. */
  @inline
  static beyondLinear(r: v128): v128 {
    const t = mul(r, r);
    const t2 = mul(t, t);
    const odd = add(at(P, 0), mul(t, at(P, 1)));
    const even = add(at(P, 2), mul(t, at(P, 3)));
    const c = sub(r, mul(t, add(odd, mul(t2, add(even, mul(t2, at(P, 4)))))));
    return div(mul(r, c), sub(at(REDUCTION, 5), c));
  }

  @inline
  apply(x: v128): v128 {
    return Exp.of(x);
  }
}

export class Expm1 {
  /** e^x − 1 = 2 (2^(n−1) (e^r − 1) + (2^(n−1) − ½)), error ≤ 1.5 ulp. */
  @inline
  apply(x: v128): v128 {
    const bounded = f64x2.pmax(f64x2.pmin(x, at(BOUNDS, 0)), at(EXPM1_BOUNDS, 0));
    const shifted = add(mul(bounded, at(REDUCTION, 0)), at(REDUCTION, 1));
    const n = sub(shifted, at(REDUCTION, 1));
    const high = sub(bounded, mul(n, at(REDUCTION, 2)));
    const low = mul(n, at(REDUCTION, 3));
    const p = add(sub(Exp.beyondLinear(sub(high, low)), low), high);
    const half = at(EXPM1_BOUNDS, 2);
    const scale = i64x2.add(i64x2.shl(shifted, 52), half);
    const y = add(mul(scale, p), sub(scale, half));
    const tiny = f64x2.lt(f64x2.abs(x), at(EXPM1_BOUNDS, 1));
    return v128.bitselect(x, add(y, y), tiny);
  }
}

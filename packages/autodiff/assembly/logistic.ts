/** logistic, softplus and tanh of two doubles at once. */

import { Exp } from "./exponential";
import { add, at, div, mul, sub } from "./lanes";
import { Log1p } from "./logarithm";

/**
 * 2^f = (A + f B) / (A − f B) with A = a₀ + a₁ t + t², B = b₀ + b₁ t + b₂ t², t = f², |f| ≤ ½, to 2^−56
 * (scripts/coefficients.py). One quotient serves power and saturation together.
 */
export const powerOfTwo: usize = memory.data<f64>(
  [4368.078795177389, 233.1777519752325, 1513.860750670445, 20.2016706494636, 0.023094399453830353],
  16,
);

/** 1; 2 log2(e); the size of x below which tanh(x) = x */
const NUMBERS: usize = memory.data<f64>([1.0, 2.8853900817779268, 1.862645149230957e-9], 16);

/** The y from which tanh is 1 and −1; 1.5 · 2^52; 1 */
const TANH: usize = memory.data<f64>([60.0, -60.0, 6755399441055744.0, 1.0], 16);

export class Logistic {
  /** 1 / (1 + e^−x), error ≤ 2.2 ulp, also of the tail that tends to zero. */
  @inline
  apply(x: v128): v128 {
    const decayed = Exp.of(f64x2.neg(f64x2.abs(x)));
    const one = at(NUMBERS, 0);
    const positive = f64x2.ge(x, f64x2.splat(0));
    return div(v128.bitselect(one, decayed, positive), add(one, decayed));
  }
}

export class Softplus {
  /** log(1 + e^x) = max(x, 0) + log1p(e^−|x|), error ≤ 1.5 ulp. */
  @inline
  apply(x: v128): v128 {
    return add(f64x2.pmax(x, f64x2.splat(0)), Log1p.of(Exp.of(f64x2.neg(f64x2.abs(x)))));
  }
}

export class Tanh {
  /** (2^y − 1) / (2^y + 1), exact for small y, error ≤ 4 ulp. Loops pass the constants below, in this order. */
  @inline
  static ofPower(
    power: v128,
    upper: v128,
    lower: v128,
    shift: v128,
    one: v128,
    a0: v128,
    a1: v128,
    b0: v128,
    b1: v128,
    b2: v128,
  ): v128 {
    const y = f64x2.pmax(f64x2.pmin(power, upper), lower);
    const shifted = add(y, shift);
    const f = sub(y, sub(shifted, shift));
    const t = mul(f, f);
    const a = add(a0, mul(t, add(a1, t)));
    const b = mul(f, add(add(b0, mul(b1, t)), mul(b2, mul(t, t))));
    const scale = i64x2.add(i64x2.shl(shifted, 52), one);
    const less = sub(scale, one);
    const more = add(scale, one);
    return div(add(mul(less, a), mul(more, b)), add(mul(more, a), mul(less, b)));
  }

  /** Constant number `index` of `ofPower`. */
  @inline
  static constant(index: usize): v128 {
    return index < 4 ? at(TANH, index) : at(powerOfTwo, index - 4);
  }

  @inline
  apply(x: v128): v128 {
    const y = Tanh.ofPower(
      mul(x, at(NUMBERS, 1)),
      Tanh.constant(0),
      Tanh.constant(1),
      Tanh.constant(2),
      Tanh.constant(3),
      Tanh.constant(4),
      Tanh.constant(5),
      Tanh.constant(6),
      Tanh.constant(7),
      Tanh.constant(8),
    );
    return v128.bitselect(x, y, f64x2.lt(f64x2.abs(x), at(NUMBERS, 2)));
  }
}

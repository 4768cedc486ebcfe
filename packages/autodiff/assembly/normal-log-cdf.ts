/** log Φ of one number at a time, accurate in both tails (the same approximations as @mmm/numerics). */

import { Exp } from "./exponential";
import { Log, Log1p } from "./logarithm";
import { polynomial } from "./polynomial";

const ROOT_HALF: f64 = 0.7071067811865476;

/** erf(x) / x in powers of x² on |x| ≤ 1. */
const ERF: usize = memory.data<f64>([
  1.1283791670955126, -0.37612638903183754, 0.1128379167095512, -0.02686617064512984, 0.0052239776254232985,
  -0.000854832702193483, 0.00012055332902888736, -1.4925647567519332e-5, 1.6462045441468418e-6,
  -1.6364642158167616e-7, 1.4792401209404813e-8, -1.216456005728345e-9, 8.709045129053106e-11,
  -4.230945824295338e-12,
]);

/** (1 + 2x) · e^(x²) · erfc(x) in powers of 1 − 7 / (x + 3) for x ≥ ½. */
const SCALED: usize = memory.data<f64>([
  1.2329951186255526, -0.12216847723549219, -0.003496013513368036, 0.04665458534674222, -0.04180651066502497,
  0.022801799598865188, -0.008073603938174266, 0.0013920612495046407, 0.00024740376447234214,
  -0.00019788759756973629, 1.7479106675947786e-5, 1.8863224923306602e-5, -4.577269386184351e-6,
  -1.9136567552589773e-6, 7.238746049318552e-7, 2.410959540877587e-7, -1.0511547933505945e-7,
  -3.874179984762285e-8, 1.4483334632739677e-8, 7.231366303196027e-9, -1.7673487952025182e-9,
  -1.3494065059462324e-9, 1.627106753623906e-10, 2.064994720524174e-10, -7.887286866204886e-12,
  -1.8001261542129724e-11,
]);

function exp(x: f64): f64 {
  return f64x2.extract_lane(Exp.of(f64x2.splat(x)), 0);
}

/** e^(x²) · erfc(x) for x ≥ ½. */
function scaledErfc(x: f64): f64 {
  return polynomial(SCALED, 26, 1 - 7 / (x + 3)) / (1 + 2 * x);
}

/** Φ(−x) for x > 0. */
function upperTail(x: f64): f64 {
  if (x <= 1) {
    const z = x * ROOT_HALF;
    return 0.5 - 0.5 * z * polynomial(ERF, 14, z * z);
  }
  if (x > 40) return 0;
  // The square of the leading 24 bits is exact; the rest goes into a second factor.
  const leading = <f64>(<f32>x);
  return (
    0.5 *
    exp(-0.5 * leading * leading) *
    exp(-0.5 * (x - leading) * (x + leading)) *
    scaledErfc(x * ROOT_HALF)
  );
}

class NormalLogCdf {
  apply(x: f64): f64 {
    if (x < -1) {
      const half = f64x2.splat(0.5 * scaledErfc(-x * ROOT_HALF));
      return f64x2.extract_lane(Log.of(half), 0) - 0.5 * x * x;
    }
    if (x > 0) return f64x2.extract_lane(Log1p.of(f64x2.splat(-upperTail(x))), 0);
    return f64x2.extract_lane(Log.of(f64x2.splat(upperTail(-x))), 0);
  }
}

export function normalLogCdf(out: usize, x: usize, n: i32): void {
  const f = changetype<NormalLogCdf>(0);
  for (let i: usize = 0, end = (<usize>n) << 3; i < end; i += 8)
    store<f64>(out + i, f.apply(load<f64>(x + i)));
}

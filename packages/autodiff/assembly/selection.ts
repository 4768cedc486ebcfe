/** Choosing between elements: maximum, minimum, comparison and selection. */

import { combine } from "./broadcast";

class Maximum {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.max(a, b);
  }
}

class Minimum {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.min(a, b);
  }
}

class Greater {
  @inline
  apply(a: v128, b: v128): v128 {
    return v128.and(f64x2.gt(a, b), f64x2.splat(1));
  }
}

export function maximum(
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
  combine<Maximum>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function minimum(
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
  combine<Minimum>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function greater(
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
  combine<Greater>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function select(out: usize, mask: usize, a: usize, b: usize, n: i32): void {
  for (let i: usize = 0, end = (<usize>n) << 3; i < end; i += 8) {
    store<f64>(out + i, load<f64>(mask + i) != 0 ? load<f64>(a + i) : load<f64>(b + i));
  }
}

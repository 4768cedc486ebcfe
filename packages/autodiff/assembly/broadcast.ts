/** Broadcasting: one operation on two arrays, whichever of them repeats along a loop. */

import { splatAt } from "./lanes";

/** One row; every array steps by 1 or, where it is broadcast, by 0; else element by element. */
function combineRow<F>(out: usize, a: usize, b: usize, n: usize, aStep: usize, bStep: usize): void {
  const f = changetype<F>(0);
  const end = out + ((n >> 1) << 4);
  if (aStep == 8 && bStep == 8) {
    while (out < end) {
      v128.store(out, f.apply(v128.load(a), v128.load(b)));
      out += 16;
      a += 16;
      b += 16;
    }
  } else if (aStep == 8 && bStep == 0) {
    const bs = splatAt(b);
    while (out < end) {
      v128.store(out, f.apply(v128.load(a), bs));
      out += 16;
      a += 16;
    }
  } else if (aStep == 0 && bStep == 8) {
    const as = splatAt(a);
    while (out < end) {
      v128.store(out, f.apply(as, v128.load(b)));
      out += 16;
      b += 16;
    }
  } else {
    while (out < end) {
      const av = v128.load_lane<f64>(a + aStep, splatAt(a), 1);
      const bv = v128.load_lane<f64>(b + bStep, splatAt(b), 1);
      v128.store(out, f.apply(av, bv));
      out += 16;
      a += 2 * aStep;
      b += 2 * bStep;
    }
  }
  if (n & 1) v128.store_lane<f64>(out, f.apply(splatAt(a), splatAt(b)), 0);
}

/** Rows of a broadcast operation: out contiguous, a and b with strides in elements. */
export function combine<F>(
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
  for (let i = 0; i < n2; i++) {
    let aRow = a + ((<usize>i * a2) << 3);
    let bRow = b + ((<usize>i * b2) << 3);
    for (let j = 0; j < n1; j++) {
      combineRow<F>(out, aRow, bRow, n0, (<usize>a0) << 3, (<usize>b0) << 3);
      out += (<usize>n0) << 3;
      aRow += (<usize>a1) << 3;
      bRow += (<usize>b1) << 3;
    }
  }
}

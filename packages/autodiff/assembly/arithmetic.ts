/** fill, copy and the four operations of arithmetic with broadcasting. */

import { splatAt } from "./lanes";

export function fill(out: usize, n: i32, value: usize): void {
  const v = splatAt(value);
  const end = out + ((<usize>(n >> 1)) << 4);
  while (out < end) {
    v128.store(out, v);
    out += 16;
  }
  if (n & 1) store<f64>(out, f64x2.extract_lane(v, 0));
}

function copyRow(out: usize, x: usize, n: usize, outStep: usize, xStep: usize): void {
  if (outStep == 8 && xStep == 8) {
    const end = out + ((n >> 1) << 4);
    while (out < end) {
      v128.store(out, v128.load(x));
      out += 16;
      x += 16;
    }
    n &= 1;
  }
  for (let i: usize = 0; i < n; i++) {
    store<f64>(out, load<f64>(x));
    out += outStep;
    x += xStep;
  }
}

export function copy(
  out: usize,
  x: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  out2: i32,
  out1: i32,
  out0: i32,
  x2: i32,
  x1: i32,
  x0: i32,
): void {
  for (let i = 0; i < n2; i++) {
    let outRow = out + ((<usize>i * out2) << 3);
    let xRow = x + ((<usize>i * x2) << 3);
    for (let j = 0; j < n1; j++) {
      copyRow(outRow, xRow, n0, (<usize>out0) << 3, (<usize>x0) << 3);
      outRow += (<usize>out1) << 3;
      xRow += (<usize>x1) << 3;
    }
  }
}

class Add {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.add(a, b);
  }
}

class Subtract {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.sub(a, b);
  }
}

class Multiply {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.mul(a, b);
  }
}

class Divide {
  @inline
  apply(a: v128, b: v128): v128 {
    return f64x2.div(a, b);
  }
}

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
function combine<F>(
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

export function add(
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
  combine<Add>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function subtract(
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
  combine<Subtract>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function multiply(
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
  combine<Multiply>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

export function divide(
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
  combine<Divide>(out, a, b, n2, n1, n0, a2, a1, a0, b2, b1, b0);
}

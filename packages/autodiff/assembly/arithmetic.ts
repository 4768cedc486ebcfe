/** fill, copy and the four operations of arithmetic with broadcasting. */

import { combine } from "./broadcast";
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

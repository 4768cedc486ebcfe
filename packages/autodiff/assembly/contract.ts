/** out += Σ a · b over any of three loops: dot products, matrix products, weighted and plain sums. */

import { add, mul, splatAt, total } from "./lanes";

/** Σ a · b of n elements; four running sums, folded in a fixed order. */
export function dot(a: usize, b: usize, n: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const end = a + ((n >> 2) << 5);
  while (a < end) {
    even = add(even, mul(v128.load(a), v128.load(b)));
    odd = add(odd, mul(v128.load(a, 16), v128.load(b, 16)));
    a += 32;
    b += 32;
  }
  let sum = total(add(even, odd));
  for (let i: usize = 0; i < (n & 3); i++) sum += load<f64>(a + (i << 3)) * load<f64>(b + (i << 3));
  return sum;
}

/** Σ a of n elements, in the order of `dot`. */
function sum(a: usize, n: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  const end = a + ((n >> 2) << 5);
  while (a < end) {
    even = add(even, v128.load(a));
    odd = add(odd, v128.load(a, 16));
    a += 32;
  }
  let result = total(add(even, odd));
  for (let i: usize = 0; i < (n & 3); i++) result += load<f64>(a + (i << 3));
  return result;
}

function dotWithSteps(a: usize, b: usize, n: usize, aStep: usize, bStep: usize): f64 {
  let result: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    result += load<f64>(a) * load<f64>(b);
    a += aStep;
    b += bStep;
  }
  return result;
}

function dotOfAnySteps(a: usize, b: usize, n: usize, aStep: usize, bStep: usize): f64 {
  if (aStep == 8 && bStep == 8) return dot(a, b, n);
  if (aStep == 8 && bStep == 0) return sum(a, n) * load<f64>(b);
  if (aStep == 0 && bStep == 8) return load<f64>(a) * sum(b, n);
  return dotWithSteps(a, b, n, aStep, bStep);
}

/** out += weight · b, element by element. */
function addScaled(out: usize, weight: usize, b: usize, n: usize): void {
  const w = splatAt(weight);
  const end = out + ((n >> 1) << 4);
  while (out < end) {
    v128.store(out, add(v128.load(out), mul(w, v128.load(b))));
    out += 16;
    b += 16;
  }
  if (n & 1) store<f64>(out, load<f64>(out) + f64x2.extract_lane(w, 0) * load<f64>(b));
}

/** Four times `addScaled` with one pass over out: the same sums in the same order. */
function addFourScaled(out: usize, weight: usize, weightStep: usize, b: usize, bStep: usize, n: usize): void {
  const w0 = splatAt(weight);
  const w1 = splatAt(weight + weightStep);
  const w2 = splatAt(weight + 2 * weightStep);
  const w3 = splatAt(weight + 3 * weightStep);
  let b1 = b + bStep;
  let b2 = b1 + bStep;
  let b3 = b2 + bStep;
  const end = out + ((n >> 1) << 4);
  while (out < end) {
    let s = add(v128.load(out), mul(w0, v128.load(b)));
    s = add(s, mul(w1, v128.load(b1)));
    s = add(s, mul(w2, v128.load(b2)));
    s = add(s, mul(w3, v128.load(b3)));
    v128.store(out, s);
    out += 16;
    b += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
  }
  if (n & 1) {
    let s = load<f64>(out) + f64x2.extract_lane(w0, 0) * load<f64>(b);
    s += f64x2.extract_lane(w1, 0) * load<f64>(b1);
    s += f64x2.extract_lane(w2, 0) * load<f64>(b2);
    s += f64x2.extract_lane(w3, 0) * load<f64>(b3);
    store<f64>(out, s);
  }
}

/** out += a · b, element by element. */
function addProduct(out: usize, a: usize, b: usize, n: usize): void {
  const end = out + ((n >> 1) << 4);
  while (out < end) {
    v128.store(out, add(v128.load(out), mul(v128.load(a), v128.load(b))));
    out += 16;
    a += 16;
    b += 16;
  }
  if (n & 1) store<f64>(out, load<f64>(out) + load<f64>(a) * load<f64>(b));
}

function addProductWithSteps(
  out: usize,
  a: usize,
  b: usize,
  n: usize,
  outStep: usize,
  aStep: usize,
  bStep: usize,
): void {
  for (let i: usize = 0; i < n; i++) {
    store<f64>(out, load<f64>(out) + load<f64>(a) * load<f64>(b));
    out += outStep;
    a += aStep;
    b += bStep;
  }
}

/** Steps in bytes. */
function contractRow(
  out: usize,
  a: usize,
  b: usize,
  n: usize,
  outStep: usize,
  aStep: usize,
  bStep: usize,
): void {
  if (outStep == 0) {
    store<f64>(out, load<f64>(out) + dotOfAnySteps(a, b, n, aStep, bStep));
  } else if (outStep == 8 && aStep == 0 && bStep == 8) {
    addScaled(out, a, b, n);
  } else if (outStep == 8 && aStep == 8 && bStep == 0) {
    addScaled(out, b, a, n);
  } else if (outStep == 8 && aStep == 8 && bStep == 8) {
    addProduct(out, a, b, n);
  } else {
    addProductWithSteps(out, a, b, n, outStep, aStep, bStep);
  }
}

export function contract(
  out: usize,
  a: usize,
  b: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  out2: i32,
  out1: i32,
  out0: i32,
  a2: i32,
  a1: i32,
  a0: i32,
  b2: i32,
  b1: i32,
  b0: i32,
): void {
  const aStep = (<usize>a1) << 3;
  const bStep = (<usize>b1) << 3;
  const weightsLeft = out1 == 0 && out0 == 1 && a0 == 0 && b0 == 1;
  const weightsRight = out1 == 0 && out0 == 1 && a0 == 1 && b0 == 0;
  for (let i = 0; i < n2; i++) {
    let outRow = out + ((<usize>i * out2) << 3);
    let aRow = a + ((<usize>i * a2) << 3);
    let bRow = b + ((<usize>i * b2) << 3);
    let j = 0;
    if (weightsLeft || weightsRight) {
      for (; j + 4 <= n1; j += 4) {
        if (weightsLeft) addFourScaled(outRow, aRow, aStep, bRow, bStep, n0);
        else addFourScaled(outRow, bRow, bStep, aRow, aStep, n0);
        aRow += aStep << 2;
        bRow += bStep << 2;
      }
    }
    for (; j < n1; j++) {
      contractRow(outRow, aRow, bRow, n0, (<usize>out0) << 3, (<usize>a0) << 3, (<usize>b0) << 3);
      outRow += (<usize>out1) << 3;
      aRow += aStep;
      bRow += bStep;
    }
  }
}

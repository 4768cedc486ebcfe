/** Logistic saturation h = tanh(λ x / 2) and its pullback over rows. */

import { add, half, mul, one, scratch, splatAt, sub, total } from "./lanes";
import { Tanh } from "./logistic";

const LOG2_E: f64 = 1.4426950408889634;

/** n elements, n even. */
function saturationRow(h: usize, x: usize, rate: f64, n: usize): void {
  const inBaseTwo = f64x2.splat(rate * LOG2_E);
  const upper = Tanh.constant(0);
  const lower = Tanh.constant(1);
  const shift = Tanh.constant(2);
  const one = Tanh.constant(3);
  const a0 = Tanh.constant(4);
  const a1 = Tanh.constant(5);
  const b0 = Tanh.constant(6);
  const b1 = Tanh.constant(7);
  const b2 = Tanh.constant(8);
  const end = x + (n << 3);
  while (x < end) {
    const power = mul(inBaseTwo, v128.load(x));
    v128.store(h, Tanh.ofPower(power, upper, lower, shift, one, a0, a1, b0, b1, b2));
    x += 16;
    h += 16;
  }
}

export function logisticSaturation(
  h: usize,
  x: usize,
  rate: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  rate2: i32,
  rate1: i32,
): void {
  const even = <usize>(n0 & ~1);
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const lambda = load<f64>(rate + ((i * rate2 + j * rate1) << 3));
      saturationRow(h, x, lambda, even);
      h += even << 3;
      x += even << 3;
      if (n0 & 1) {
        v128.store(scratch, splatAt(x));
        saturationRow(scratch, scratch, lambda, 2);
        store<f64>(h, load<f64>(scratch));
        h += 8;
        x += 8;
      }
    }
  }
}

/** Returns Σ w · x. */
function pullbackRow(gx: usize, g: usize, h: usize, x: usize, rate: f64, n: usize): f64 {
  const lambda = f64x2.splat(rate);
  const all = splatAt(one);
  const middle = splatAt(half);
  let wx = f64x2.splat(0);
  const end = gx + ((n >> 1) << 4);
  while (gx < end) {
    const share = v128.load(h);
    const w = mul(v128.load(g), mul(middle, sub(all, mul(share, share))));
    v128.store(gx, mul(w, lambda));
    wx = add(wx, mul(w, v128.load(x)));
    gx += 16;
    g += 16;
    h += 16;
    x += 16;
  }
  let sum = total(wx);
  if (n & 1) {
    const share = load<f64>(h);
    const w = load<f64>(g) * (0.5 * (1 - share * share));
    store<f64>(gx, w * rate);
    sum += w * load<f64>(x);
  }
  return sum;
}

export function logisticSaturationPullback(
  gx: usize,
  sumWx: usize,
  g: usize,
  h: usize,
  x: usize,
  rate: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  rate2: i32,
  rate1: i32,
): void {
  const row = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const lambda = load<f64>(rate + ((i * rate2 + j * rate1) << 3));
      store<f64>(sumWx, pullbackRow(gx, g, h, x, lambda, n0));
      gx += row;
      g += row;
      h += row;
      x += row;
      sumWx += 8;
    }
  }
}

/** Convolutions along rows with a short list of weights, forwards and backwards in time, and their pullback. */

import { dot } from "./contract";
import { add, mul, splatAt } from "./lanes";

/** Σ_l w[l] · x[t ± l] of elements [from, to), all lags within the row; `step` is −8 (causal) or 8. */
function fullRow(out: usize, x: usize, w: usize, from: usize, to: usize, lags: usize, step: usize): void {
  let t = from;
  for (; t + 4 <= to; t += 4) {
    let here = x + (t << 3);
    let first = f64x2.splat(0);
    let second = f64x2.splat(0);
    for (let l: usize = 0; l < lags; l++) {
      const weight = splatAt(w + (l << 3));
      first = add(first, mul(weight, v128.load(here)));
      second = add(second, mul(weight, v128.load(here, 16)));
      here += step;
    }
    v128.store(out + (t << 3), first);
    v128.store(out + (t << 3), second, 16);
  }
  for (; t < to; t++) store<f64>(out + (t << 3), partial(x + (t << 3), w, lags, step));
}

/** Σ_l w[l] · x[± l] over the first `count` lags. */
function partial(x: usize, w: usize, count: usize, step: usize): f64 {
  let sum: f64 = 0;
  for (let l: usize = 0; l < count; l++) {
    sum += load<f64>(w + (l << 3)) * load<f64>(x);
    x += step;
  }
  return sum;
}

export function causalConvolution(
  out: usize,
  x: usize,
  w: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  lags: i32,
  x2: i32,
  x1: i32,
  w2: i32,
  w1: i32,
): void {
  const start = min(lags - 1, n0);
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const xRow = x + ((i * x2 + j * x1) << 3);
      const wRow = w + ((i * w2 + j * w1) << 3);
      for (let t = 0; t < start; t++) {
        store<f64>(out + (t << 3), partial(xRow + (t << 3), wRow, t + 1, -8));
      }
      fullRow(out, xRow, wRow, start, n0, lags, -8);
      out += (<usize>n0) << 3;
    }
  }
}

export function anticausalConvolution(
  out: usize,
  x: usize,
  w: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  lags: i32,
  x2: i32,
  x1: i32,
  w2: i32,
  w1: i32,
): void {
  const full = max(n0 - lags + 1, 0);
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const xRow = x + ((i * x2 + j * x1) << 3);
      const wRow = w + ((i * w2 + j * w1) << 3);
      fullRow(out, xRow, wRow, 0, full, lags, 8);
      for (let t = full; t < n0; t++) {
        store<f64>(out + (t << 3), partial(xRow + (t << 3), wRow, n0 - t, 8));
      }
      out += (<usize>n0) << 3;
    }
  }
}

/** out[row, l] = Σ_t g[t] · x[t−l] */
export function convolutionWeightsPullback(
  out: usize,
  g: usize,
  x: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  lags: i32,
  x2: i32,
  x1: i32,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      const xRow = x + ((i * x2 + j * x1) << 3);
      for (let l = 0; l < lags; l++) {
        store<f64>(out, l < n0 ? dot(g + (l << 3), xRow, n0 - l) : 0);
        out += 8;
      }
      g += (<usize>n0) << 3;
    }
  }
}

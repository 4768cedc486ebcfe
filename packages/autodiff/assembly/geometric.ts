/**
 * The geometric recursion out[t] = x[t] + α · out[t−1] over rows, its mirror image in time, and the derivative with
 * respect to α.
 *
 * A plain recursion waits for one product and one sum per element. Here the waiting chain advances four elements at a
 * time: with v[t] = x[t] + α x[t−1], out[t] = v[t] + α² out[t−2] = (v[t] + α² v[t−2]) + α⁴ out[t−4].
 */

import { add, mul, splatAt, total } from "./lanes";

function recursionRow(out: usize, x: usize, alpha: usize, n: usize): void {
  let done: usize = 0;
  if (n >= 4) {
    const a = splatAt(alpha);
    const a2 = mul(a, a);
    const a4 = mul(a2, a2);
    const x0 = v128.load(x);
    let first = add(x0, mul(a, v128.shuffle<f64>(f64x2.splat(0), x0, 0, 2)));
    let v = add(v128.load(x, 16), mul(a, v128.load(x, 8)));
    let second = add(v, mul(a2, first));
    v128.store(out, first);
    v128.store(out, second, 16);
    for (done = 4; done + 4 <= n; done += 4) {
      const here = x + (done << 3);
      const u = add(v128.load(here), mul(a, v128.load(here - 8)));
      const w = add(v128.load(here, 16), mul(a, v128.load(here + 8)));
      first = add(add(u, mul(a2, v)), mul(a4, first));
      second = add(add(w, mul(a2, u)), mul(a4, second));
      v = w;
      v128.store(out + (done << 3), first);
      v128.store(out + (done << 3), second, 16);
    }
  }
  const a = load<f64>(alpha);
  let last = done > 0 ? load<f64>(out + (done << 3) - 8) : 0;
  for (; done < n; done++) {
    last = load<f64>(x + (done << 3)) + a * last;
    store<f64>(out + (done << 3), last);
  }
}

function reverseRow(out: usize, x: usize, alpha: usize, n: usize): void {
  let left = n;
  if (n >= 4) {
    const a = splatAt(alpha);
    const a2 = mul(a, a);
    const a4 = mul(a2, a2);
    left = n - 4;
    const end = x + (left << 3);
    const x1 = v128.load(end, 16);
    let second = add(x1, mul(a, v128.shuffle<f64>(x1, f64x2.splat(0), 1, 2)));
    let v = add(v128.load(end), mul(a, v128.load(end, 8)));
    let first = add(v, mul(a2, second));
    v128.store(out + (left << 3), first);
    v128.store(out + (left << 3), second, 16);
    while (left >= 4) {
      left -= 4;
      const here = x + (left << 3);
      const w = add(v128.load(here, 16), mul(a, v128.load(here, 24)));
      const u = add(v128.load(here), mul(a, v128.load(here, 8)));
      second = add(add(w, mul(a2, v)), mul(a4, second));
      first = add(add(u, mul(a2, w)), mul(a4, first));
      v = u;
      v128.store(out + (left << 3), first);
      v128.store(out + (left << 3), second, 16);
    }
  }
  const a = load<f64>(alpha);
  let last = left < n ? load<f64>(out + (left << 3)) : 0;
  while (left > 0) {
    left--;
    last = load<f64>(x + (left << 3)) + a * last;
    store<f64>(out + (left << 3), last);
  }
}

/** Σ g[t] · e[t], e[t] = stock[t] + α · e[t−1], of n elements. */
function recursionDot(g: usize, stock: usize, alpha: usize, n: usize): f64 {
  let done: usize = 0;
  let sum: f64 = 0;
  let last: f64 = 0;
  if (n >= 4) {
    const a = splatAt(alpha);
    const a2 = mul(a, a);
    const a4 = mul(a2, a2);
    const x0 = v128.load(stock);
    let first = add(x0, mul(a, v128.shuffle<f64>(f64x2.splat(0), x0, 0, 2)));
    let v = add(v128.load(stock, 16), mul(a, v128.load(stock, 8)));
    let second = add(v, mul(a2, first));
    let sums = mul(first, v128.load(g));
    let more = mul(second, v128.load(g, 16));
    for (done = 4; done + 4 <= n; done += 4) {
      const here = stock + (done << 3);
      const u = add(v128.load(here), mul(a, v128.load(here - 8)));
      const w = add(v128.load(here, 16), mul(a, v128.load(here + 8)));
      first = add(add(u, mul(a2, v)), mul(a4, first));
      second = add(add(w, mul(a2, u)), mul(a4, second));
      v = w;
      sums = add(sums, mul(first, v128.load(g + (done << 3))));
      more = add(more, mul(second, v128.load(g + (done << 3), 16)));
    }
    sum = total(add(sums, more));
    last = f64x2.extract_lane(second, 1);
  }
  const a = load<f64>(alpha);
  for (; done < n; done++) {
    last = load<f64>(stock + (done << 3)) + a * last;
    sum += last * load<f64>(g + (done << 3));
  }
  return sum;
}

export function geometricRecursion(
  out: usize,
  x: usize,
  alpha: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  x2: i32,
  x1: i32,
  alpha2: i32,
  alpha1: i32,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      recursionRow(out, x + ((i * x2 + j * x1) << 3), alpha + ((i * alpha2 + j * alpha1) << 3), n0);
      out += (<usize>n0) << 3;
    }
  }
}

export function reverseGeometricRecursion(
  out: usize,
  x: usize,
  alpha: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  x2: i32,
  x1: i32,
  alpha2: i32,
  alpha1: i32,
): void {
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      reverseRow(out, x + ((i * x2 + j * x1) << 3), alpha + ((i * alpha2 + j * alpha1) << 3), n0);
      out += (<usize>n0) << 3;
    }
  }
}

/**
 * Σ_t λ[t] · stock[t−1] with λ[t] = g[t] + α λ[t+1]. Exchanging the sums turns it into Σ_t g[t] · e[t−1], where e is
 * the recursion applied to the stock once more: forward in time, and λ need not be kept.
 */
export function geometricRetentionPullback(
  out: usize,
  g: usize,
  stock: usize,
  alpha: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  alpha2: i32,
  alpha1: i32,
): void {
  const row = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      store<f64>(out, recursionDot(g + 8, stock, alpha + ((i * alpha2 + j * alpha1) << 3), max(n0 - 1, 0)));
      out += 8;
      g += row;
      stock += row;
    }
  }
}

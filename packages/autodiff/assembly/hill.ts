/** Hill saturation and its pullback over rows. */

import { add, div, mul, one, splatAt, sub, total } from "./lanes";
import { CHUNK, log2, logarithms, reduceExponents, saturate, splitNumbers } from "./hill-stages";

export function hill(
  h: usize,
  r: usize,
  x: usize,
  k: usize,
  s: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  k2: i32,
  k1: i32,
  s2: i32,
  s1: i32,
): void {
  const count = n2 * n1 * n0;
  // Row and place within it that the next element has.
  let i = 0;
  let j = 0;
  let t = 0;
  for (let start = 0; start < count; start += CHUNK) {
    const length = min(CHUNK, count - start);
    splitNumbers(x, length);
    let done = 0;
    while (done < length) {
      const part = min(n0 - t, length - done);
      const slope = s + ((i * s2 + j * s1) << 3);
      logarithms(r, log2(k + ((i * k2 + j * k1) << 3)), done, part);
      reduceExponents(r, slope, done, part);
      r += (<usize>part) << 3;
      done += part;
      t += part;
      if (t == n0) {
        t = 0;
        j++;
      }
      if (j == n1) {
        j = 0;
        i++;
      }
    }
    saturate(h, length);
    x += (<usize>length) << 3;
    h += (<usize>length) << 3;
  }
}

/** The smallest normal number: where x is less, w is 0, and any divisor but 0 will do. */
const smallestNormal: usize = memory.data<f64>([2.2250738585072014e-308], 8);

function pullbackRow(
  gx: usize,
  sumW: usize,
  sumWr: usize,
  g: usize,
  h: usize,
  r: usize,
  x: usize,
  s: usize,
  n: usize,
): void {
  const slope = splatAt(s);
  const all = splatAt(one);
  const smallest = splatAt(smallestNormal);
  let w = f64x2.splat(0);
  let wr = f64x2.splat(0);
  const end = gx + ((n >> 1) << 4);
  while (gx < end) {
    const share = v128.load(h);
    const weight = mul(v128.load(g), mul(share, sub(all, share)));
    v128.store(gx, div(mul(weight, slope), f64x2.pmax(v128.load(x), smallest)));
    w = add(w, weight);
    wr = add(wr, mul(weight, v128.load(r)));
    gx += 16;
    g += 16;
    h += 16;
    r += 16;
    x += 16;
  }
  let w0 = total(w);
  let wr0 = total(wr);
  if (n & 1) {
    const share = load<f64>(h);
    const weight = load<f64>(g) * (share * (1 - share));
    const divisor = max(load<f64>(x), load<f64>(smallestNormal));
    store<f64>(gx, (weight * load<f64>(s)) / divisor);
    w0 += weight;
    wr0 += weight * load<f64>(r);
  }
  store<f64>(sumW, w0);
  store<f64>(sumWr, wr0);
}

export function hillPullback(
  gx: usize,
  sumW: usize,
  sumWr: usize,
  g: usize,
  h: usize,
  r: usize,
  x: usize,
  s: usize,
  n2: i32,
  n1: i32,
  n0: i32,
  s2: i32,
  s1: i32,
): void {
  const row = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      pullbackRow(gx, sumW, sumWr, g, h, r, x, s + ((i * s2 + j * s1) << 3), n0);
      gx += row;
      g += row;
      h += row;
      r += row;
      x += row;
      sumW += 8;
      sumWr += 8;
    }
  }
}

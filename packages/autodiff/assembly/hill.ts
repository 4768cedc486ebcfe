/**
 * Hill saturation and its pullback over rows, in base 2: h = 1 / (1 + 2^(−s r)), r = log2 x − log2 k.
 *
 * Two loops per row, because 16 registers hold the constants of one; two vectors per turn, because what limits these
 * loops is how many instructions a processor can look ahead, and shared constants leave more room for work.
 */

import { add, at, div, mul, splatAt, sub, total } from "./lanes";
import { log2Table } from "./log2-table";
import { powerOfTwo } from "./logistic";

/** (log2(1 + q)) / q on |q| ≤ 2^−8, constant term first (scripts/coefficients.py). */
const LOG2: usize = memory.data<f64>(
  [1.4426950408889634, -0.7213475204269865, 0.4808983469479919, -0.3606783464787494, 0.28854293925646624],
  16,
);
const NUMBERS: usize = memory.data<f64>(
  // 1; 2^52 + 1023; smallest normal number; log2 of what counts as zero; 1.5 · 2^52, + 1024, − 1022
  [
    1.0, 4503599627371519.0, 2.2250738585072014e-308, -1e100, 6755399441055744.0, 6755399441056768.0,
    6755399441054722.0,
  ],
  16,
);
/** Mask of an exponent; bits(2^1023); bits(2^52) */
const BITS: usize = memory.data<u64>([0x7ff0000000000000, 0x7fe0000000000000, 0x4330000000000000], 16);

/** The table's entry for the number at an address: its seven highest mantissa bits count. */
function entry(x: usize): usize {
  return log2Table + (((<usize>load<u32>(x, 4)) >>> 9) & 0x7f0);
}

class Log2 {
  /**
   * log2 x − origin for normal x (error 4e-16 absolute); −1e100 for x below; NaN for NaN and infinity. `first` and
   * `second` are the table entries of the two lanes.
   */
  @inline
  static of(
    x: v128,
    first: v128,
    second: v128,
    origin: v128,
    one: v128,
    c0: v128,
    c1: v128,
    c2: v128,
    c3: v128,
    c4: v128,
  ): v128 {
    const exponent = sub(v128.or(i64x2.shr_u(x, 52), at(BITS, 2)), at(NUMBERS, 1));
    const mantissa = mul(x, i64x2.sub(at(BITS, 1), v128.and(x, at(BITS, 0))));
    const q = sub(mul(mantissa, v128.shuffle<f64>(first, second, 0, 2)), one);
    const q2 = mul(q, q);
    const high = add(v128.shuffle<f64>(first, second, 1, 3), sub(exponent, origin));
    const nothing = v128.and(f64x2.lt(x, at(NUMBERS, 2)), at(NUMBERS, 3));
    const linear = add(mul(c0, q), add(high, nothing));
    return add(linear, mul(q2, add(add(mul(c2, q), c1), mul(q2, add(mul(c4, q), c3)))));
  }
}

class Saturation {
  /** 1 / (1 + 2^y) for |y| < 2^1000, error ≤ 3 ulp; 0 and 1 far outside. */
  @inline
  static of(y: v128, shift: v128, one: v128, a0: v128, a1: v128, b0: v128, b1: v128, b2: v128): v128 {
    const shifted = add(y, shift);
    const f = sub(y, sub(shifted, shift));
    const bounded = f64x2.pmax(f64x2.pmin(shifted, at(NUMBERS, 5)), at(NUMBERS, 6));
    const scale = i64x2.add(i64x2.shl(bounded, 52), one);
    const t = mul(f, f);
    const t2 = mul(t, t);
    const a = add(add(a0, mul(a1, t)), t2);
    const b = mul(f, add(add(b0, mul(b1, t)), mul(b2, t2)));
    const below = sub(a, b);
    return div(below, add(below, mul(add(a, b), scale)));
  }
}

/** r = log2 x − origin of n elements, n a multiple of 4. */
function logRow(r: usize, x: usize, logarithm: f64, n: usize): void {
  const origin = f64x2.splat(logarithm);
  const one = at(NUMBERS, 0);
  const c0 = at(LOG2, 0);
  const c1 = at(LOG2, 1);
  const c2 = at(LOG2, 2);
  const c3 = at(LOG2, 3);
  const c4 = at(LOG2, 4);
  const end = x + (n << 3);
  while (x < end) {
    const f0 = v128.load(entry(x));
    const s0 = v128.load(entry(x + 8));
    const f1 = v128.load(entry(x + 16));
    const s1 = v128.load(entry(x + 24));
    const r0 = Log2.of(v128.load(x), f0, s0, origin, one, c0, c1, c2, c3, c4);
    const r1 = Log2.of(v128.load(x, 16), f1, s1, origin, one, c0, c1, c2, c3, c4);
    v128.store(r, r0);
    v128.store(r, r1, 16);
    x += 32;
    r += 32;
  }
}

/** h = 1 / (1 + 2^(−slope · r)) of n elements, n a multiple of 4. */
function saturationRow(h: usize, r: usize, slope: usize, n: usize): void {
  const s = f64x2.neg(splatAt(slope));
  const shift = at(NUMBERS, 4);
  const one = at(NUMBERS, 0);
  const a0 = at(powerOfTwo, 0);
  const a1 = at(powerOfTwo, 1);
  const b0 = at(powerOfTwo, 2);
  const b1 = at(powerOfTwo, 3);
  const b2 = at(powerOfTwo, 4);
  const end = r + (n << 3);
  while (r < end) {
    const h0 = Saturation.of(mul(s, v128.load(r)), shift, one, a0, a1, b0, b1, b2);
    const h1 = Saturation.of(mul(s, v128.load(r, 16)), shift, one, a0, a1, b0, b1, b2);
    v128.store(h, h0);
    v128.store(h, h1, 16);
    r += 32;
    h += 32;
  }
}

/** Four places for the rest of a row, which the loops take by fours, and four for its r. */
const rest: usize = memory.data(64, 16);

function hillRow(h: usize, r: usize, x: usize, k: usize, s: usize, n: usize): void {
  // k goes the way of x, so that h is exactly ½ at x = k.
  v128.store(rest, splatAt(k));
  v128.store(rest, splatAt(k), 16);
  logRow(rest + 32, rest, 0, 4);
  const origin = load<f64>(rest + 32);
  const full = n & ~3;
  logRow(r, x, origin, full);
  saturationRow(h, r, s, full);
  if (full == n) return;
  const done = full << 3;
  const left = (n << 3) - done;
  for (let i: usize = 0; i < left; i += 8) store<f64>(rest + i, load<f64>(x + done + i));
  logRow(rest + 32, rest, origin, 4);
  for (let i: usize = 0; i < left; i += 8) store<f64>(r + done + i, load<f64>(rest + 32 + i));
  saturationRow(rest, rest + 32, s, 4);
  for (let i: usize = 0; i < left; i += 8) store<f64>(h + done + i, load<f64>(rest + i));
}

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
  const row = (<usize>n0) << 3;
  for (let i = 0; i < n2; i++) {
    for (let j = 0; j < n1; j++) {
      hillRow(h, r, x, k + ((i * k2 + j * k1) << 3), s + ((i * s2 + j * s1) << 3), n0);
      h += row;
      r += row;
      x += row;
    }
  }
}

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
  const one = at(NUMBERS, 0);
  // Where x = 0, w is 0 and any divisor but 0 will do.
  const smallest = at(NUMBERS, 2);
  let w = f64x2.splat(0);
  let wr = f64x2.splat(0);
  const end = gx + ((n >> 1) << 4);
  while (gx < end) {
    const share = v128.load(h);
    const weight = mul(v128.load(g), mul(share, sub(one, share)));
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
    const divisor = max(load<f64>(x), 2.2250738585072014e-308);
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

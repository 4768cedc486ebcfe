/**
 * The four stages of Hill saturation on a chunk of at most 512 elements: x → (q, high) → r → (f, scale) → h, with
 *
 *     log2 x = high + log2(1 + q),   r = log2 x − log2 k,   −s r = n + f,   h = 1 / (1 + 2^n · 2^f).
 *
 * Short loops, because a processor looks only so many instructions ahead: one loop for all of it spends its time
 * waiting for its own chain of operations (3.2 ns per element, these four 2.5). Chunks, so that what one stage hands to
 * the next stays in the fastest memory; the stages without parameters of a row run over many short rows at once.
 */

import { add, at, div, mul, splatAt, sub } from "./lanes";
import { log2Table } from "./log2-table";
import { powerOfTwo } from "./logistic";

/** Elements of a chunk. */
export const CHUNK: i32 = 512;
/** q, then f, by element; `SECOND` bytes further high, then scale. Stage 1 writes up to three elements too many. */
const chunk: usize = memory.data(8320, 64);
const SECOND: usize = 4160;

/** (log2(1 + q)) / q on |q| ≤ 2^−8, constant term first (scripts/coefficients.py). */
const LOG2: usize = memory.data<f64>(
  [1.4426950408889634, -0.7213475204269865, 0.4808983469479919, -0.3606783464787494, 0.28854293925646624],
  16,
);
/** 1; 2^52 + 1023; the smallest number that counts; log2 of what does not; 1.5 · 2^52, + 1024, − 1022 */
const NUMBERS: usize = memory.data<f64>(
  [
    1.0, 4503599627371519.0, 2.2250738585072014e-308, -1e100, 6755399441055744.0, 6755399441056768.0,
    6755399441054722.0,
  ],
  16,
);
/** Mask of an exponent; bits(2^1023); bits(2^52) */
const BITS: usize = memory.data<u64>([0x7ff0000000000000, 0x7fe0000000000000, 0x4330000000000000], 16);

/** 1 / c and log2 c for the number at an address; its seven highest mantissa bits say which c. */
function entryOf(x: usize): v128 {
  return v128.load(((<usize>load<u32>(x, 4)) >>> 9) & 0x7f0, log2Table);
}

class Split {
  /** q = mantissa / c − 1; NaN for NaN and infinity. */
  @inline
  static fraction(x: v128, first: v128, second: v128, largest: v128, mask: v128, one: v128): v128 {
    const mantissa = mul(x, i64x2.sub(largest, v128.and(x, mask)));
    return sub(mul(mantissa, v128.shuffle<f64>(first, second, 0, 2)), one);
  }

  /** high = exponent + log2 c, or very low where there is no media. */
  @inline
  static high(
    x: v128,
    first: v128,
    second: v128,
    integer: v128,
    bias: v128,
    smallest: v128,
    nothing: v128,
  ): v128 {
    const exponent = sub(v128.or(i64x2.shr_u(x, 52), integer), bias);
    const absent = v128.and(f64x2.lt(x, smallest), nothing);
    return add(add(v128.shuffle<f64>(first, second, 1, 3), exponent), absent);
  }
}

/** Stage 1: (q, high) of n elements of x, of which it reads up to three more. */
export function splitNumbers(x: usize, n: i32): void {
  const one = at(NUMBERS, 0);
  const bias = at(NUMBERS, 1);
  const smallest = at(NUMBERS, 2);
  const nothing = at(NUMBERS, 3);
  const mask = at(BITS, 0);
  const largest = at(BITS, 1);
  const integer = at(BITS, 2);
  let q = chunk;
  const end = q + ((<usize>n) << 3);
  while (q < end) {
    const first = entryOf(x);
    const second = entryOf(x + 8);
    const here = v128.load(x);
    v128.store(q, Split.fraction(here, first, second, largest, mask, one));
    v128.store(q, Split.high(here, first, second, integer, bias, smallest, nothing), SECOND);
    const third = entryOf(x + 16);
    const fourth = entryOf(x + 24);
    const next = v128.load(x, 16);
    v128.store(q, Split.fraction(next, third, fourth, largest, mask, one), 16);
    v128.store(q, Split.high(next, third, fourth, integer, bias, smallest, nothing), SECOND + 16);
    x += 32;
    q += 32;
  }
}

class Octaves {
  /** high + log2(1 + q) − origin, error 4e-16 absolute; the origin last, so that k less k is 0. */
  @inline
  static of(q: v128, high: v128, origin: v128, c0: v128, c1: v128, c2: v128, c3: v128, c4: v128): v128 {
    const q2 = mul(q, q);
    const linear = add(mul(c0, q), high);
    const rest = add(add(mul(c2, q), c1), mul(q2, add(mul(c4, q), c3)));
    return sub(add(linear, mul(q2, rest)), origin);
  }
}

/** Stage 2: r of n elements, the first at place `from` of the chunk. */
export function logarithms(r: usize, log2k: f64, from: i32, n: i32): void {
  const origin = f64x2.splat(log2k);
  const c0 = at(LOG2, 0);
  const c1 = at(LOG2, 1);
  const c2 = at(LOG2, 2);
  const c3 = at(LOG2, 3);
  const c4 = at(LOG2, 4);
  let q = chunk + ((<usize>from) << 3);
  const end = q + ((<usize>(n >> 1)) << 4);
  while (q < end) {
    v128.store(r, Octaves.of(v128.load(q), v128.load(q, SECOND), origin, c0, c1, c2, c3, c4));
    q += 16;
    r += 16;
  }
  if (n & 1) {
    const last = Octaves.of(v128.load(q), v128.load(q, SECOND), origin, c0, c1, c2, c3, c4);
    v128.store_lane<f64>(r, last, 0);
  }
}

/** log2 of one number, the same bits as stages 1 and 2. */
export function log2(address: usize): f64 {
  const x = load<f64>(address);
  const bits = reinterpret<u64>(x);
  const entry = log2Table + ((<usize>(bits >>> 41)) & 0x7f0);
  const mantissa = x * reinterpret<f64>(0x7fe0000000000000 - (bits & 0x7ff0000000000000));
  const exponent = reinterpret<f64>((bits >>> 52) | 0x4330000000000000) - load<f64>(NUMBERS, 8);
  const absent = x < load<f64>(NUMBERS, 16) ? load<f64>(NUMBERS, 24) : 0;
  const high = load<f64>(entry, 8) + exponent + absent;
  const q = mantissa * load<f64>(entry) - 1;
  const q2 = q * q;
  const low = load<f64>(LOG2, 16) * q + load<f64>(LOG2, 8);
  const rest = low + q2 * (load<f64>(LOG2, 32) * q + load<f64>(LOG2, 24));
  return load<f64>(LOG2) * q + high + q2 * rest;
}

class Reduced {
  /** 2^n from 1.5 · 2^52 + n; 0 below 2^−1022, infinity above 2^1023. */
  @inline
  static power(shifted: v128, upper: v128, lower: v128, one: v128): v128 {
    const bounded = f64x2.pmax(f64x2.pmin(shifted, upper), lower);
    return i64x2.add(i64x2.shl(bounded, 52), one);
  }
}

/** Stage 3: (f, scale) of n elements, the first at place `from` of the chunk. */
export function reduceExponents(r: usize, slope: usize, from: i32, n: i32): void {
  const s = f64x2.neg(splatAt(slope));
  const one = at(NUMBERS, 0);
  const shift = at(NUMBERS, 4);
  const upper = at(NUMBERS, 5);
  const lower = at(NUMBERS, 6);
  let f = chunk + ((<usize>from) << 3);
  const end = f + ((<usize>(n >> 1)) << 4);
  while (f < end) {
    const y = mul(s, v128.load(r));
    const shifted = add(y, shift);
    v128.store(f, sub(y, sub(shifted, shift)));
    v128.store(f, Reduced.power(shifted, upper, lower, one), SECOND);
    f += 16;
    r += 16;
  }
  if (n & 1) {
    const y = mul(s, splatAt(r));
    const shifted = add(y, shift);
    v128.store_lane<f64>(f, sub(y, sub(shifted, shift)), 0);
    v128.store_lane<f64>(f, Reduced.power(shifted, upper, lower, one), 0, SECOND);
  }
}

class Saturation {
  /** 1 / (1 + scale · 2^f), error ≤ 3 ulp. */
  @inline
  static of(f: v128, scale: v128, a0: v128, a1: v128, b0: v128, b1: v128, b2: v128): v128 {
    const t = mul(f, f);
    const a = add(mul(add(t, a1), t), a0);
    const b = mul(f, add(mul(add(mul(b2, t), b1), t), b0));
    const below = sub(a, b);
    return div(below, add(below, mul(add(a, b), scale)));
  }
}

/** Stage 4: h of n elements. */
export function saturate(h: usize, n: i32): void {
  const a0 = at(powerOfTwo, 0);
  const a1 = at(powerOfTwo, 1);
  const b0 = at(powerOfTwo, 2);
  const b1 = at(powerOfTwo, 3);
  const b2 = at(powerOfTwo, 4);
  let f = chunk;
  const end = f + ((<usize>(n >> 1)) << 4);
  while (f < end) {
    v128.store(h, Saturation.of(v128.load(f), v128.load(f, SECOND), a0, a1, b0, b1, b2));
    f += 16;
    h += 16;
  }
  if (n & 1) {
    const last = Saturation.of(v128.load(f), v128.load(f, SECOND), a0, a1, b0, b1, b2);
    v128.store_lane<f64>(h, last, 0);
  }
}

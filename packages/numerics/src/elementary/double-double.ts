/** Pairs of doubles that together carry about 106 bits, for the places where 53 are not enough. */

/** The unevaluated sum high + low, |low| ≤ half an ulp of high. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** 2^27 + 1: multiplying by it splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER = 134217729;

/**
 * The rounding error of `product = a · b`, exactly: a · b = product + productError(a, b, product).
 * Holds while |a|, |b| < 1e300 and the product is far from subnormal.
 */
export function productError(a: number, b: number, product: number): number {
  const scaledA = SPLITTER * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = SPLITTER * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** The rounding error of `total = a + b`, exactly, for any order of magnitudes (Knuth). */
export function sumError(a: number, b: number, total: number): number {
  const bSeen = total - a;
  return a - (total - bSeen) + (b - bSeen);
}

/** a + b in double-double. */
export function addDoubleDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const total = a.high + b.high;
  const rest = sumError(a.high, b.high, total) + a.low + b.low;
  const high = total + rest;
  return { high, low: total - high + rest };
}

/** a · b in double-double. */
export function multiplyDoubleDouble(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = a.high * b.high;
  const rest = productError(a.high, b.high, product) + (a.high * b.low + a.low * b.high);
  const high = product + rest;
  return { high, low: product - high + rest };
}

/** a / divisor in double-double, for a plain double as divisor. */
export function divideDoubleDouble(a: DoubleDouble, divisor: number): DoubleDouble {
  const quotient = a.high / divisor;
  const back = quotient * divisor;
  const rest = (a.high - back - productError(quotient, divisor, back) + a.low) / divisor;
  const high = quotient + rest;
  return { high, low: quotient - high + rest };
}

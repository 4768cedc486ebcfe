/** Kernels that apply one function to every element: out[i] = f(x[i]). */

import { Exp, Expm1 } from "./exponential";
import { Digamma, LogGamma, Trigamma } from "./gamma";
import { one, scratch, splatAt } from "./lanes";
import { Log, Log1p } from "./logarithm";
import { Logistic, Softplus, Tanh } from "./logistic";
import { Cos, Sin } from "./trigonometric";

/** Applies F, a class whose `apply` maps two lanes; an odd last element takes a place in the scratch beside itself. */
function map<F>(out: usize, x: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>(n >> 1)) << 4);
  while (out < end) {
    v128.store(out, f.apply(v128.load(x)));
    out += 16;
    x += 16;
  }
  if (n & 1) {
    v128.store(scratch, v128.load64_splat(x));
    map<F>(scratch, scratch, 2);
    store<f64>(out, load<f64>(scratch));
  }
}

/** Applies F, a class whose `apply` maps one number. */
function mapEach<F>(out: usize, x: usize, n: i32): void {
  const f = changetype<F>(0);
  const end = out + ((<usize>n) << 3);
  while (out < end) {
    store<f64>(out, f.apply(load<f64>(x)));
    out += 8;
    x += 8;
  }
}

class Negate {
  @inline
  apply(x: v128): v128 {
    return f64x2.neg(x);
  }
}

class Sqrt {
  @inline
  apply(x: v128): v128 {
    return f64x2.sqrt(x);
  }
}

class Square {
  @inline
  apply(x: v128): v128 {
    return f64x2.mul(x, x);
  }
}

class Reciprocal {
  @inline
  apply(x: v128): v128 {
    return f64x2.div(splatAt(one), x);
  }
}

export function negate(out: usize, x: usize, n: i32): void {
  map<Negate>(out, x, n);
}

export function exp(out: usize, x: usize, n: i32): void {
  map<Exp>(out, x, n);
}

export function log(out: usize, x: usize, n: i32): void {
  map<Log>(out, x, n);
}

export function log1p(out: usize, x: usize, n: i32): void {
  map<Log1p>(out, x, n);
}

export function expm1(out: usize, x: usize, n: i32): void {
  map<Expm1>(out, x, n);
}

export function sqrt(out: usize, x: usize, n: i32): void {
  map<Sqrt>(out, x, n);
}

export function square(out: usize, x: usize, n: i32): void {
  map<Square>(out, x, n);
}

export function reciprocal(out: usize, x: usize, n: i32): void {
  map<Reciprocal>(out, x, n);
}

export function tanh(out: usize, x: usize, n: i32): void {
  map<Tanh>(out, x, n);
}

export function logistic(out: usize, x: usize, n: i32): void {
  map<Logistic>(out, x, n);
}

export function softplus(out: usize, x: usize, n: i32): void {
  map<Softplus>(out, x, n);
}

export function sin(out: usize, x: usize, n: i32): void {
  mapEach<Sin>(out, x, n);
}

export function cos(out: usize, x: usize, n: i32): void {
  mapEach<Cos>(out, x, n);
}

export function logGamma(out: usize, x: usize, n: i32): void {
  mapEach<LogGamma>(out, x, n);
}

export function digamma(out: usize, x: usize, n: i32): void {
  mapEach<Digamma>(out, x, n);
}

export function trigamma(out: usize, x: usize, n: i32): void {
  mapEach<Trigamma>(out, x, n);
}

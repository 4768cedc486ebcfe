/** Twins of the kernels that apply one function to every element: out[i] = f(x[i]). */

import * as numerics from "@mmm/numerics";
import { trigamma as trigammaOf } from "./trigamma.js";

type Kernel = (memory: Float64Array, out: number, x: number, n: number) => void;

function eachElement(f: (x: number) => number): Kernel {
  return (memory, out, x, n) => {
    for (let i = 0; i < n; i++) memory[out + i] = f(memory[x + i]);
  };
}

export const negate: Kernel = eachElement((x) => -x);
export const exp: Kernel = eachElement(numerics.exp);
export const log: Kernel = eachElement(numerics.log);
export const log1p: Kernel = eachElement(numerics.log1p);
export const expm1: Kernel = eachElement(numerics.expm1);
export const sqrt: Kernel = eachElement((x) => Math.sqrt(x));
export const square: Kernel = eachElement((x) => x * x);
export const reciprocal: Kernel = eachElement((x) => 1 / x);
export const tanh: Kernel = eachElement(numerics.tanh);
export const logistic: Kernel = eachElement(numerics.logistic);
export const softplus: Kernel = eachElement(numerics.softplus);
export const sin: Kernel = eachElement(numerics.sin);
export const cos: Kernel = eachElement(numerics.cos);
export const logGamma: Kernel = eachElement(numerics.logGamma);
export const digamma: Kernel = eachElement(numerics.digamma);
export const trigamma: Kernel = eachElement(trigammaOf);
export const normalLogCdf: Kernel = eachElement(numerics.normalLogCdf);

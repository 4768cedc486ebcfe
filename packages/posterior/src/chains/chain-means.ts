/** Mean and variance of each chain, exact where a chain never moves. */
import { mean, variance } from "@mmm/numerics";
import { type Chains, chainOf } from "./chains.js";

/** Whether every value is the same number. */
export function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Mean of each chain. A chain that never moves gives its value itself, free of rounding. */
export function chainMeans(x: Chains): Float64Array {
  return perChain(x, (chain) => (isConstant(chain) ? chain[0] : mean(chain)));
}

/** Variance (n − 1) of each chain; exactly 0 for a chain that never moves, NaN for a single draw. */
export function chainVariances(x: Chains): Float64Array {
  return perChain(x, variance);
}

function perChain(x: Chains, statistic: (chain: Float64Array) => number): Float64Array {
  return Float64Array.from({ length: x.chains }, (_, c) => statistic(chainOf(x, c)));
}

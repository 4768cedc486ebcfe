/** Logarithms of factorials: what binomial and hypergeometric probabilities are made of. */
import { logGamma } from "@mmm/numerics";

/** log 0! … log n! */
export function logFactorials(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, k) => logGamma(k + 1));
}

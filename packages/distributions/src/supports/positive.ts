/** The positive numbers as a support. */

import { exp as expOf } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import type { Support } from "./support.js";

/**
 * Numbers above 0, through the exponential function: x = eᵘ.
 *
 * @example
 * positive.toConstrained(0); // => 1
 * positive.contains(0); // => false
 */
export const positive: Support = {
  kind: "positive",
  range: "> 0 and finite",
  constrain: (u) => expOf(u),
  logJacobian: (u) => u,
  toUnconstrained: (x) => log(x),
  toConstrained: (u) => exp(u),
  contains: (x) => x > 0 && x < Infinity,
};

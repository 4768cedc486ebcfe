/** Support: where a random number may lie, and both doors between there and the whole real line. */

import type { Expression } from "@mmm/autodiff";

/**
 * An open set of numbers with a smooth map from the whole real line onto it. Samplers move on the real line; the
 * density there is the density here times the map's derivative.
 */
export interface Support {
  readonly kind: "real" | "positive" | "unit-interval" | "interval" | "lower-bounded" | "upper-bounded";
  /** The set in words that follow "must be": `"> 0 and finite"`, `"between 0 and 1"`. */
  readonly range: string;
  /** From the real line to the set; the axes of `u`. */
  constrain(u: Expression): Expression;
  /** log |dx/du| of `constrain`, element by element; the axes of `u`. */
  logJacobian(u: Expression): Expression;
  /** From the set to the real line. */
  toUnconstrained(x: number): number;
  /** From the real line to the set: what `constrain` does, for one number. */
  toConstrained(u: number): number;
  /** Whether a number lies in the set; the ends of an interval do not. */
  contains(x: number): boolean;
}

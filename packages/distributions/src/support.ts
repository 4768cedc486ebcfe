/** Supports: where a random quantity may lie, and both doors between there and the whole real line. */

import {
  add,
  exp as expOf,
  type Expression,
  logistic as logisticOf,
  multiply,
  softplus,
  subtract,
} from "@mmm/autodiff";
import { exp, log, logistic, logit } from "@mmm/numerics";

/**
 * An open set of numbers with a smooth map from the whole real line onto it. Samplers move on the real line; the
 * density there is the density here times the map's derivative.
 */
export interface Support {
  readonly kind: "real" | "positive" | "unit-interval" | "interval";
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

/**
 * All real numbers; both maps are the identity.
 *
 * @example
 * real.contains(-3); // => true
 */
export const real: Support = {
  kind: "real",
  range: "a finite number",
  constrain: (u) => u,
  logJacobian: (u) => multiply(u, 0),
  toUnconstrained: (x) => x,
  toConstrained: (u) => u,
  contains: (x) => Number.isFinite(x),
};

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

/**
 * Shares between 0 and 1, through the logistic function: x = 1 / (1 + e⁻ᵘ).
 *
 * @example
 * unitInterval.toConstrained(0); // => 0.5
 * unitInterval.toUnconstrained(0.5); // => 0
 */
export const unitInterval: Support = {
  kind: "unit-interval",
  range: "between 0 and 1",
  constrain: (u) => logisticOf(u),
  logJacobian: logisticLogSlope,
  toUnconstrained: (x) => logit(x),
  toConstrained: (u) => logistic(u),
  contains: (x) => x > 0 && x < 1,
};

/**
 * Numbers between two ends, through the logistic function: x = low + (high − low) / (1 + e⁻ᵘ).
 *
 * @param low   lower end, finite
 * @param high  upper end, finite, above `low`
 * @returns     the support
 * @throws {RangeError} when the ends are not finite or not in order
 * @example
 * interval(10, 20).toConstrained(0); // => 15
 */
export function interval(low: number, high: number): Support {
  const width = high - low;
  if (!(width > 0 && width < Infinity)) {
    throw new RangeError(
      `interval: the lower end must be below the upper, both finite, got ${low} and ${high}. Give the ends in order.`,
    );
  }
  return {
    kind: "interval",
    range: `between ${low} and ${high}`,
    constrain: (u) => add(multiply(logisticOf(u), width), low),
    logJacobian: (u) => add(logisticLogSlope(u), log(width)),
    toUnconstrained: (x) => log((x - low) / (high - x)),
    toConstrained: (u) => low + width * logistic(u),
    contains: (x) => x > low && x < high,
  };
}

/** log of the derivative of the logistic function, u − 2 log(1 + eᵘ): exact where the logistic itself rounds to 1. */
function logisticLogSlope(u: Expression): Expression {
  return subtract(u, multiply(softplus(u), 2));
}

/** The first-order conditions at a plan: what the constraints would still let one gain, and the prices they have. */

import { type Polytope, projectOntoPolytope } from "@mmm/numerics/optimization";

/** How far a plan is from satisfying the first-order conditions. */
export interface FirstOrder {
  /** The largest |P(x + t · gradient) − x| / t, in values per budget: 0 where no allowed move gains anything. */
  readonly residual: number;
  /** [constraint] value per unit by which a constraint is loosened: the budget's is the marginal return. */
  readonly multipliers: Float64Array;
  /** The largest miss of a constraint, as a share of the unit of money. */
  readonly violation: number;
}

/** A step long enough that rounding of the projection does not show, short enough to stay on the same constraints. */
const STEP = 1e-2;

/**
 * Measures in units of budget and worth, so that a residual of 1e-6 says: moving the whole budget in the direction still allowed
 * would gain a millionth of the worth, if it went on as it begins.
 *
 * @param x         [variable] a plan within the set
 * @param gradient  [variable] of the value
 * @param unit      money that counts as one
 * @param worth     value that counts as one
 */
export function firstOrderAt(
  x: Float64Array,
  gradient: Float64Array,
  set: Polytope,
  unit: number,
  worth: number,
): FirstOrder {
  const scaled = inUnits(set, unit);
  const here = x.map((value) => value / unit);
  const rise = gradient.map((value) => (value * unit) / worth);
  const steepest = rise.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = STEP / Math.max(steepest, 1e-300);
  const target = here.map((value, i) => value + step * rise[i]);
  const moved = projectOntoPolytope(target, scaled);
  if (moved.kind === "empty") throw new Error("firstOrderAt: the plan must satisfy the constraints.");
  const residual =
    moved.point.reduce((most, value, i) => Math.max(most, Math.abs(value - here[i])), 0) / step;
  return {
    residual: steepest === 0 ? 0 : residual,
    // Rows are in units of money on both sides, so that a price per step is one of value per money.
    multipliers: moved.multipliers.map((price) => ((price / step) * worth) / unit),
    violation: violationAt(here, scaled),
  };
}

function inUnits(set: Polytope, unit: number): Polytope {
  return {
    lower: set.lower.map((value) => value / unit),
    upper: set.upper.map((value) => value / unit),
    constraints: set.constraints.map((row) => ({ ...row, bound: row.bound / unit })),
  };
}

/** The largest amount by which a plan misses a bound or a constraint. */
export function violationAt(x: Float64Array, { lower, upper, constraints }: Polytope): number {
  let most = 0;
  for (let i = 0; i < x.length; i++) most = Math.max(most, lower[i] - x[i], x[i] - upper[i]);
  for (const { indices, coefficients, kind, bound } of constraints) {
    let total = -bound;
    for (let k = 0; k < indices.length; k++) total += coefficients[k] * x[indices[k]];
    most = Math.max(most, kind === "equal" ? Math.abs(total) : total);
  }
  return most;
}

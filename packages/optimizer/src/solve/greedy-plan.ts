/** The greedy plan: money in small steps, each to the item that makes most of it, as other tools allocate. */

import { projectOntoPolytope, type Polytope } from "@mmm/numerics/optimization";
import { type Curve, curveAt } from "./curve.js";

/** Steps in which the budget is spent. */
const STEPS = 1000;

/**
 * Spends what the lower bounds leave of the budget in a thousand steps. A step goes to the item with the steepest line from where it
 * is to any later point of its curve, so that it walks over the foot of an S, and constraints on groups are respected. Unlike a
 * grid that stops at the first step too many, money that is left goes where the constraints still allow it.
 *
 * @param curves  [item]
 * @param set     whose first constraint is the budget's upper end
 */
export function greedyPlan(curves: readonly Curve[], set: Polytope): Float64Array {
  const [budget, ...others] = set.constraints;
  const x = startOf(set, others);
  const isOut = new Uint8Array(x.length);
  let left = budget.bound - x.reduce((total, value) => total + value, 0);
  const step = left / STEPS;
  while (left > 1e-12 * budget.bound && step > 0) {
    const item = steepestItem(curves, x, set, isOut);
    if (item < 0) break;
    const taken = Math.min(step, left, set.upper[item] - x[item]);
    if (!(taken > 0) || !allows(others, x, item, taken)) {
      isOut[item] = 1;
      continue;
    }
    x[item] += taken;
    left -= taken;
  }
  const inside = projectOntoPolytope(x, set);
  return inside.kind === "found" ? inside.point : x;
}

/** The cheapest plan that the other constraints allow, nearly: the lower bounds, moved as little as they demand. */
function startOf(set: Polytope, others: Polytope["constraints"]): Float64Array {
  const found = projectOntoPolytope(set.lower, { ...set, constraints: others });
  return (found.kind === "found" ? found.point : set.lower).slice();
}

function steepestItem(
  curves: readonly Curve[],
  x: Float64Array,
  { upper }: Polytope,
  isOut: Uint8Array,
): number {
  let best = -1;
  let most = -Infinity;
  curves.forEach((curve, i) => {
    if (isOut[i] === 1 || x[i] >= upper[i]) return;
    const here = curveAt(curve, x[i]);
    let slope = here.slope;
    curve.x.forEach((point, k) => {
      if (point > x[i]) slope = Math.max(slope, (curve.y[k] - here.value) / (point - x[i]));
    });
    if (slope > most) [best, most] = [i, slope];
  });
  return best;
}

/** Whether every `at most` constraint still holds after a step. */
function allows(constraints: Polytope["constraints"], x: Float64Array, item: number, taken: number): boolean {
  return constraints.every(({ indices, coefficients, kind, bound }) => {
    let total = 0;
    let own = 0;
    indices.forEach((i, k) => {
      total += coefficients[k] * x[i];
      if (i === item) own = coefficients[k];
    });
    return kind === "equal" || own <= 0 || total + own * taken <= bound + 1e-12 * Math.abs(bound);
  });
}

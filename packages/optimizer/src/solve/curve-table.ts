/** The curves of all items under weights of draws: a few dozen passes over the draws, after which they are cheap to ask. */

import type { OutcomeSource } from "../decision/outcomes.js";
import type { Polytope } from "@mmm/numerics/optimization";
import { type Curve, withPoint } from "./curve.js";

/** Points per curve: with slopes, the error of a cubic between them is below a thousandth of the curve. */
const POINTS = 16;

/**
 * Curves between the bounds of every item, net of `costPerSpend` times its money. Points lie closer where there is less money,
 * because there responses bend most; up to what an item might get, and one at its upper bound.
 *
 * @param source   of a space whose variables are the money of items
 * @param weights  [draw]
 */
export function curveTable(
  source: OutcomeSource,
  weights: Float64Array,
  { lower, upper }: Polytope,
  costPerSpend: number,
): readonly Curve[] {
  const { today } = source.space;
  const fair = upper.reduce((most, value) => Math.max(most, value), 0) / upper.length;
  const cap = upper.map((most, i) => Math.min(most, Math.max(6 * today[i], 6 * fair, 2 * lower[i])));
  const points = Array.from({ length: POINTS + 1 }, (_, k) => {
    const share = k / (POINTS - 1);
    const x = lower.map((low, i) => (k === POINTS ? upper[i] : low + (cap[i] - low) * share * share));
    return { x, ...source.ofItems(x, weights) };
  });
  return Array.from(upper, (_, i) => {
    const own = points.filter(({ x }, k) => k === 0 || x[i] > points[k - 1].x[i]);
    return {
      x: own.map(({ x }) => x[i]),
      y: own.map(({ x, value }) => value[i] - costPerSpend * x[i]),
      slope: own.map(({ slope }) => slope[i] - costPerSpend),
    };
  });
}

/** The curves with their exact values at one more plan. */
export function refinedAt(
  curves: readonly Curve[],
  source: OutcomeSource,
  weights: Float64Array,
  x: Float64Array,
  costPerSpend: number,
): readonly Curve[] {
  const { value, slope } = source.ofItems(x, weights);
  return curves.map((curve, i) =>
    withPoint(curve, x[i], value[i] - costPerSpend * x[i], slope[i] - costPerSpend),
  );
}

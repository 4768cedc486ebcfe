/** How far apart two weighted versions of the same draws are. */
import { log1p } from "@mmm/numerics";

/**
 * Cumulative Jensen–Shannon distance between the draws and the same draws weighted, or between two weightings.
 *
 * With P and Q the two distribution functions at the sorted draws and d the gaps between them,
 *
 *     CJS(P‖Q) = Σ d P log₂(P / ½(P + Q)) + (Σ d Q − Σ d P) / (2 ln 2)
 *     distance = √((CJS(P‖Q) + CJS(Q‖P)) / (Σ d P + Σ d Q))
 *
 * and of this and the same for −x the larger. It is 0 for equal weights and at most 1, whatever the unit.
 *
 * @param values   draws in any order, finite
 * @param weights  one per draw, ≥ 0, of any sum
 * @param others   the weights to compare with; default equal ones
 * @returns  in [0, 1]; 0 when all draws are equal; NaN when a draw or a sum of weights is not finite
 * @throws  {Error} when weights and draws differ in number
 * @source nguyen2015, kallioinen2024
 * @example
 * cjsDistance(Float64Array.of(1, 2, 3), Float64Array.of(1, 1, 1)); // => 0
 */
export function cjsDistance(
  values: Float64Array,
  weights: ArrayLike<number>,
  others: ArrayLike<number> = new Float64Array(values.length).fill(1),
): number {
  if (weights.length !== values.length || others.length !== values.length) {
    throw new Error(
      `cjsDistance: must have a weight for each of the ${values.length} draws, got ${weights.length} and ${others.length}. ` +
        `Weight the same draws.`,
    );
  }
  const order = [...values.keys()].sort((a, b) => values[a] - values[b] || a - b);
  const gaps = Float64Array.from(
    { length: order.length - 1 },
    (_, i) => values[order[i + 1]] - values[order[i]],
  );
  const upwards = distanceAlong(gaps, cumulated(order, others), cumulated(order, weights));
  order.reverse();
  gaps.reverse();
  const downwards = distanceAlong(gaps, cumulated(order, others), cumulated(order, weights));
  return Math.max(upwards, downwards);
}

/** Distribution function at the draws in `order`, the last one (always 1) left out. */
function cumulated(order: readonly number[], weights: ArrayLike<number>): Float64Array {
  const all = order.reduce((total, draw) => total + weights[draw], 0);
  let total = 0;
  return Float64Array.from({ length: order.length - 1 }, (_, i) => (total += weights[order[i]]) / all);
}

function distanceAlong(gaps: Float64Array, p: Float64Array, q: Float64Array): number {
  let divergences = 0;
  let bound = 0;
  for (let i = 0; i < gaps.length; i++) {
    const both = p[i] + q[i];
    // The terms (ΣdQ − ΣdP) of the two directions cancel.
    divergences += gaps[i] * (both / 2) * entropyGap((q[i] - p[i]) / both);
    bound += gaps[i] * both;
  }
  return bound === 0 ? 0 : Math.sqrt(divergences / Math.LN2 / bound);
}

/**
 * (1 − δ) ln(1 − δ) + (1 + δ) ln(1 + δ): what P ln(P / M) + Q ln(Q / M) is in units of their mean M, with δ their relative
 * difference. Written so that it is as exact as δ² for weights that hardly differ, which is where sensitivities are made.
 */
function entropyGap(delta: number): number {
  if (Number.isNaN(delta)) return 0; // both functions are 0
  if (Math.abs(delta) >= 1) return 2 * Math.LN2;
  return log1p(-delta * delta) + delta * (log1p(delta) - log1p(-delta));
}

/** Weights for several models together: the mixture that predicts best. */
import { exp } from "@mmm/numerics";
import { cholesky, choleskySolve } from "@mmm/numerics/linear-algebra";
import { checkElpdColumns, type ElpdColumns } from "./elpd-columns.js";

/**
 * Stacking weights: the mixture of models whose leave-one-out predictive density is highest.
 *
 *     maximise Σᵢ log Σ_m w[m] exp(elpd[m, i])     over w ≥ 0, Σ w = 1
 *
 * Unlike weights from total scores it does not let one model take all because it is a little better everywhere, nor
 * split between copies of one model. The problem is concave; it is solved to about 1e-10 in each weight, where the
 * data determine it (copies of a model share).
 *
 * @param elpd  [observation]  pointwise elpd of each model, by name, in nats: `psisLoo(...).pointwise.elpd`
 * @returns  a weight per model, ≥ 0, together 1
 * @throws  {Error} without models, for columns of different length, and for elpd that are not finite
 * @source yao2018, kim2020
 * @example
 * const weights = stackingWeights({ a: Float64Array.of(-1, -9), b: Float64Array.of(-9, -1) });
 * weights.a; // => 0.5
 */
export function stackingWeights(elpd: ElpdColumns): Readonly<Record<string, number>> {
  const models = checkElpdColumns("stackingWeights", elpd);
  const weights = mixtureWeights(relativeDensities(models.map((model) => elpd[model])));
  return Object.fromEntries(models.map((model, m) => [model, weights[m]]));
}

/** [model][observation]  exp(elpd), in units of the best model's at each observation: which does not change the weights. */
function relativeDensities(columns: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const best = Float64Array.from(columns[0], (_, i) =>
    columns.reduce((largest, column) => Math.max(largest, column[i]), -Infinity),
  );
  return columns.map((column) => best.map((largest, i) => exp(column[i] - largest)));
}

/** Barrier at the start and at the end: a weight of 0 is met to about the last one. */
const widestBarrier = 1;
const narrowestBarrier = 1e-14;

/**
 * argmax of mean log Σ w p over the simplex, as argmin of Σ w − mean log Σ w p over w > 0, whose solution adds up to 1 by
 * itself. The constraint w > 0 is a logarithmic barrier that is narrowed step by step; the whole is self-concordant, so
 * damped Newton steps cannot fail.
 */
function mixtureWeights(densities: readonly Float64Array[]): Float64Array {
  let weights: Float64Array = new Float64Array(densities.length).fill(1 / densities.length);
  for (let barrier = widestBarrier; barrier >= narrowestBarrier; barrier /= 10) {
    for (let step = 0; step < 50; step++) {
      const { next, decrement } = newtonStep(densities, weights, barrier);
      weights = next;
      if (decrement < 1e-8) break;
    }
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** One Newton step, shortened by 1 / (1 + decrement) so that weights stay positive. */
function newtonStep(
  densities: readonly Float64Array[],
  weights: Float64Array,
  barrier: number,
): { next: Float64Array; decrement: number } {
  const count = densities[0].length;
  const scaled = scaledByMixture(densities, weights);
  const gradient = weights.map((weight, m) => 1 - sumOf(scaled[m]) / count - barrier / weight);
  const size = weights.length;
  const hessian = Float64Array.from({ length: size * size }, (_, at) => {
    const [m, n] = [Math.floor(at / size), at % size];
    const curvature = productOf(scaled[m], scaled[n]) / count;
    return m === n ? curvature + barrier / (weights[m] * weights[m]) : curvature;
  });
  const factor = cholesky(hessian);
  if (factor === undefined) return { next: weights, decrement: 0 }; // no direction is left but rounding
  const direction = choleskySolve(factor, gradient);
  // In units of the barrier and of one observation, in which the function is self-concordant.
  const unit = Math.min(barrier, 1 / count);
  const decrement = Math.sqrt(Math.max(0, productOf(gradient, direction)) / unit);
  const length = decrement < 0.25 ? 1 : 1 / (1 + decrement);
  return { next: weights.map((weight, m) => weight - length * direction[m]), decrement };
}

/** p[m, i] / Σ w p[·, i] */
function scaledByMixture(densities: readonly Float64Array[], weights: Float64Array): readonly Float64Array[] {
  const mixture = densities[0].map((_, i) =>
    densities.reduce((total, column, m) => total + weights[m] * column[i], 0),
  );
  return densities.map((column) => column.map((density, i) => density / mixture[i]));
}

const sumOf = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const productOf = (a: Float64Array, b: Float64Array): number =>
  a.reduce((total, value, i) => total + value * b[i], 0);

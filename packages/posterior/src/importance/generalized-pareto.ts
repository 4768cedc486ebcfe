/** The generalised Pareto distribution: what every tail looks like far enough out. */
import { exp, expm1, log, log1p, logSumExp } from "@mmm/numerics";

/** Shape k (heavier tail for larger k; moments of order < 1/k exist) and scale σ > 0; the tail starts at 0. */
export interface GeneralizedPareto {
  readonly shape: number;
  readonly scale: number;
}

/** Grid points for the profile likelihood, apart from √n of them; Zhang and Stephens' choice for n in the hundreds. */
const fewestPoints = 30;

/** Weight of the prior on k, in observations, and its centre: a tail of 20 points is pulled by a third towards 1/2. */
const priorWeight = 10;
const priorShape = 0.5;

/**
 * Fits a generalised Pareto distribution to exceedances.
 *
 * Posterior mean of θ = −k/σ on a grid under Zhang and Stephens' data-driven prior, then k = mean log(1 − θx). With
 * `steady` k is also drawn towards 1/2 by 10 observations' worth, which steadies short tails.
 *
 * @param exceedances  above the cutoff, in ascending order, ≥ 0
 * @returns  NaN for both when a quarter of the exceedances equal the smallest: that is no Pareto tail
 * @source zhang2009, vehtari2024
 */
export function fitGeneralizedPareto(exceedances: Float64Array, steady = true): GeneralizedPareto {
  const count = exceedances.length;
  const quartile = exceedances[Math.floor(count / 4 + 0.5) - 1];
  if (!(quartile > exceedances[0])) return { shape: NaN, scale: NaN };
  const points = fewestPoints + Math.floor(Math.sqrt(count));
  const largest = exceedances[count - 1];
  const thetas = Float64Array.from(
    { length: points },
    (_, j) => 1 / largest + (1 - Math.sqrt(points / (j + 0.5))) / (3 * quartile),
  );
  const profile = thetas.map((theta) => {
    const shape = meanLog(theta, exceedances);
    return count * (log(-theta / shape) - shape - 1);
  });
  const total = logSumExp(profile);
  let theta = 0;
  for (let j = 0; j < points; j++) theta += thetas[j] * exp(profile[j] - total);
  const shape = meanLog(theta, exceedances);
  if (Number.isNaN(shape)) return { shape: Infinity, scale: NaN };
  const scale = -shape / theta;
  if (!steady) return { shape, scale };
  return { shape: (shape * count + priorShape * priorWeight) / (count + priorWeight), scale };
}

/** Mean of log(1 − θx): the shape that goes with θ. */
function meanLog(theta: number, exceedances: Float64Array): number {
  let total = 0;
  for (let i = 0; i < exceedances.length; i++) total += log1p(-theta * exceedances[i]);
  return total / exceedances.length;
}

/** The quantile σ · ((1 − p)^(−k) − 1) / k, and its limit −σ log(1 − p) at k = 0. */
export function generalizedParetoQuantile(probability: number, { shape, scale }: GeneralizedPareto): number {
  const rate = -log1p(-probability);
  return shape === 0 ? scale * rate : (scale * expm1(shape * rate)) / shape;
}

/** The diagonal metric: the affine map between the parameters x and the whitened space y in which trajectories run. */
import type { PhasePoint } from "./phase-point.js";

/** A diagonal affine map of the parameters, x = mean + scale ⊙ y, such that the posterior of y is near N(0, I). */
export interface Metric {
  readonly mean: Float64Array;
  /** > 0 */
  readonly scale: Float64Array;
}

export function identityMetric(dimension: number): Metric {
  return { mean: new Float64Array(dimension), scale: new Float64Array(dimension).fill(1) };
}

/** Recomputes what depends on the metric, y and its gradient, from x and its gradient: no density is evaluated. */
export function whiten(metric: Metric, point: PhasePoint): void {
  const { mean, scale } = metric;
  const { position, gradient, whitened, force } = point;
  for (let i = 0; i < scale.length; i++) {
    whitened[i] = (position[i] - mean[i]) / scale[i];
    force[i] = scale[i] * gradient[i];
  }
}

/**
 * How far the whitened posterior is from N(0, I) at one point: Σ (y + ∇_y log p)², which is 0 everywhere for an exact metric.
 */
export function fisherDistanceAt(point: PhasePoint): number {
  const { whitened, force } = point;
  let distance = 0;
  for (let i = 0; i < whitened.length; i++) {
    const difference = whitened[i] + force[i];
    distance += difference * difference;
  }
  return distance;
}

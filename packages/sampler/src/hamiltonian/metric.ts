/** The metric: the affine map between the parameters x and the whitened space y in which trajectories run. */
import { applyCorrection, undoCorrection } from "./correction.js";
import type { Correction } from "./correction.js";
import type { PhasePoint } from "./phase-point.js";

/**
 * An affine map of the parameters, x = mean + scale ⊙ A y, such that the posterior of y is near N(0, I). A is the identity
 * for a diagonal metric, and the symmetric matrix of `correction` for one of low rank or a dense one.
 */
export interface Metric {
  readonly mean: Float64Array;
  /** > 0 */
  readonly scale: Float64Array;
  readonly correction?: Correction | undefined;
}

/** A metric that warm-up writes over. */
export interface AdaptedMetric extends Metric {
  correction?: Correction | undefined;
}

export function identityMetric(dimension: number): AdaptedMetric {
  return {
    mean: new Float64Array(dimension),
    scale: new Float64Array(dimension).fill(1),
    correction: undefined,
  };
}

/** Makes `metric` the same map as `source`. */
export function copyMetric(metric: AdaptedMetric, source: Metric): void {
  metric.mean.set(source.mean);
  metric.scale.set(source.scale);
  metric.correction = source.correction;
}

/** x from y. */
export function toPosition({ mean, scale, correction }: Metric, { whitened, position }: PhasePoint): void {
  if (correction !== undefined) {
    position.set(whitened);
    applyCorrection(correction, position);
    for (let i = 0; i < scale.length; i++) position[i] = mean[i] + scale[i] * position[i];
  } else for (let i = 0; i < scale.length; i++) position[i] = mean[i] + scale[i] * whitened[i];
}

/** The gradient with respect to y from that with respect to x. */
export function pullBackGradient({ scale, correction }: Metric, { gradient, force }: PhasePoint): void {
  for (let i = 0; i < scale.length; i++) force[i] = scale[i] * gradient[i];
  if (correction !== undefined) applyCorrection(correction, force);
}

/** Recomputes what depends on the metric, y and its gradient, from x and its gradient: no density is evaluated. */
export function whiten(metric: Metric, point: PhasePoint): void {
  const { mean, scale, correction } = metric;
  const { position, whitened } = point;
  for (let i = 0; i < scale.length; i++) whitened[i] = (position[i] - mean[i]) / scale[i];
  if (correction !== undefined) undoCorrection(correction, whitened);
  pullBackGradient(metric, point);
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

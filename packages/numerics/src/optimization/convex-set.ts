/** Convex sets that a search stays in: whatever can say which of its points is nearest. */
import { largestElement } from "./place.js";
import { projectOntoSumBox, type SumBox } from "./sum-box.js";

/** A closed convex set, known by its projection. */
export interface ConvexSet {
  /** Writes the point of the set that is nearest to `point` into `nearest`, which may be `point` itself, and returns it. */
  readonly project: (point: Float64Array, nearest: Float64Array) => Float64Array;
}

/** The nearest point of a set of either kind. */
export function projectOnto(
  point: Float64Array,
  set: SumBox | ConvexSet,
  nearest: Float64Array = new Float64Array(point.length),
): Float64Array {
  return "project" in set ? set.project(point, nearest) : projectOntoSumBox(point, set, nearest);
}

/** A move this share of the point's size is far from its rounding, and small beside what bounds allow. */
const MOVE = 1e-3;

/**
 * The largest part of a gradient that the set lets one follow, max |P(x − t g) − x| / t with t = 1, or longer where the
 * point is so large beside the gradient that x − g would be lost in rounding.
 */
export function projectedGradientSize(
  point: Float64Array,
  gradient: Float64Array,
  set: SumBox | ConvexSet,
): number {
  const steepest = largestElement(gradient);
  if (steepest === 0) return 0;
  const step = Math.max(1, (MOVE * largestElement(point)) / steepest);
  return largestElement(projectedMove(point, gradient, step, set)) / step;
}

/** P(x − step · g) − x. */
export function projectedMove(
  point: Float64Array,
  gradient: Float64Array,
  step: number,
  set: SumBox | ConvexSet,
): Float64Array {
  const target = point.map((value, i) => value - step * gradient[i]);
  projectOnto(target, set, target);
  for (let i = 0; i < target.length; i++) target[i] -= point[i];
  return target;
}

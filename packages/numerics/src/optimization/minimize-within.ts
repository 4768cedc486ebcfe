/** Minimization within a convex set, by spectral projected gradients (SPG). */
import { dot } from "../linear-algebra/dot.js";
import type { MinimizeOptions, Minimum, MinimumOutcome, Objective } from "./minimum.js";
import {
  countingObjective,
  isBetterPlace,
  isClearlyBetter,
  isToldToStop,
  largestElement,
  minimumAt,
  scaledTolerance,
  UNSEEN,
  VALUE_NOISE,
  type Place,
  type PlaceAt,
  type Tolerance,
} from "./place.js";
import { type ConvexSet, projectedGradientSize, projectedMove, projectOnto } from "./convex-set.js";
import type { SumBox } from "./sum-box.js";

/** The value need only fall below the largest of the last ten, which lets spectral steps work. */
const MEMORY = 10;
const DECREASE = 1e-4;
/** Spectral steps are kept between these. */
const SHORTEST = 1e-20;
const LONGEST = 1e20;
/** As many steps to no better point end the search: few where the decrease to expect is lost in rounding. */
const IDLE_AT_REST = 20;
const IDLE_AT_MOST = 200;
const CUTS_AT_MOST = 60;
/** A point is moved at most this many times its own size before it is projected: further, and its digits are lost. */
const FURTHEST = 1e6;

/**
 * A minimum of a smooth function over the points of a convex set (bounds with a given sum, linear constraints), by
 * spectral projected gradients with a non-monotone line search. All points that are evaluated lie in the set, so the function need not be defined outside.
 * It never throws for a hard function; the outcome says how it ended. A minimum of a function that is not convex may be
 * a local one: start from several points.
 *
 * @param objective  value and gradient
 * @param start      [n] where the search begins, after projection
 * @param set        what `sumBox` or `polytopeSet` gave
 * @param options    tolerance, most iterations, progress
 * @returns the best point found; its residual is the largest part of the gradient that the set lets one follow,
 *          max |P(x − g) − x|
 * @source birgin2000
 * @example
 * const distance = (x: Float64Array, gradient: Float64Array) => {
 *   x.forEach((value, i) => (gradient[i] = 2 * (value - i)));
 *   return x.reduce((total, value, i) => total + (value - i) * (value - i), 0);
 * };
 * const set = sumBox({ lower: Float64Array.of(0, 0, 0), upper: Float64Array.of(1, 1, 1), sum: 2 });
 * minimizeWithin(distance, Float64Array.of(1, 1, 0), set).point; // => [0, 1, 1]
 */
export function minimizeWithin(
  objective: Objective,
  start: Float64Array,
  set: SumBox | ConvexSet,
  options: MinimizeOptions = {},
): Minimum {
  return projectedGradient(objective, start, set, options, scaledTolerance(options.tolerance));
}

/** SPG with a tolerance that may depend on the first gradient. */
export function projectedGradient(
  objective: Objective,
  start: Float64Array,
  set: SumBox | ConvexSet,
  { iterations = 1000, onProgress }: MinimizeOptions,
  tolerance: Tolerance,
): Minimum {
  const counting = countingObjective(objective, (point, gradient) =>
    projectedGradientSize(point, gradient, set),
  );
  const { at } = counting;
  let here = at(projectOnto(start, set));
  let best = here;
  const recent = [here.value];
  const bound = tolerance.bound(largestElement(here.gradient));
  let step = Math.min(LONGEST, Math.max(SHORTEST, 1 / here.residual));
  let idle = 0;
  let isUnseen = false;
  const end = (outcome: MinimumOutcome, iteration: number): Minimum =>
    minimumAt(best, outcome, iteration, counting);
  if (!Number.isFinite(here.residual)) return end("not-finite", 0);
  for (let iteration = 0; ; iteration++) {
    if (iteration > 0 && isToldToStop(onProgress, iteration, counting, here))
      return end("stopped", iteration);
    if (best.residual <= bound || (isUnseen && idle > IDLE_AT_REST)) return end("converged", iteration);
    if (iteration >= iterations) return end("iteration-limit", iteration);
    const direction = projectedMove(here.point, here.gradient, Math.min(step, furthestStep(here)), set);
    const slope = dot(here.gradient, direction);
    const next = cutBack(at, here, direction, slope, Math.max(...recent));
    if (next === undefined || idle > IDLE_AT_MOST)
      return end(best.residual <= tolerance.acceptable ? "converged" : "stalled", iteration);
    step = spectralStep(here, next, step);
    isUnseen = -slope <= UNSEEN * Math.abs(here.value);
    idle = isClearlyBetter(next, best) ? 0 : idle + 1;
    here = next;
    if (isBetterPlace(here, best)) best = here;
    if (here.value === -Infinity) return end("unbounded", iteration + 1);
    if (recent.push(here.value) > MEMORY) recent.shift();
  }
}

/** The longest step whose end still has digits of where it began. */
function furthestStep({ point, gradient }: Place): number {
  return (FURTHEST * Math.max(1, largestElement(point))) / largestElement(gradient);
}

/** Barzilai and Borwein's step: the inverse of the curvature along the last move; longer where there was none. */
function spectralStep(before: Place, after: Place, step: number): number {
  let square = 0;
  let curvature = 0;
  for (let i = 0; i < after.point.length; i++) {
    const move = after.point[i] - before.point[i];
    square += move * move;
    curvature += move * (after.gradient[i] - before.gradient[i]);
  }
  const next = curvature > 0 ? square / curvature : 10 * step;
  return Math.min(LONGEST, Math.max(SHORTEST, next));
}

/** Shortens the move until the value is low enough; undefined where rounding lets no move do that. */
function cutBack(
  at: PlaceAt,
  here: Place,
  direction: Float64Array,
  slope: number,
  ceiling: number,
): Place | undefined {
  let share = 1;
  const noise = VALUE_NOISE * Math.abs(here.value);
  for (let cuts = 0; cuts < CUTS_AT_MOST; cuts++) {
    const next = at(here.point.map((value, i) => value + share * direction[i]));
    if (next.value === -Infinity) return next;
    if (next.value <= ceiling + DECREASE * share * slope + noise && Number.isFinite(next.residual))
      return next;
    const parabola = (-0.5 * share * share * slope) / (next.value - here.value - share * slope);
    share = parabola > 0.1 * share && parabola < 0.5 * share ? parabola : share * (cuts < 5 ? 0.5 : 0.1);
  }
  return undefined;
}

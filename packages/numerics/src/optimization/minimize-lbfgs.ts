/** Unconstrained minimization by limited-memory quasi-Newton steps (L-BFGS). */
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
  SHRUNK,
  UNSEEN,
  type Tolerance,
  type Place,
  type PlaceAt,
} from "./place.js";
import { strongWolfeSearch } from "./strong-wolfe-search.js";

/** Pairs of steps that are remembered; more than ten rarely pays. */
const MEMORY = 10;
/** Below this share of the value a decrease is hard to tell from rounding, and a full step is judged by its gradient. */
const FAINT = 1e-11;
/** As many steps without progress end the search. */
const IDLE_AT_MOST = 12;

/** One remembered step and what it did to the gradient. */
export interface Pair {
  readonly move: Float64Array;
  readonly change: Float64Array;
  /** move · change > 0. */
  readonly product: number;
}

/**
 * A minimum of a smooth function by L-BFGS with a strong Wolfe line search. Functions may be undefined in places (they
 * return NaN or Infinity there): steps into them are cut back. It never throws for a hard function; the outcome says how
 * it ended.
 *
 * @param objective  value and gradient
 * @param start      [n] where the search begins
 * @param options    tolerance, most iterations, progress
 * @returns the last point, the best one found; its residual is max |gradientᵢ|
 * @source liu1989, nocedal2006
 * @example
 * const bowl = (x: Float64Array, gradient: Float64Array) => {
 *   gradient.set([2 * (x[0]! - 3), 20 * (x[1]! + 1)]);
 *   return (x[0]! - 3) * (x[0]! - 3) + 10 * (x[1]! + 1) * (x[1]! + 1);
 * };
 * minimizeLbfgs(bowl, Float64Array.of(0, 0)).outcome; // => "converged"
 */
export function minimizeLbfgs(
  objective: Objective,
  start: Float64Array,
  options: MinimizeOptions = {},
): Minimum {
  return lbfgs(objective, start, options, scaledTolerance(options.tolerance));
}

/**
 * L-BFGS with a tolerance that may depend on the first gradient; `pairs` are those of an earlier search for
 * a function that curves alike, and are left for the next.
 */
export function lbfgs(
  objective: Objective,
  start: Float64Array,
  { iterations = 1000, onProgress }: MinimizeOptions,
  tolerance: Tolerance,
  pairs: Pair[] = [],
): Minimum {
  const counting = countingObjective(objective, (_, gradient) => largestElement(gradient));
  const { at } = counting;
  let here = at(start.slice());
  let best = here;
  const bound = tolerance.bound(here.residual);
  let idle = 0;
  let isSettled = false;
  const end = (outcome: MinimumOutcome, iteration: number): Minimum =>
    minimumAt(best, outcome, iteration, counting);
  if (!Number.isFinite(here.residual)) return end("not-finite", 0);
  for (let iteration = 0; ; iteration++) {
    if (iteration > 0 && isToldToStop(onProgress, iteration, counting, here))
      return end("stopped", iteration);
    if (best.residual <= bound) return end("converged", iteration);
    if (iteration >= iterations) return end("iteration-limit", iteration);
    const { next, gain } = nextPlace(at, here, pairs);
    if (gain < Infinity) isSettled = gain <= UNSEEN * Math.abs(here.value);
    if (next === undefined || idle > IDLE_AT_MOST)
      return end(isSettled || best.residual <= tolerance.acceptable ? "converged" : "stalled", iteration);
    remember(pairs, here, next);
    here = next;
    idle = isClearlyBetter(here, best) ? 0 : idle + 1;
    if (isBetterPlace(here, best)) best = here;
    if (here.value === -Infinity) return end("unbounded", iteration + 1);
  }
}

/** Where the next line search ends, and what its direction promises; undefined where no step lowers the value. */
function nextPlace(
  at: PlaceAt,
  here: Place,
  pairs: Pair[],
): { readonly next: Place | undefined; readonly gain: number } {
  let gain = Infinity;
  for (;;) {
    const direction = quasiNewtonDirection(here.gradient, pairs);
    const slope = dot(here.gradient, direction);
    if (slope < 0) {
      // Fewer pairs than dimensions know the scale of some directions only, and promise too little in others.
      if (pairs.length >= Math.min(MEMORY, direction.length)) gain = -0.5 * slope;
      const full = gain <= FAINT * Math.abs(here.value) ? fullStep(at, here, direction) : undefined;
      // Without a remembered step nothing is known about scale: a move of length 1 at most.
      const first = pairs.length > 0 ? 1 : Math.min(1, 1 / Math.sqrt(-slope));
      const next = full ?? strongWolfeSearch(at, here, direction, first);
      if (next !== undefined) return { next, gain };
    }
    if (pairs.length === 0) return { next: undefined, gain };
    pairs.length = 0;
  }
}

/** A full step where the gradient tells better from worse more sharply than the value: taken if it shrinks well. */
function fullStep(at: PlaceAt, here: Place, direction: Float64Array): Place | undefined {
  const next = at(here.point.map((value, i) => value + direction[i]));
  return isBetterPlace(next, here) && next.residual < SHRUNK * here.residual ? next : undefined;
}

/** −H g by the two loops of Nocedal, H the inverse Hessian that the remembered pairs imply. */
function quasiNewtonDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    shares[k] = dot(pairs[k].move, direction) / pairs[k].product;
    addScaled(direction, -shares[k], pairs[k].change);
  }
  if (pairs.length > 0) {
    const { change, product } = pairs[pairs.length - 1];
    const scale = product / dot(change, change);
    for (let i = 0; i < direction.length; i++) direction[i] *= scale;
  }
  for (let k = 0; k < pairs.length; k++) {
    const share = dot(pairs[k].change, direction) / pairs[k].product;
    addScaled(direction, shares[k] - share, pairs[k].move);
  }
  return direction;
}

function addScaled(target: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * vector[i];
}

/** Keeps the pair if the function curves upwards along it, which H needs to stay positive definite. */
function remember(pairs: Pair[], before: Place, after: Place): void {
  const move = after.point.map((value, i) => value - before.point[i]);
  const change = after.gradient.map((value, i) => value - before.gradient[i]);
  const product = dot(move, change);
  if (!(product > 1e-12 * Math.sqrt(dot(move, move) * dot(change, change)))) return;
  pairs.push({ move, change, product });
  if (pairs.length > MEMORY) pairs.shift();
}

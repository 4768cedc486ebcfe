/** Climb: from a start to a local optimum of a smooth worth over bounds and linear constraints. */

import {
  minimizeWithin,
  type MinimumOutcome,
  type Polytope,
  polytopeSet,
  projectOntoPolytope,
  type ConvexSet,
} from "@mmm/numerics/optimization";

/** Value, with the gradient [variable] overwritten. */
export type Rise = (x: Float64Array, gradient: Float64Array) => number;

/** Where a climb ended. */
export interface Summit {
  readonly x: Float64Array;
  readonly value: number;
  readonly outcome: MinimumOutcome;
  readonly evaluations: number;
}

/** How a climb is measured out. */
export interface ClimbOptions {
  /** Money that counts as one, > 0. */
  readonly unit: number;
  /** Value that counts as one, > 0. */
  readonly worth: number;
  /** [variable] |∂²value / ∂x²|, roughly: with it, the search goes straight to the optimum. */
  readonly curvature?: Float64Array | undefined;
  readonly tolerance?: number;
  readonly iterations?: number;
}

/** Curvatures below this share of the largest are taken for it: a line has none. */
const FLATTEST = 1e-3;

/**
 * Spectral projected gradients over variables stretched so that the value bends equally in all of them. Every point that is
 * looked at satisfies the constraints.
 */
export function climb(rise: Rise, set: Polytope, start: Float64Array, options: ClimbOptions): Summit {
  const { worth, tolerance = 1e-9, iterations = 500 } = options;
  const stretch = stretches(start.length, options);
  const scaled = scaledSet(set, stretch);
  const x = new Float64Array(start.length);
  const slope = new Float64Array(start.length);
  const found = minimizeWithin(
    (z, gradient) => {
      for (let i = 0; i < x.length; i++) x[i] = z[i] / stretch[i];
      const value = rise(x, slope);
      for (let i = 0; i < x.length; i++) gradient[i] = -slope[i] / (stretch[i] * worth);
      return -value / worth;
    },
    start.map((value, i) => value * stretch[i]),
    scaled,
    { tolerance, iterations },
  );
  // Stretching there and back rounds, so that what is told is projected once more.
  const reached = found.point.map((value, i) => value / stretch[i]);
  const end = projectOntoPolytope(reached, set);
  return {
    x: end.kind === "found" ? end.point : reached,
    value: -found.value * worth,
    outcome: found.outcome,
    evaluations: found.evaluations,
  };
}

function stretches(size: number, { unit, worth, curvature }: ClimbOptions): Float64Array {
  if (curvature === undefined) return new Float64Array(size).fill(1 / unit);
  const relative = curvature.map((bend) => (Math.abs(bend) * unit * unit) / worth);
  const steepest = relative.reduce((most, bend) => Math.max(most, bend), 0);
  if (!(steepest > 0 && steepest < Infinity)) return new Float64Array(size).fill(1 / unit);
  return relative.map((bend) => Math.sqrt(Math.max(bend, FLATTEST * steepest)) / unit);
}

/** The same set over stretched variables. */
function scaledSet(set: Polytope, stretch: Float64Array): ConvexSet {
  return polytopeSet({
    lower: set.lower.map((value, i) => value * stretch[i]),
    upper: set.upper.map((value, i) => value * stretch[i]),
    constraints: set.constraints.map((row) => ({
      ...row,
      coefficients: row.coefficients.map((value, k) => value / stretch[row.indices[k]]),
    })),
  });
}

/** What every minimizer takes and gives. */

/**
 * A smooth function: writes its gradient at the point and returns its value. Where it is not defined it returns NaN or
 * Infinity; minimizers keep away from there. A log density with its sign turned is one.
 */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/**
 * How a search ended:
 *
 * - `converged`: the residual is within the tolerance, or the value can not be told from that of a minimum any more
 * - `stalled`: rounding (or a gradient that is none) lets no step lower the value, and the residual is above the tolerance
 * - `iteration-limit`: there was no more time
 * - `stopped`: the progress callback said so
 * - `unbounded`: the value falls without end; it is given as −Infinity
 * - `not-finite`: the value or the gradient at the start is not finite
 * - `infeasible`: no point was found that satisfies the constraints, whatever the penalty
 */
export type MinimumOutcome =
  "converged" | "stalled" | "iteration-limit" | "stopped" | "unbounded" | "not-finite" | "infeasible";

/** Where a search ended, and how good that point is. */
export interface Minimum {
  /** [n] */
  readonly point: Float64Array;
  readonly value: number;
  /** [n]  of the objective at the point. */
  readonly gradient: Float64Array;
  readonly iterations: number;
  /** Of the objective with its gradient. */
  readonly evaluations: number;
  readonly outcome: MinimumOutcome;
  /** How far the point is from satisfying the first-order conditions, in units of the gradient; 0 at a minimum. */
  readonly residual: number;
}

/** What a progress callback is told after every iteration. */
export interface MinimumProgress {
  readonly iteration: number;
  readonly evaluations: number;
  readonly value: number;
  readonly residual: number;
}

/** When a search ends, and who hears of it. */
export interface MinimizeOptions {
  /**
   * A point is a minimum when its residual is at most this, times the largest element of the first gradient where that is
   * below 1; default 1e-8, which leaves half of a double's digits to a gradient's own error.
   */
  readonly tolerance?: number;
  /** Most iterations, default 1000. */
  readonly iterations?: number;
  /** Told after every iteration; a `false` in return stops the search. */
  readonly onProgress?: (progress: MinimumProgress) => boolean | void;
}

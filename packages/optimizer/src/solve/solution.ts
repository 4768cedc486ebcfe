/** Solution: the best decision that a solver found, and how sure it is of it. */

import type { FeasibleSet } from "../problem/feasible-set.js";
import type { Polytope } from "@mmm/numerics/optimization";
import type { OutcomeSource } from "../decision/outcomes.js";
import type { Objective } from "../objective/objective.js";
import type { Curve } from "./curve.js";
import type { Comparison, Worth } from "./valuation.js";

/** What a solver is given. */
export interface Task {
  readonly source: OutcomeSource;
  readonly set: FeasibleSet;
  readonly objective: Objective;
  readonly comparison: Comparison;
  /** A decision within the set. */
  readonly near: Float64Array;
  /** Money, and value, that count as one. */
  readonly unit: number;
  readonly worth: number;
  readonly settings: SolverSettings;
  /** Curves under even weights that are known already, over at least the bounds of the set. */
  readonly curves?: readonly Curve[];
}

/** How a solver works. */
export interface SolverSettings {
  readonly method: "global" | "gradient" | "greedy";
  /** Random starts beside the usual ones, for what may have several local optima. */
  readonly starts: number;
  readonly seed: number | string;
  /** Relative distance to the bound that is good enough. */
  readonly gap: number;
  /** Parts that branch and bound may look at. */
  readonly nodes: number;
}

/** What is known of how good a solution is. */
export interface Certificate {
  /**
   * `"global"`: no plan of the problem has a value above `bound`. `"first-order"`: none has, if responses are concave.
   * `"none"`: the objective allows no bound.
   */
  readonly kind: "global" | "first-order" | "none";
  /** The most that any plan can have; absent where there is no bound. */
  readonly bound?: number;
  /** (bound − value) / max(|value|, |value of today|), ≥ 0. */
  readonly gap?: number;
}

/** Where a solver ended. */
export interface Solution {
  readonly x: Float64Array;
  readonly worth: Worth;
  /** `"optimal"`: first-order conditions and constraints hold; `"feasible"`: only the latter. */
  readonly status: "optimal" | "feasible";
  /** See `firstOrderAt`. */
  readonly residual: number;
  readonly violation: number;
  readonly multipliers: Float64Array;
  readonly certificate: Certificate;
  /** Local searches, and passes over all draws. */
  readonly climbs: number;
  readonly passes: number;
  /** The set with the groups that are off held at 0, and the minima of those that are on. */
  readonly polytope: Polytope;
}

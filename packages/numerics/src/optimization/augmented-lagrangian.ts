/** The augmented Lagrangian of a constrained problem, its multipliers, and how far a point is from a minimum. */
import type { Objective } from "./minimum.js";
import { largestElement } from "./place.js";
import { type ConvexSet, projectedGradientSize } from "./convex-set.js";
import type { SumBox } from "./sum-box.js";

/** Several constraint functions at once. */
export interface Constraints {
  /** How many, ≥ 1. */
  readonly count: number;
  /** Writes [count] values and the [count × n] Jacobian, row by row. */
  readonly evaluate: (point: Float64Array, values: Float64Array, jacobian: Float64Array) => void;
}

/** Minimize the objective where all equalities are 0, no inequality is above 0, and the point lies within the set. */
export interface ConstrainedProblem {
  readonly objective: Objective;
  readonly equalities?: Constraints;
  readonly inequalities?: Constraints;
  /** A set that every point that is evaluated lies in; what `sumBox` or `polytopeSet` gave. */
  readonly within?: SumBox | ConvexSet;
}

/** One number for every equality and inequality. */
export interface Multipliers {
  readonly equalities: Float64Array;
  readonly inequalities: Float64Array;
}

/** The first-order conditions at a point; all 0 at a minimum. */
export interface Conditions {
  readonly value: number;
  /** [n]  of the objective. */
  readonly gradient: Float64Array;
  /** [equality], [inequality] */
  readonly constraints: Multipliers;
  /** The largest part of the gradient of the Lagrangian that the set lets one follow. */
  readonly stationarity: number;
  /** The largest |equality| or positive inequality. */
  readonly violation: number;
  /** The largest |min(−inequality, multiplier)|: an inequality with slack has no price. */
  readonly complementarity: number;
}

const LARGEST_MULTIPLIER = 1e15;
const kinds = ["equalities", "inequalities"] as const;

/** Multipliers of 0. */
export function noMultipliers(problem: ConstrainedProblem): Multipliers {
  return {
    equalities: new Float64Array(problem.equalities?.count ?? 0),
    inequalities: new Float64Array(problem.inequalities?.count ?? 0),
  };
}

/**
 * The function that a round minimizes: f plus, for each constraint c with multiplier λ and penalty ρ, w² / 2ρ − λ² / 2ρ
 * with w = λ + ρ c for equalities and max(0, λ + ρ c) for inequalities.
 */
export function augmentedLagrangian(
  problem: ConstrainedProblem,
  multipliers: Multipliers,
  penalty: number,
): Objective {
  const values = noMultipliers(problem);
  const jacobians = new Map<string, Float64Array>();
  return (point, gradient) => {
    let total = problem.objective(point, gradient);
    for (const kind of kinds) {
      const count = values[kind].length;
      if (count === 0) continue;
      const jacobian = jacobians.get(kind) ?? new Float64Array(count * point.length);
      jacobians.set(kind, jacobian);
      problem[kind]?.evaluate(point, values[kind], jacobian);
      const prices = nextPrices(kind, multipliers[kind], values[kind], penalty);
      for (let k = 0; k < count; k++) {
        const before = multipliers[kind][k];
        total += ((prices[k] - before) * (prices[k] + before)) / (2 * penalty);
        if (prices[k] === 0) continue;
        const row = k * point.length;
        for (let i = 0; i < point.length; i++) gradient[i] += prices[k] * jacobian[row + i];
      }
    }
    return total;
  };
}

/** The multipliers after a round: the weights that the constraints' gradients had at its end. */
export function improvedMultipliers(
  multipliers: Multipliers,
  constraints: Multipliers,
  penalty: number,
): Multipliers {
  const bounded = (kind: (typeof kinds)[number]): Float64Array =>
    nextPrices(kind, multipliers[kind], constraints[kind], penalty).map((price) =>
      Math.min(LARGEST_MULTIPLIER, Math.max(-LARGEST_MULTIPLIER, price)),
    );
  return { equalities: bounded("equalities"), inequalities: bounded("inequalities") };
}

function nextPrices(
  kind: (typeof kinds)[number],
  before: Float64Array,
  values: Float64Array,
  penalty: number,
): Float64Array {
  return before.map((price, k) => {
    const next = price + penalty * values[k];
    return kind === "inequalities" && next < 0 ? 0 : next;
  });
}

/** Objective, constraints and the first-order conditions at a point with its multipliers. */
export function conditionsAt(
  problem: ConstrainedProblem,
  point: Float64Array,
  multipliers: Multipliers,
): Conditions {
  const gradient = new Float64Array(point.length);
  const value = problem.objective(point, gradient);
  const constraints = noMultipliers(problem);
  const slope = gradient.slice();
  for (const kind of kinds) {
    const values = constraints[kind];
    if (values.length === 0) continue;
    const jacobian = new Float64Array(values.length * point.length);
    problem[kind]?.evaluate(point, values, jacobian);
    for (let k = 0; k < values.length; k++)
      for (let i = 0; i < point.length; i++)
        slope[i] += multipliers[kind][k] * jacobian[k * point.length + i];
  }
  return {
    value,
    gradient,
    constraints,
    ...residuals(point, slope, constraints, multipliers, problem.within),
  };
}

function residuals(
  point: Float64Array,
  slope: Float64Array,
  { equalities, inequalities }: Multipliers,
  multipliers: Multipliers,
  within: SumBox | ConvexSet | undefined,
): Pick<Conditions, "stationarity" | "violation" | "complementarity"> {
  const stationarity =
    within === undefined ? largestElement(slope) : projectedGradientSize(point, slope, within);
  const positive = inequalities.map((value) => Math.max(0, value));
  const slackPrices = inequalities.map((value, k) => Math.min(-value, multipliers.inequalities[k]));
  return {
    stationarity,
    violation: Math.max(largestElement(equalities), largestElement(positive)),
    complementarity: largestElement(slackPrices),
  };
}

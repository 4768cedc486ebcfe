/** Minimization under general equality and inequality constraints, in rounds of the augmented Lagrangian. */
import {
  augmentedLagrangian,
  conditionsAt,
  improvedMultipliers,
  noMultipliers,
  type Conditions,
  type ConstrainedProblem,
  type Multipliers,
} from "./augmented-lagrangian.js";
import { projectOnto } from "./convex-set.js";
import { lbfgs, type Pair } from "./minimize-lbfgs.js";
import { projectedGradient } from "./minimize-within.js";
import type { MinimizeOptions, Minimum, MinimumOutcome } from "./minimum.js";
import { gradientScale, largestElement } from "./place.js";

/** A minimum with its Lagrange multipliers. */
export interface ConstrainedMinimum extends Minimum {
  /** The largest |equality| or positive inequality. */
  readonly violation: number;
  /** By how much the value would fall, per unit, if a constraint c ≤ 0 or c = 0 were loosened to c ≤ ε or c = ε. */
  readonly multipliers: Multipliers;
}

/** The violation must fall to this share of the last one, or the penalty grows by this factor. */
const ENOUGH = 0.5;
const GROWTH = 10;
const LARGEST_PENALTY = 1e12;
/** Multipliers converge within twenty rounds or so, unless something is wrong. */
const ROUNDS_AT_MOST = 80;
/** A point this far from the constraints, under the largest penalty, shows that it can not satisfy them. */
const INFEASIBLE = 1e-6;

/**
 * A minimum of a smooth function under general constraints, by the augmented Lagrangian of Powell, Hestenes and
 * Rockafellar: constraints become penalties around multipliers that are improved in rounds, each of which is minimized
 * by L-BFGS or, within a set, by projected gradients. It never throws for a hard problem; the outcome says how it ended.
 *
 *     L(x) = f(x) + ρ/2 · Σ (cₑ(x) + λₑ/ρ)² + ρ/2 · Σ max(0, cᵢ(x) + μᵢ/ρ)²
 *
 * @param problem  objective and constraints
 * @param start    [n] where the search begins; it need not satisfy the constraints
 * @param options  tolerance of the residual (and so of the violation), most iterations of all rounds together (default
 *                 10,000), progress of all rounds, whose value is that of L
 * @returns the last point; its residual is the largest of the gradient of the Lagrangian, the violation, and
 *          |min(−cᵢ, μᵢ)|, which is 0 where an inequality has no slack or no price
 * @source birgin2014, nocedal2006
 * @example
 * const problem = {
 *   objective: (x: Float64Array, gradient: Float64Array) => (gradient.set([1, 1]), x[0]! + x[1]!),
 *   inequalities: {
 *     count: 1,
 *     evaluate: (x: Float64Array, values: Float64Array, jacobian: Float64Array) => {
 *       values[0] = x[0]! * x[0]! + x[1]! * x[1]! - 2;
 *       jacobian.set([2 * x[0]!, 2 * x[1]!]);
 *     },
 *   },
 * };
 * const { outcome, value } = minimizeConstrained(problem, Float64Array.of(0, 0));
 * outcome; // => "converged"
 * Math.abs(value + 2) < 1e-7; // => true
 */
export function minimizeConstrained(
  problem: ConstrainedProblem,
  start: Float64Array,
  options: MinimizeOptions = {},
): ConstrainedMinimum {
  let state = startOf(problem, start);
  if (!isFinite(state.conditions)) return resultOf(state, "not-finite");
  for (let round = 0; ; round++) {
    // A start may be flat by chance, so that the scale is that of the steepest point so far.
    const scale = state.steepest === 0 ? 1 : gradientScale(state.steepest);
    const tolerance = (options.tolerance ?? 1e-8) * scale;
    const residual = residualOf(state.conditions);
    if (residual <= tolerance) return resultOf(state, "converged");
    const left = (options.iterations ?? 10_000) - state.iterations;
    if (left <= 0) return resultOf(state, "iteration-limit");
    const looseness = Math.max(0.3 * tolerance, Math.min(scale * powerOfTen(-round - 1), 0.1 * residual));
    const next = nextRound(problem, state, { ...options, iterations: left }, looseness);
    const isIdle = next.innerOutcome !== "iteration-limit" && isUnchanged(state, next);
    state = next;
    if (next.innerOutcome === "stopped") return resultOf(state, "stopped");
    const isAtEnd = state.penalty >= LARGEST_PENALTY || isIdle || round >= ROUNDS_AT_MOST;
    if (!isAtEnd || residualOf(state.conditions) <= tolerance) continue;
    if (next.innerOutcome === "unbounded") return resultOf(state, "unbounded");
    return resultOf(state, outcomeAtEnd(state.conditions, options.tolerance));
  }
}

/** What a search is called that goes no further. */
function outcomeAtEnd(conditions: Conditions, tolerance = 1e-8): MinimumOutcome {
  if (conditions.violation > INFEASIBLE) return "infeasible";
  return residualOf(conditions) <= tolerance ? "converged" : "stalled";
}

/** Where the rounds have come to. */
interface State {
  readonly point: Float64Array;
  readonly multipliers: Multipliers;
  readonly penalty: number;
  readonly conditions: Conditions;
  readonly miss: number;
  readonly iterations: number;
  readonly evaluations: number;
  /** The largest element of any gradient of the objective so far. */
  readonly steepest: number;
  /** What the last round learnt of the curvature; of no use once the penalty has changed. */
  readonly pairs: Pair[];
}

function startOf(problem: ConstrainedProblem, start: Float64Array): State {
  const { within } = problem;
  const point = within === undefined ? start.slice() : projectOnto(start, within);
  const multipliers = noMultipliers(problem);
  const conditions = conditionsAt(problem, point, multipliers);
  const { value, constraints } = conditions;
  let squares = 0;
  for (const c of constraints.equalities) squares += c * c;
  for (const c of constraints.inequalities) squares += c > 0 ? c * c : 0;
  // A penalty that weighs the violation about as much as the value (Birgin and Martínez).
  const penalty = Math.min(
    10,
    Math.max(1e-6, (10 * Math.max(1, Math.abs(value))) / Math.max(1, squares / 2)),
  );
  return {
    point,
    multipliers,
    penalty,
    conditions,
    miss: Infinity,
    steepest: largestElement(conditions.gradient),
    iterations: 0,
    evaluations: 1,
    pairs: [],
  };
}

/** Minimizes the augmented Lagrangian, improves the multipliers and, where the violation does not fall, the penalty. */
function nextRound(
  problem: ConstrainedProblem,
  state: State,
  options: MinimizeOptions,
  looseness: number,
): State & { readonly innerOutcome: MinimumOutcome } {
  const { multipliers, penalty } = state;
  const end = minimizeRound(problem, state, options, looseness);
  const iterations = state.iterations + Math.max(1, end.iterations);
  const evaluations = state.evaluations + end.evaluations + 2;
  const spent = { iterations, evaluations, innerOutcome: end.outcome };
  const stronger = { penalty: Math.min(LARGEST_PENALTY, penalty * GROWTH), pairs: [] };
  const { constraints, ...reached } = conditionsAt(problem, end.point, multipliers);
  // A penalty too weak to hold the objective shows in a fall without end: again, from the same point.
  if (end.outcome === "unbounded" || !isFinite(reached)) return { ...state, ...spent, ...stronger };
  const improved = improvedMultipliers(multipliers, constraints, penalty);
  const conditions = conditionsAt(problem, end.point, improved);
  // An inequality misses by what its multiplier still moves.
  const slack = constraints.inequalities.map((c, k) => Math.max(c, -multipliers.inequalities[k] / penalty));
  const miss = Math.max(largestElement(constraints.equalities), largestElement(slack));
  // What is within the tolerance need not fall any further.
  const isSlow = miss > Math.max(ENOUGH * state.miss, looseness);
  const steepest = Math.max(state.steepest, largestElement(conditions.gradient));
  const next = { steepest, ...(isSlow ? stronger : { penalty, pairs: state.pairs }) };
  return { point: end.point, multipliers: improved, conditions, miss, ...spent, ...next };
}

function minimizeRound(
  problem: ConstrainedProblem,
  state: State,
  options: MinimizeOptions,
  looseness: number,
): Minimum {
  const objective = augmentedLagrangian(problem, state.multipliers, state.penalty);
  const inner = { ...options, ...shifted(options, state) };
  const tolerance = { bound: () => looseness, acceptable: looseness };
  if (problem.within === undefined) return lbfgs(objective, state.point, inner, tolerance, state.pairs);
  return projectedGradient(objective, state.point, problem.within, inner, tolerance);
}

/** The caller's progress callback, told of all rounds together. */
function shifted({ onProgress }: MinimizeOptions, { iterations, evaluations }: State): MinimizeOptions {
  if (onProgress === undefined) return {};
  return {
    onProgress: (progress) =>
      onProgress({
        ...progress,
        iteration: progress.iteration + iterations,
        evaluations: progress.evaluations + evaluations,
      }),
  };
}

type Residuals = Pick<Conditions, "value" | "stationarity" | "violation" | "complementarity">;

function residualOf({ stationarity, violation, complementarity }: Residuals): number {
  return Math.max(stationarity, violation, complementarity);
}

function isFinite(conditions: Residuals): boolean {
  return Number.isFinite(conditions.value) && Number.isFinite(residualOf(conditions));
}

function isUnchanged(before: State, after: State): boolean {
  return (
    after.penalty === before.penalty &&
    after.point.every((value, i) => value === before.point[i]) &&
    after.multipliers.equalities.every((value, k) => value === before.multipliers.equalities[k]) &&
    after.multipliers.inequalities.every((value, k) => value === before.multipliers.inequalities[k])
  );
}

function powerOfTen(exponent: number): number {
  let power = 1;
  for (let k = 0; k > exponent && power > 1e-300; k--) power /= 10;
  return power;
}

function resultOf(state: State, outcome: MinimumOutcome): ConstrainedMinimum {
  const { point, multipliers, conditions, iterations, evaluations } = state;
  const { value, gradient, violation } = conditions;
  const residual = residualOf(conditions);
  return { point, value, gradient, iterations, evaluations, outcome, residual, violation, multipliers };
}

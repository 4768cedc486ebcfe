/** The solvers: from a task to its solution. */

import { type Polytope, projectOntoPolytope } from "@mmm/numerics/optimization";
import { type BranchResult, branchAndBound, type Candidate, decidedSet } from "./branch-and-bound.js";
import { climb } from "./climb.js";
import { type Curve, curvaturesAt, isConcave, riseOf } from "./curve.js";
import { curveTable, refinedAt } from "./curve-table.js";
import { firstOrderAt } from "./first-order.js";
import { greedyPlan } from "./greedy-plan.js";
import { tangentBound } from "./tangent-bound.js";
import type { Certificate, Solution, Task } from "./solution.js";
import { startingPlans } from "./starting-plans.js";
import { valuation, type Worth } from "./valuation.js";

/** A residual below this says that first-order conditions hold: a millionth of the worth, for the whole budget. */
const STATIONARY = 1e-6;
/** Worths that differ by less than this share are the same. */
const ROUNDING = 1e-10;
/** Rounds in which curves are made exact where the optimum lies. */
const REFINEMENTS = 3;

/** A local optimum with the polytope in which it is one. */
interface Found {
  readonly x: Float64Array;
  readonly value: number;
  readonly polytope: Polytope;
}

/** Solves a task by its method; undefined where minima when on leave no plan. */
export function solveTask(task: Task): Solution | undefined {
  const counter = { passes: 0, climbs: 0 };
  const worthOf = valuation(countingSource(task, counter), task.objective, task.comparison);
  if (!task.source.space.isFlighted) return solveByPeriod(task, worthOf, counter);
  const weights = task.objective.shape === "linear" ? worthOf(task.near).weights : evenWeights(task);
  const cost = -worthOf(task.near).perSpend;
  const curves = task.curves ?? curveTable(task.source, weights, task.set, cost);
  if (task.curves === undefined) counter.passes += curves[0].x.length;
  const problem = { curves, set: task.set, onOff: task.set.onOff, unit: task.unit, worth: task.worth };
  const start = firstOrderAt(task.near, worthOf(task.near).gradient, task.set, task.unit, task.worth);
  const { method, gap, nodes } = task.settings;
  const branched = branchAndBound(problem, start.multipliers, {
    gap,
    nodes: method === "global" ? nodes : 1,
  });
  const candidates = method === "greedy" ? greedyCandidates(task, curves) : branched.candidates;
  if (candidates.length === 0) return undefined;
  const found = bestOf(task, worthOf, candidates, { curves, weights, cost }, counter);
  return certified(task, worthOf, found, curves, cost, counter);
}

interface Counter {
  passes: number;
  climbs: number;
}

function countingSource({ source }: Task, counter: Counter): Task["source"] {
  const counted =
    <A extends readonly unknown[], R>(call: (...given: A) => R) =>
    (...given: A): R => {
      counter.passes++;
      return call(...given);
    };
  return { ...source, ofDraws: counted(source.ofDraws), weighted: counted(source.weighted) };
}

function evenWeights({ source }: Task): Float64Array {
  return new Float64Array(source.draws).fill(1 / source.draws);
}

function greedyCandidates(task: Task, curves: readonly Curve[]): readonly Candidate[] {
  const x = greedyPlan(curves, task.set);
  const isOn = task.set.onOff.map(({ variables }) => variables.some((i) => x[i] > 0));
  return [{ x, value: 0, isOn }];
}

/** The best local optimum from the candidates of the curves and, where there may be others, from further starts. */
function bestOf(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  candidates: readonly Candidate[],
  known: Known,
  counter: Counter,
): Found {
  const { curves } = known;
  const { set, settings, objective } = task;
  const polytopeOf = (isOn: readonly boolean[]): Polytope => decidedSet(set, isOn) ?? set;
  if (settings.method === "greedy") {
    const [{ x, isOn }] = candidates;
    return { x, value: worthOf(x).value, polytope: polytopeOf(isOn) };
  }
  const isSettled = objective.shape === "linear" && curves.every((curve) => isConcave(curve));
  const first = isSettled ? candidates.slice(0, 1) : candidates;
  const polytope = polytopeOf(candidates[0].isOn);
  const further = isSettled ? [] : startingPlans(task, polytope);
  const starts =
    settings.method === "gradient" ? [] : first.map(({ x, isOn }) => ({ x, polytope: polytopeOf(isOn) }));
  const [only] = starts;
  const polished = isSettled && only !== undefined ? polish(task, worthOf, only, known, counter) : undefined;
  if (polished !== undefined) return polished;
  const all = [
    ...starts,
    ...[...further, ...(starts.length + further.length === 0 ? [task.near] : [])].map((x) => ({
      x,
      polytope,
    })),
  ];
  return all
    .map((start) => climbFrom(task, worthOf, start, curves, counter))
    .reduce((best, found) => (found.value > best.value ? found : best));
}

/** The curves of a task, and what they are curves of. */
interface Known {
  readonly curves: readonly Curve[];
  readonly weights: Float64Array;
  readonly cost: number;
}

/** A polished plan has a residual below this; a climb seldom leaves less. */
const POLISHED = 1e-9;
/** Rounds of polishing; each gains two to three digits. */
const POLISHES = 6;

/**
 * The optimum of concave curves, which were a thousandth wrong between their points, to the last digits: every pass over the draws
 * makes them exact where their optimum was, which is where the next one is. Undefined where that does not converge.
 */
function polish(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  { x: start, polytope }: { readonly x: Float64Array; readonly polytope: Polytope },
  { curves: rough, weights, cost }: Known,
  counter: Counter,
): Found | undefined {
  const { source, unit, worth } = task;
  const inside = projectOntoPolytope(start, polytope);
  if (inside.kind === "empty") return undefined;
  counter.climbs++;
  let curves = rough;
  let x = inside.point;
  for (let round = 0; round < POLISHES; round++) {
    curves = refinedAt(curves, source, weights, x, cost);
    counter.passes++;
    const slope = new Float64Array(x.length);
    const value = riseOf(curves)(x, slope);
    if (firstOrderAt(x, slope, polytope, unit, worth).residual <= POLISHED) {
      return { x, value: worthOf(x).value, polytope };
    }
    const curvature = curvaturesAt(curves, x);
    const next = climb(riseOf(curves), polytope, x, { unit, worth, curvature, tolerance: 1e-11 });
    if (next.value < value) return undefined;
    x = next.x;
  }
  return undefined;
}

function climbFrom(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  { x, polytope }: { readonly x: Float64Array; readonly polytope: Polytope },
  curves: readonly Curve[] | undefined,
  counter: Counter,
): Found {
  counter.climbs++;
  const start = projectOntoPolytope(x, polytope);
  const inside = start.kind === "found" ? start.point : x;
  const rise = (at: Float64Array, gradient: Float64Array): number => {
    const { value, gradient: slope } = worthOf(at);
    gradient.set(slope);
    return value;
  };
  const { unit, worth } = task;
  const curvature = curves === undefined ? undefined : curvaturesAt(curves, inside);
  const first = climb(rise, polytope, inside, { unit, worth, curvature });
  const { residual } = firstOrderAt(first.x, worthOf(first.x).gradient, polytope, unit, worth);
  if (residual <= STATIONARY || curvature === undefined) return { x: first.x, value: first.value, polytope };
  // Mean curves know nothing of ridges that an objective over draws may have; without them, from where they led.
  const second = climb(rise, polytope, first.x, { unit, worth, iterations: 2000 });
  const { x: end, value } = second.value >= first.value ? second : first;
  return { x: end, value, polytope };
}

/** Makes the curves exact where the optimum lies and bounds it; climbs again where the better curves know a better plan. */
function certified(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  first: Found,
  meanCurves: readonly Curve[],
  cost: number,
  counter: Counter,
): Solution {
  let found = first;
  if (task.objective.shape === "other") return solutionAt(task, worthOf, found, { kind: "none" }, counter);
  const { weights } = worthOf(found.x);
  let curves = meanCurves;
  if (task.objective.shape === "concave") {
    curves = curveTable(task.source, weights, task.set, cost);
    counter.passes += curves[0].x.length;
  }
  let bound = Infinity;
  for (let round = 0; round < REFINEMENTS; round++) {
    const worth = worthOf(found.x);
    curves = refinedAt(curves, task.source, weights, found.x, cost);
    counter.passes++;
    const branched = boundBy(task, found, worth, curves);
    // A concave objective lies below its tangent, which is the sum of the curves under the weights of the draws.
    const atCurves = curves.reduce((total, { x, y }, i) => total + y[x.indexOf(found.x[i])], 0);
    bound = Math.min(bound, worth.value + branched.bound - atCurves);
    if (bound - worth.value <= task.settings.gap * Math.max(task.worth, Math.abs(worth.value))) break;
    const better = branched.candidates[0];
    if (task.settings.method !== "global" || better === undefined || task.objective.shape !== "linear") break;
    const polytope = decidedSet(task.set, better.isOn) ?? task.set;
    const next = climbFrom(task, worthOf, { x: better.x, polytope }, curves, counter);
    // The same worth to rounding is no better plan, and may be one that is less settled.
    if (next.value > found.value + ROUNDING * task.worth) found = next;
  }
  return solutionAt(task, worthOf, found, { kind: "global", bound }, counter);
}

function boundBy(task: Task, { x }: Found, worth: Worth, curves: readonly Curve[]): BranchResult {
  const { set, unit, settings } = task;
  const { multipliers } = firstOrderAt(x, worth.gradient, set, unit, task.worth);
  const problem = { curves, set, onOff: set.onOff, unit, worth: task.worth };
  return branchAndBound(problem, multipliers, { gap: settings.gap / 4, nodes: settings.nodes });
}

function solveByPeriod(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  counter: Counter,
): Solution | undefined {
  const { set, near, objective } = task;
  const isOn = set.onOff.map(({ on, variables }) => variables.some((i) => near[i] > 0) || on.bound >= 0);
  const polytope = decidedSet(set, isOn);
  if (polytope === undefined || projectOntoPolytope(near, polytope).kind === "empty") return undefined;
  const found = startingPlans(task, polytope)
    .map((x) => climbFrom(task, worthOf, { x, polytope }, undefined, counter))
    .reduce((best, other) => (other.value > best.value ? other : best));
  const worth = worthOf(found.x);
  if (objective.shape === "other") return solutionAt(task, worthOf, found, { kind: "none" }, counter);
  const bound = worth.value + tangentBound(found.x, worth.gradient, polytope, task.unit, task.worth);
  return solutionAt(task, worthOf, found, { kind: "first-order", bound }, counter);
}

function solutionAt(
  task: Task,
  worthOf: (x: Float64Array) => Worth,
  { x, polytope }: Found,
  { kind, bound }: Pick<Certificate, "kind" | "bound">,
  { climbs, passes }: Counter,
): Solution {
  const worth = worthOf(x);
  const { residual, violation, multipliers } = firstOrderAt(
    x,
    worth.gradient,
    polytope,
    task.unit,
    task.worth,
  );
  const scale = Math.max(Math.abs(worth.value), task.worth);
  const certificate: Certificate =
    bound === undefined
      ? { kind }
      : { kind, bound: Math.max(bound, worth.value), gap: Math.max(0, bound - worth.value) / scale };
  const status = residual <= STATIONARY && violation <= 1e-8 ? "optimal" : "feasible";
  return { x, worth, status, residual, violation, multipliers, certificate, climbs, passes, polytope };
}

/** Branch and bound over curves that may be S-shaped: the best plans by the curves, and a bound that none exceeds. */

import { type LinearConstraint, type Polytope, projectOntoPolytope } from "@mmm/numerics/optimization";
import type { FeasibleSet, OnOff } from "../problem/feasible-set.js";
import { climb } from "./climb.js";
import { type Curve, curvaturesAt, curveAt, isConcave, riseOf } from "./curve.js";
import { type Envelope, envelopeAt, envelopeOf } from "./envelope.js";
import { type Relaxed, relax } from "./relax.js";

/** What is optimized: the sum of curves over a polytope, where groups of items may be off. */
export interface SeparableProblem {
  readonly curves: readonly Curve[];
  readonly set: Polytope;
  readonly onOff: readonly OnOff[];
  readonly unit: number;
  readonly worth: number;
}

/** A plan that a search found, with the groups that are on. */
export interface Candidate {
  readonly x: Float64Array;
  /** By the curves. */
  readonly value: number;
  /** [on-off group] */
  readonly isOn: readonly boolean[];
}

/** What the search knows at its end. */
export interface BranchResult {
  /** The best first; plans that differ. Empty where minima when on leave no plan. */
  readonly candidates: readonly Candidate[];
  /** No plan has more, by the curves. */
  readonly bound: number;
  readonly nodes: number;
}

/** When a search ends. */
export interface BranchOptions {
  /** Relative distance of bound and best that ends it. */
  readonly gap: number;
  readonly nodes: number;
}

/** Part of the plans: a range of each item's points, and groups that are decided. */
interface Branch {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly groups: readonly (boolean | undefined)[];
  readonly relaxed: Relaxed;
}

const CANDIDATES = 4;

/**
 * Splits the plans where an envelope lies above its curve, or a group spends less than its minimum, until the best plan found is
 * within `gap` of what no plan exceeds.
 *
 * @param start  [constraint] prices to begin with
 */
export function branchAndBound(
  problem: SeparableProblem,
  start: Float64Array,
  { gap, nodes }: BranchOptions,
): BranchResult {
  const search = searchOf(problem);
  const candidates: Candidate[] = [];
  const open: Branch[] = [];
  let closed = -Infinity;
  const best = (): number => candidates[0]?.value ?? -Infinity;
  const visit = (branch: Branch | undefined): void => {
    if (branch === undefined) return;
    keep(candidates, search.candidateIn(branch), problem.unit);
    open.push(branch);
  };
  visit(search.root(start));
  let count = 1;
  while (open.length > 0 && count < nodes) {
    open.sort((a, b) => b.relaxed.bound - a.relaxed.bound);
    const branch = open.shift()!;
    if (branch.relaxed.bound - best() <= gap * Math.max(problem.worth, Math.abs(best()))) {
      open.push(branch);
      break;
    }
    const parts = search.split(branch);
    if (parts === undefined) closed = Math.max(closed, branch.relaxed.bound);
    else {
      for (const part of parts) visit(part);
      count += parts.length;
    }
  }
  return {
    candidates,
    bound: open.reduce((most, { relaxed }) => Math.max(most, relaxed.bound), closed),
    nodes: count,
  };
}

/** Keeps the few best candidates that differ. */
function keep(candidates: Candidate[], found: Candidate | undefined, unit: number): void {
  if (found === undefined) return;
  const same = candidates.findIndex(({ x }) =>
    x.every((value, i) => Math.abs(value - found.x[i]) <= 1e-6 * unit),
  );
  if (same >= 0) {
    if (candidates[same].value >= found.value) return;
    candidates.splice(same, 1);
  }
  candidates.push(found);
  candidates.sort((a, b) => b.value - a.value);
  candidates.length = Math.min(candidates.length, CANDIDATES);
}

interface Search {
  readonly root: (start: Float64Array) => Branch | undefined;
  readonly candidateIn: (branch: Branch) => Candidate | undefined;
  /** Undefined where nothing is left to decide. */
  readonly split: (branch: Branch) => readonly (Branch | undefined)[] | undefined;
}

function searchOf(problem: SeparableProblem): Search {
  const { curves, onOff } = problem;
  const envelopes = cachedEnvelopes(curves);
  const make: BranchMaker = (from, to, groups, start) =>
    branchOf(problem, envelopes, { from, to, groups }, start);
  return {
    root: (start) => {
      const to = Int32Array.from(curves, ({ x }) => x.length - 1);
      const undecided = onOff.map(() => undefined);
      return make(new Int32Array(curves.length), to, undecided, start);
    },
    candidateIn: (branch) => candidateOf(problem, branch),
    split: (branch) => {
      const { from, to, groups, relaxed } = branch;
      const group = undecidedGroup(onOff, groups, relaxed.x);
      if (group >= 0) return splitGroup(problem, branch, group, make);
      const cut = widestGap(curves, envelopes, branch);
      if (cut === undefined) return undefined;
      const [left, right] = [to.slice(), from.slice()];
      left[cut.item] = cut.point;
      right[cut.item] = cut.point;
      return [make(from, left, groups, relaxed.multipliers), make(right, to, groups, relaxed.multipliers)];
    },
  };
}

type BranchMaker = (
  from: Int32Array,
  to: Int32Array,
  groups: Branch["groups"],
  start: Float64Array,
) => Branch | undefined;

/** A part of the plans with its bound; undefined where no plan is in it. */
function branchOf(
  { curves, set, onOff }: SeparableProblem,
  envelopes: EnvelopeOfRange,
  { from, to, groups }: Omit<Branch, "relaxed">,
  start: Float64Array,
): Branch | undefined {
  const within = {
    lower: Float64Array.from(from, (k, i) => curves[i].x[k]),
    upper: Float64Array.from(to, (k, i) => curves[i].x[k]),
    constraints: [...set.constraints, ...onOff.flatMap(({ on }, k) => (groups[k] === true ? [on] : []))],
  };
  const relaxed = relax(
    curves.map((_, i) => envelopes(i, from[i], to[i])),
    within.constraints,
    start,
  );
  const feasible = projectOntoPolytope(relaxed.x, within);
  if (feasible.kind === "empty") return undefined;
  return { from, to, groups, relaxed: { ...relaxed, x: feasible.point } };
}

/** The same plans with a group off, where it can be, and on. */
function splitGroup(
  { curves, onOff }: SeparableProblem,
  { from, to, groups, relaxed }: Branch,
  group: number,
  make: BranchMaker,
): readonly (Branch | undefined)[] {
  const decide = (isOn: boolean) => groups.map((own, k) => (k === group ? isOn : own));
  const { variables } = onOff[group];
  const canBeOff = variables.every((i) => !(curves[i].x[from[i]] > 0));
  const off = to.slice();
  for (const i of variables) off[i] = from[i];
  return [
    canBeOff ? make(from, off, decide(false), relaxed.multipliers) : undefined,
    make(from, to, decide(true), relaxed.multipliers),
  ];
}

type EnvelopeOfRange = (item: number, from: number, to: number) => Envelope;

function cachedEnvelopes(curves: readonly Curve[]): EnvelopeOfRange {
  const known = new Map<number, Envelope>();
  return (item, from, to) => {
    const size = curves[item].x.length;
    const key = (item * 1024 + from) * 1024 + to;
    const envelope = (size < 1024 ? known.get(key) : undefined) ?? envelopeOf(curves[item], from, to);
    if (size < 1024) known.set(key, envelope);
    return envelope;
  };
}

/** The undecided group that spends something, but less than its minimum; −1 where there is none. */
function undecidedGroup(onOff: readonly OnOff[], groups: Branch["groups"], x: Float64Array): number {
  return onOff.findIndex(({ on, variables }, k) => {
    if (groups[k] !== undefined) return false;
    const spent = variables.some((i) => x[i] > 0);
    return spent && dotRow(on, x) > on.bound * (1 - 1e-12);
  });
}

function dotRow({ indices, coefficients }: LinearConstraint, x: Float64Array): number {
  let total = 0;
  for (let k = 0; k < indices.length; k++) total += coefficients[k] * x[indices[k]];
  return total;
}

/** The item whose envelope lies highest above its curve, and the point at which to cut it; undefined where none does. */
function widestGap(
  curves: readonly Curve[],
  envelopes: EnvelopeOfRange,
  { from, to, relaxed }: Branch,
): { readonly item: number; readonly point: number } | undefined {
  let widest = 0;
  let cut: { readonly item: number; readonly point: number } | undefined;
  curves.forEach((curve, item) => {
    const [a, b] = [from[item], to[item]];
    // Where the curve is concave its envelope is lowered by points, not by cuts.
    if (b - a < 2 || isConcave(curve, a, b)) return;
    const at = relaxed.x[item];
    const gap = envelopeAt(envelopes(item, a, b), at) - curveAt(curve, at).value;
    if (!(gap > widest)) return;
    let point = a + 1;
    while (point < b - 1 && curve.x[point] < at) point++;
    if (point > a + 1 && at - curve.x[point - 1] < curve.x[point] - at) point--;
    [widest, cut] = [gap, { item, point }];
  });
  return cut;
}

/** The nearest local optimum of the curves, with groups as the branch has them; those undecided are on if they spend enough. */
function candidateOf(
  { curves, set, onOff, unit, worth }: SeparableProblem,
  { groups, relaxed }: Branch,
): Candidate | undefined {
  const isOn = onOff.map(({ on }, k) => groups[k] ?? dotRow(on, relaxed.x) <= on.bound / 2);
  const polytope = decidedSet({ ...set, onOff }, isOn);
  if (polytope === undefined) return undefined;
  const start = projectOntoPolytope(relaxed.x, polytope);
  if (start.kind === "empty") return undefined;
  const options = {
    unit,
    worth,
    curvature: curvaturesAt(curves, start.point),
    tolerance: 1e-8,
    iterations: 200,
  };
  const { x, value } = climb(riseOf(curves), polytope, start.point, options);
  return { x, value, isOn };
}

/** A set in which groups are on, with their minima, or off; undefined where items can not be off. */
export function decidedSet(
  set: Polytope & Pick<FeasibleSet, "onOff">,
  isOn: readonly boolean[],
): Polytope | undefined {
  const { lower, constraints, onOff } = set;
  const upper = set.upper.slice();
  onOff.forEach(({ variables }, k) => {
    if (!isOn[k]) for (const i of variables) upper[i] = 0;
  });
  if (lower.some((least, i) => least > upper[i])) return undefined;
  const minima = onOff.flatMap(({ on }, k) => (isOn[k] ? [on] : []));
  return { lower, upper, constraints: [...constraints, ...minima] };
}

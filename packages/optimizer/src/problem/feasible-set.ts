/** FeasibleSet: a budget problem as bounds and linear constraints over the variables, each with the name it came from. */

import type { LinearConstraint, Polytope } from "@mmm/numerics/optimization";
import type { ResponseSurface } from "@mmm/model";
import type { PlanSpace } from "../decision/plan-space.js";
import type { Amount, BudgetProblem, Limit } from "./budget-problem.js";
import { type LimitedPart, limitedParts } from "./limited-parts.js";

/** Spend nothing on these variables together, or at least the minimum. */
export interface OnOff {
  readonly name: string;
  /** As a constraint, −Σ ≤ −minimum, for when it is on. */
  readonly on: LinearConstraint;
  readonly variables: readonly number[];
}

/** Where a plan may lie, in money. */
export interface FeasibleSet extends Polytope {
  /** [constraint] what messages call it. */
  readonly names: readonly string[];
  /** [variable] the limits behind its bounds. */
  readonly lowerNames: readonly string[];
  readonly upperNames: readonly string[];
  readonly onOff: readonly OnOff[];
}

/** Least and most money that a budget allows. */
export interface BudgetRange {
  readonly from: number;
  readonly to: number;
}

/** An amount in money. */
export function amountOf(amount: Amount, today: number): number {
  return typeof amount === "number" ? amount : amount.timesToday * today;
}

/** Bounds and constraints that are being gathered. */
interface Draft {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly lowerNames: string[];
  readonly upperNames: string[];
  readonly constraints: LinearConstraint[];
  readonly names: string[];
  readonly onOff: OnOff[];
}

/**
 * Gathers budget and limits. Bounds of single variables become bounds, everything else constraints. That they allow a plan is
 * not checked here.
 *
 * @param range  what the budget allows; equal ends mean that exactly so much is spent
 */
export function feasibleSet(
  problem: Pick<BudgetProblem, "limits">,
  surface: ResponseSurface,
  space: PlanSpace,
  range: BudgetRange,
): FeasibleSet {
  const draft: Draft = {
    lower: new Float64Array(space.size),
    upper: new Float64Array(space.size).fill(range.to),
    lowerNames: new Array<string>(space.size).fill("spend is not negative"),
    upperNames: new Array<string>(space.size).fill("no more than the whole budget"),
    ...{ constraints: [], names: [], onOff: [] },
  };
  addBudget(draft, range);
  for (const limit of problem.limits) {
    for (const part of limitedParts(limit, surface, space)) addPart(draft, limit, part, range);
  }
  return draft;
}

function addBudget(draft: Draft, { from, to }: BudgetRange): void {
  const all = draft.lower.map(() => 1);
  if (from === to) addRow(draft, all, "equal", to, `the budget is ${to}`);
  else {
    addRow(draft, all, "atMost", to, `the budget is at most ${to}`);
    if (from > 0)
      addRow(
        draft,
        all.map(() => -1),
        "atMost",
        -from,
        `the budget is at least ${from}`,
      );
  }
}

function addRow(
  draft: Draft,
  weights: Float64Array,
  kind: LinearConstraint["kind"],
  bound: number,
  name: string,
): void {
  draft.constraints.push(sparse(weights, kind, bound));
  draft.names.push(name);
}

function sparse(weights: Float64Array, kind: LinearConstraint["kind"], bound: number): LinearConstraint {
  const indices = Int32Array.from(weights.keys()).filter((i) => weights[i] !== 0);
  return { indices, coefficients: Float64Array.from(indices, (i) => weights[i]), kind, bound };
}

/** Every bound that a limit sets on one of its parts. */
function addPart(draft: Draft, limit: Limit, part: LimitedPart, range: BudgetRange): void {
  const { weights, today, name } = part;
  if (limit.atLeast !== undefined) atLeast(draft, weights, limit.atLeast, name);
  if (limit.atMost !== undefined) atMost(draft, weights, limit.atMost, name);
  if (limit.changeAtLeast !== undefined) atLeast(draft, weights, (1 + limit.changeAtLeast) * today, name);
  if (limit.changeAtMost !== undefined) atMost(draft, weights, (1 + limit.changeAtMost) * today, name);
  addShares(draft, limit, part, range);
  addPeriodShares(draft, limit, part);
  if (limit.frozen) {
    part.variables.forEach((i, k) => {
      raiseLower(draft, i, part.todayOf[k], name);
      cutUpper(draft, i, part.todayOf[k], name);
    });
  }
  if (limit.minimumWhenOn !== undefined) {
    const on = sparse(negative(weights), "atMost", -limit.minimumWhenOn);
    draft.onOff.push({ name, on, variables: part.variables });
  }
}

/** A share of a fixed budget is an amount; a share of an open one is a constraint on both. */
function addShares(
  draft: Draft,
  { shareAtLeast, shareAtMost }: Limit,
  { weights, name }: LimitedPart,
  { from, to }: BudgetRange,
): void {
  const isFixed = from === to;
  const beyond = (share: number): Float64Array => weights.map((weight) => weight - share);
  if (shareAtLeast !== undefined) {
    if (isFixed) atLeast(draft, weights, shareAtLeast * to, name);
    else atLeast(draft, beyond(shareAtLeast), 0, name);
  }
  if (shareAtMost !== undefined) {
    if (isFixed) atMost(draft, weights, shareAtMost * to, name);
    else atMost(draft, beyond(shareAtMost), 0, name);
  }
}

function addPeriodShares(draft: Draft, limit: Limit, { weights, periods, name }: LimitedPart): void {
  const { periodShareAtLeast: least, periodShareAtMost: most } = limit;
  for (const { share, period } of periods) {
    const beyond = (of: number): Float64Array => share.map((own, i) => own - of * weights[i]);
    if (most !== undefined) atMost(draft, beyond(most), 0, `${name} (${period})`);
    if (least !== undefined) atLeast(draft, beyond(least), 0, `${name} (${period})`);
  }
}

function negative(weights: Float64Array): Float64Array {
  return weights.map((weight) => -weight);
}

function atLeast(draft: Draft, weights: Float64Array, bound: number, name: string): void {
  atMost(
    draft,
    weights.map((weight) => -weight),
    -bound,
    name,
  );
}

/** weights · x ≤ bound; over one variable it is a bound. */
function atMost(draft: Draft, weights: Float64Array, bound: number, name: string): void {
  const row = sparse(weights, "atMost", bound);
  if (row.indices.length === 0) {
    // Nothing is limited; what can not hold for nothing is kept, so that the conflict is found.
    if (bound < 0) cutUpper(draft, 0, -1, name);
    return;
  }
  if (row.indices.length > 1) {
    draft.constraints.push(row);
    draft.names.push(name);
  } else if (row.coefficients[0] > 0) cutUpper(draft, row.indices[0], bound / row.coefficients[0], name);
  else raiseLower(draft, row.indices[0], bound / row.coefficients[0], name);
}

function raiseLower({ lower, lowerNames }: Draft, i: number, bound: number, name: string): void {
  if (bound <= lower[i]) return;
  lower[i] = bound;
  lowerNames[i] = name;
}

function cutUpper({ upper, upperNames }: Draft, i: number, bound: number, name: string): void {
  if (bound >= upper[i]) return;
  upper[i] = bound;
  upperNames[i] = name;
}

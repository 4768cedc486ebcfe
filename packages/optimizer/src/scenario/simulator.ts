/** Simulator: a plan that is changed step by step, and what it would bring. */

import { type Issue, makeIssue, throwIfErrors } from "@mmm/data";
import type { ResponseSurface } from "@mmm/model";
import { type Plan, planOf, selectedElements, type Selection, todayPlan } from "../decision/plan.js";
import { type Scenario, simulatePlan, type SimulateOptions } from "./simulate-plan.js";

/** One change of a plan. What the selection leaves out stands for all. */
export interface PlanChange extends Selection {
  /** Money of the selection together, ≥ 0: spread as it is spread now, evenly where nothing is spent. */
  readonly spend?: number;
  /** Relative change of the selection, ≥ −1: 0.2 is 20 % more. */
  readonly change?: number;
}

/** A plan under change; every step gives a new simulator and leaves the old one as it was. */
export interface Simulator {
  readonly plan: Plan;
  /** The changes that led here, the first first. */
  readonly changes: readonly PlanChange[];
  /**
   * Changes the plan.
   *
   * @throws {IssueError} `plan.unknown-name`, `plan.wrong-change`
   */
  readonly change: (change: PlanChange) => Simulator;
  /** The simulator before the last change; itself where there was none. */
  readonly undo: () => Simulator;
  /** What the plan brings, beside today's. */
  readonly simulate: (options?: SimulateOptions) => Scenario;
}

/**
 * A simulator that begins at today's plan.
 *
 * @param surface  from `responseSurface`
 * @param plan     where it begins; default today's
 * @returns        the simulator
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * const more = makeSimulator(surface).change({ channel: "search", change: 0.5 });
 * more.simulate().lift.mean > 0; // => true
 * more.undo().simulate().lift.mean; // => 0
 */
export function makeSimulator(surface: ResponseSurface, plan: Plan = todayPlan(surface)): Simulator {
  return simulatorAt(surface, plan, [], undefined);
}

function simulatorAt(
  surface: ResponseSurface,
  plan: Plan,
  changes: readonly PlanChange[],
  before: Simulator | undefined,
): Simulator {
  const here: Simulator = {
    plan,
    changes,
    change: (change) =>
      simulatorAt(surface, planOf(surface, changedSpend(plan, change)), [...changes, change], here),
    undo: () => before ?? here,
    simulate: (options) => simulatePlan(surface, plan, options),
  };
  return here;
}

/** The spend of a plan after one change. */
export function changedSpend(plan: Plan, change: PlanChange): Float64Array {
  throwIfErrors(checkChange(change));
  const elements = selectedElements(plan, change);
  const before = elements.reduce((total, k) => total + plan.spend[k], 0);
  const after = change.spend ?? before * (1 + change.change!);
  const spend = plan.spend.slice();
  for (const k of elements)
    spend[k] = before > 0 ? (plan.spend[k] * after) / before : after / elements.length;
  return spend;
}

function checkChange({ channel, cell, period, spend, change }: PlanChange): readonly Issue[] {
  const isOne = (spend === undefined) !== (change === undefined);
  const isRight =
    isOne && (spend === undefined ? change! >= -1 && change! < Infinity : spend >= 0 && spend < Infinity);
  if (isRight) return [];
  const got = isOne
    ? spend === undefined
      ? `change ${change}`
      : `spend ${spend}`
    : spend === undefined
      ? "neither"
      : "both";
  return [
    makeIssue({
      code: "plan.wrong-change",
      place: { channel, cell, period },
      ...{ rule: "a change must have spend ≥ 0 or change ≥ -1, one of them", got },
      advice: "Write spend: 1000, or change: 0.2 for 20 % more.",
    }),
  ];
}

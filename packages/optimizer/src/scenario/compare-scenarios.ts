/** Any number of named plans beside today's. */

import type { ResponseSurface } from "@mmm/model";
import { type Plan, todayPlan } from "../decision/plan.js";
import { planOutcome } from "../decision/plan-outcome.js";
import { describeScenario, type Scenario, type SimulateOptions } from "./simulate-plan.js";

/** A scenario with its name. */
export interface NamedScenario extends Scenario {
  readonly name: string;
}

/**
 * Simulates named plans, today's first.
 *
 * @param surface  from `responseSurface`
 * @param plans    by name
 * @param options  probability of the intervals
 * @returns        `"today"`, then one scenario per plan in the given order
 * @throws  {IssueError} what `simulatePlan` refuses
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * const more = makeSimulator(surface).change({ change: 0.1 }).plan;
 * compareScenarios(surface, { more }).map(({ name }) => name); // => ["today", "more"]
 */
export function compareScenarios(
  surface: ResponseSurface,
  plans: Readonly<Record<string, Plan>>,
  { interval = 0.9 }: SimulateOptions = {},
): readonly NamedScenario[] {
  const before = planOutcome(surface, surface.spend);
  return [["today", todayPlan(surface)] as const, ...Object.entries(plans)].map(([name, plan]) => ({
    name,
    ...describeScenario(surface, plan, before, interval),
  }));
}

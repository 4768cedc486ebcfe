/** From a solution to the allocation that tells it: outcomes, returns, the distribution of the optimum, and regrets. */

import { estimate, type ResponseSurface } from "@mmm/model";
import { mean, sum } from "@mmm/numerics";
import { planOf, todayPlan } from "../decision/plan.js";
import { writeSpend } from "../decision/plan-space.js";
import { type PlanOutcome, planOutcome } from "../decision/plan-outcome.js";
import type { Allocation, AllocationRow } from "./allocation.js";
import { bestOfDraws, type OptimaOfDraws, spacedDraws } from "./optima-of-draws.js";
import type { OptimizeOptions } from "./optimize-options.js";
import type { Question } from "./question.js";
import { allocationRow, type RowMatter } from "./allocation-row.js";
import { feasibleSet } from "../problem/feasible-set.js";
import { decidedSet } from "../solve/branch-and-bound.js";
import type { Solution, Task } from "../solve/solution.js";
import type { Solved } from "./solve-budget.js";
import { valueOfInformation } from "./value-of-information.js";

/** Tells a solution. */
export function makeAllocation(
  question: Question,
  solved: Solved & { readonly kind: "solved" },
  { interval = 0.9, optimumDraws = 200 }: OptimizeOptions,
): Allocation {
  const { surface, space, source } = question;
  const { solution } = solved;
  const spend = new Float64Array(surface.spend.length);
  writeSpend(space, solution.x, spend);
  const before = planOutcome(surface, surface.spend);
  const after = planOutcome(surface, spend);
  const fixed = atOwnBudget(question, solved);
  const asked = spacedDraws(source.draws, optimumDraws);
  const optima = asked.length === 0 ? undefined : bestOfDraws(fixed.task, fixed.solution, asked);
  const price = marginOf(after, spend, space);
  return {
    kind: "allocated",
    plan: planOf(surface, spend),
    today: todayPlan(surface),
    unit: surface.unit,
    ...totalsOf(question, solved, { before, after, spend, interval }),
    ...rowsOf(question, { before, after, optima, spend, price, interval }),
    ...(optima && {
      regret: { today: regretOf(optima, before.total), plan: regretOf(optima, after.total) },
      information: {
        perfect: Math.max(0, regretOf(optima, after.total)),
        channels: valueOfInformation(question, fixed.task, fixed.solution),
      },
    }),
    solver: {
      method: question.settings.method,
      ...{ status: solution.status, residual: solution.residual, violation: solution.violation },
      ...{ certificate: solution.certificate, climbs: solution.climbs, passes: solution.passes },
    },
    draws: source.draws,
    optimumDraws: asked.length,
    interval,
  };
}

type Totals = Pick<
  Allocation,
  | "spend"
  | "spendToday"
  | "objective"
  | "outcomeToday"
  | "outcome"
  | "lift"
  | "probabilityOfImprovement"
  | "marginalReturn"
  | "isAtUpperEnd"
>;

function totalsOf(
  { problem, objective, comparison, today, range: asked, source }: Question,
  { solution, task, range }: Solved & { readonly kind: "solved" },
  { before, after, spend, interval }: Pick<RowMatter, "before" | "after" | "spend" | "interval">,
): Totals {
  const money = sum(spend);
  const lift = after.total.map((value, draw) => value - before.total[draw]);
  const judged = objective.evaluate(
    { ...task.comparison, outcome: comparison.today, spend: today },
    new Float64Array(source.draws),
  );
  const { budget } = problem;
  return {
    ...{ spend: money, spendToday: today },
    objective: { about: objective.about, value: solution.worth.value, today: judged.value },
    outcomeToday: estimate(before.total, interval),
    outcome: estimate(after.total, interval),
    lift: estimate(lift, interval),
    probabilityOfImprovement: mean(lift.map((value) => (value > 0 ? 1 : 0))),
    marginalReturn: solution.multipliers[0] + (budget.kind === "target-marginal-roi" ? budget.roi : 0),
    isAtUpperEnd: budget.kind !== "fixed" && range.to === asked.to && money >= asked.to * (1 - 1e-6),
  };
}

/** The same question about the plan's own money: what more money could do is no regret about where it went. */
function atOwnBudget(
  { surface, problem, space, range }: Question,
  { task, solution }: Pick<Solved & { readonly kind: "solved" }, "task" | "solution">,
): { readonly task: Task; readonly solution: Solution } {
  if (range.from === range.to) return { task, solution };
  const money = solution.x.reduce((total, value) => total + value, 0);
  const set = feasibleSet(problem, surface, space, { from: money, to: money });
  const isOn = set.onOff.map(({ variables }) => variables.some((i) => solution.x[i] > 0));
  const polytope = decidedSet(set, isOn) ?? set;
  return { task: { ...task, set, near: solution.x }, solution: { ...solution, polytope } };
}

/** Mean outcome of one more unit, spread over items as the plan's money is. */
function marginOf(
  { marginal, total }: PlanOutcome,
  spend: Float64Array,
  { periods, items }: Question["space"],
): number {
  const money = spend.reduce((sum, value) => sum + value, 0);
  let margin = 0;
  for (let item = 0; item < items; item++) {
    let own = 0;
    for (let t = 0; t < periods; t++) own += spend[item * periods + t];
    for (let draw = 0; draw < total.length; draw++) {
      margin += (own * marginal[draw * items + item]) / (money * total.length);
    }
  }
  return money > 0 ? margin : 0;
}

function regretOf({ draws, value }: OptimaOfDraws, outcome: Float64Array): number {
  return mean(value.map((best, k) => best - outcome[draws[k]]));
}

function rowsOf(
  question: Question,
  matter: RowMatter,
): { readonly channels: readonly AllocationRow[]; readonly cells: readonly AllocationRow[] } {
  const { channels, cells }: ResponseSurface = question.surface;
  const itemsOf = (c: number): readonly number[] => cells.map((_, g) => c * cells.length + g);
  const rows = channels.map((channel, c) => ({ channel, ...allocationRow(question, matter, itemsOf(c)) }));
  if (cells.length === 1) return { channels: rows, cells: [] };
  return {
    channels: rows,
    cells: channels.flatMap((channel, c) =>
      cells.map((cell, g) => ({ channel, cell, ...allocationRow(question, matter, [c * cells.length + g]) })),
    ),
  };
}

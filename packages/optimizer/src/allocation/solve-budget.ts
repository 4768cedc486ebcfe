/** From a question to its solution: fixed budgets directly, targets by looking for the budget that meets them. */

import { type Conflict, findPlan } from "../problem/find-plan.js";
import { type BudgetRange, type FeasibleSet, feasibleSet } from "../problem/feasible-set.js";
import type { Objective } from "../objective/objective.js";
import { type Curve } from "../solve/curve.js";
import { curveTable } from "../solve/curve-table.js";
import type { Solution, Task } from "../solve/solution.js";
import { solveTask } from "../solve/solve-task.js";
import { bestOfDraws } from "./optima-of-draws.js";
import type { Question } from "./question.js";

/** A solution with the set it lies in, or why there is none. */
export type Solved =
  | {
      readonly kind: "solved";
      readonly solution: Solution;
      readonly set: FeasibleSet;
      readonly task: Task;
      readonly range: BudgetRange;
    }
  | { readonly kind: "infeasible"; readonly conflict: Conflict };

/** Solves a question for its own budget. */
export function solveBudget(question: Question): Solved {
  const { budget } = question.problem;
  switch (budget.kind) {
    case "fixed":
    case "between":
      return solveRange(question, question.range);
    case "target-marginal-roi":
      return solveRange({ ...question, objective: lessCost(question.objective, budget.roi) }, question.range);
    case "target-roi":
      return largestBudget(question, budget.roi);
    case "target-outcome":
      return leastBudget(question, budget.outcome);
  }
}

/** Solves for a range of budgets. Known curves save the passes over the draws that find them. */
export function solveRange(question: Question, range: BudgetRange, curves?: readonly Curve[]): Solved {
  const { surface, problem, space, source, settings, objective } = question;
  const set = feasibleSet(problem, surface, space, range);
  const found = findPlan(set, scaledToday(question, range));
  if ("conflict" in found) return { kind: "infeasible", conflict: found.conflict };
  const task: Task = {
    ...{ source, set, objective, settings, near: found.point, unit: question.unit, worth: question.worth },
    comparison: question.comparison,
    ...(curves === undefined ? {} : { curves }),
  };
  const complete = objective.needsBest ? withBest(task) : task;
  const solution = solveTask(complete);
  if (solution === undefined) return { kind: "infeasible", conflict: minimaConflict(set) };
  return { kind: "solved", solution, set, task: complete, range };
}

/** Curves of all items over everything a question allows, for many budgets. */
export function sharedCurves(
  { surface, problem, space, source, objective }: Question,
  to: number,
): readonly Curve[] | undefined {
  if (!space.isFlighted || objective.needsBest) return undefined;
  const even = new Float64Array(source.draws).fill(1 / source.draws);
  if (objective.shape === "linear") {
    // The weights of a linear objective are not even where it has a margin; its own curves are made each time.
    const probe = even.slice();
    const { perSpend } = objective.evaluate(
      { outcome: even, today: even, best: even, spend: 0, spendToday: 0, scale: 1 },
      probe,
    );
    if (perSpend !== 0 || probe.some((weight) => weight !== even[0])) return undefined;
  }
  const set = feasibleSet(problem, surface, space, { from: 0, to });
  return curveTable(source, even, set, 0);
}

function scaledToday({ space, today }: Question, { from, to }: BudgetRange): Float64Array {
  const factor = today > 0 ? Math.min(Math.max(today, from), to) / today : 0;
  return space.today.map((value) => (today > 0 ? value * factor : to / space.size));
}

/** What each draw alone would call best, from the plan that is best on average. */
function withBest(task: Task): Task {
  const mean: Objective = {
    about: "",
    shape: "linear",
    inOutcomeUnits: true,
    evaluate: ({ outcome }, slope) => {
      slope.fill(1 / outcome.length);
      return { value: 0, perSpend: 0 };
    },
  };
  const average = solveTask({ ...task, objective: mean });
  if (average === undefined) return task;
  const draws = Int32Array.from({ length: task.source.draws }, (_, draw) => draw);
  return { ...task, comparison: { ...task.comparison, best: bestOfDraws(task, average, draws).value } };
}

function lessCost(objective: Objective, roi: number): Objective {
  return {
    ...objective,
    about: `${objective.about}, until one more unit of money brings less than ${roi}`,
    evaluate: (distribution, slope) => {
      const { value, perSpend } = objective.evaluate(distribution, slope);
      return { value: value - roi * distribution.spend, perSpend: perSpend - roi };
    },
  };
}

function minimaConflict({ onOff }: FeasibleSet): Conflict {
  const constraints = onOff.map(({ name }) => name);
  return {
    constraints,
    gap: 0,
    message: `budget: limits must leave a plan, got minima (${constraints.join("; ")}) that no choice of channels fits with the other limits. Loosen one of them.`,
  };
}

/** Budgets at which a target is tried before it is found exactly. */
const TRIES = 16;
/** Rounds of regula falsi; each gains about half of the digits that are missing. */
const ROUNDS = 24;
const CLOSE = 1e-7;

type Balance = (solved: Solved & { readonly kind: "solved" }, budget: number) => number;

/** The largest budget whose best plan still has the ROI. */
function largestBudget(question: Question, roi: number): Solved {
  return budgetOf(question, (solved, budget) => solved.solution.worth.value - roi * budget, {
    order: "largest",
    what: `an ROI of ${roi}`,
    reached: (solved, budget) => `${shown(solved.solution.worth.value / budget)}`,
  });
}

/** The least budget whose best plan brings the outcome. */
function leastBudget(question: Question, outcome: number): Solved {
  return budgetOf(question, (solved) => solved.solution.worth.value - outcome, {
    order: "least",
    what: `an outcome of ${outcome}`,
    reached: (solved) => `${shown(solved.solution.worth.value)}`,
  });
}

interface Wanted {
  readonly order: "largest" | "least";
  readonly what: string;
  readonly reached: (solved: Solved & { readonly kind: "solved" }, budget: number) => string;
}

/** The first budget in order whose balance is not negative, then the zero of the balance beside it. */
function budgetOf(question: Question, balance: Balance, wanted: Wanted): Solved {
  const { from, to } = question.range;
  const curves = sharedCurves(question, to);
  const at = (budget: number): Solved => solveRange(question, { from: budget, to: budget }, curves);
  const budgets = Array.from({ length: TRIES + 1 }, (_, k) => from + ((to - from) * k) / TRIES).filter(
    (b) => b > 0,
  );
  if (wanted.order === "largest") budgets.reverse();
  let before: { readonly budget: number; readonly balance: number } | undefined;
  let nearest: { readonly text: string; readonly budget: number; readonly balance: number } | undefined;
  let conflict: Conflict | undefined;
  for (const budget of budgets) {
    const solved = at(budget);
    if (solved.kind === "infeasible") {
      conflict ??= solved.conflict;
      before = undefined;
      continue;
    }
    const own = balance(solved, budget);
    if (own >= 0)
      return before === undefined
        ? solveRange(question, { from: budget, to: budget })
        : refine(question, at, balance, before, { budget, balance: own });
    before = { budget, balance: own };
    if (nearest === undefined || own > nearest.balance)
      nearest = { text: wanted.reached(solved, budget), budget, balance: own };
  }
  if (nearest === undefined) return { kind: "infeasible", conflict: conflict! };
  const target = `${wanted.what}, with a budget from ${shown(from)} to ${shown(to)}`;
  const message = `budget: the target must be within reach, got ${target}, where at most ${nearest.text} can be had, at ${shown(nearest.budget)}. Lower the target or widen the budget.`;
  return { kind: "infeasible", conflict: { constraints: [target], gap: -nearest.balance, message } };
}

interface Tried {
  readonly budget: number;
  readonly balance: number;
}

/** Regula falsi (Illinois) between a budget that misses the target and one that meets it; ends on one that meets it. */
function refine(
  question: Question,
  at: (budget: number) => Solved,
  balance: Balance,
  miss: Tried,
  meet: Tried,
): Solved {
  let [bad, good] = [miss, meet];
  let [badWeight, goodWeight] = [bad.balance, good.balance];
  for (let round = 0; round < ROUNDS && Math.abs(good.budget - bad.budget) > CLOSE * good.budget; round++) {
    const share = goodWeight / (goodWeight - badWeight);
    const clipped = Math.min(Math.max(share, 0.001), 0.999);
    const budget = good.budget + clipped * (bad.budget - good.budget);
    const solved = at(budget);
    const own = solved.kind === "infeasible" ? -Infinity : balance(solved, budget);
    if (own >= 0) {
      good = { budget, balance: own };
      [goodWeight, badWeight] = [own, badWeight / 2];
      if (own <= CLOSE * question.worth) break;
    } else {
      bad = { budget, balance: own };
      [badWeight, goodWeight] = [Math.max(own, -1e6 * question.worth), goodWeight / 2];
    }
  }
  return solveRange(question, { from: good.budget, to: good.budget });
}

function shown(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Question: a budget problem put to a response surface, with everything that is the same for every budget. */

import { type Issue, makeIssue, throwIfErrors } from "@mmm/data";
import type { ResponseSurface } from "@mmm/model";
import { mean, variance } from "@mmm/numerics";
import { outcomeSource, type OutcomeSource } from "../decision/outcomes.js";
import { planOutcome } from "../decision/plan-outcome.js";
import { type PlanSpace, planSpace } from "../decision/plan-space.js";
import type { Objective } from "../objective/objective.js";
import { objectives, type ObjectiveName } from "../objective/objectives.js";
import type { Amount, BudgetProblem } from "../problem/budget-problem.js";
import { checkProblemNames } from "../problem/check-problem-names.js";
import { amountOf, type BudgetRange } from "../problem/feasible-set.js";
import type { SolverSettings } from "../solve/solution.js";
import type { Comparison } from "../solve/valuation.js";

/** How a problem is solved. */
export interface SolveOptions {
  /** An objective of one's own, instead of the one that the problem names. */
  readonly objective?: Objective;
  /**
   * `"global"` (default): branch and bound over the curves of all items, then an exact local search. `"gradient"`: local searches
   * from many starts. `"greedy"`: small steps to the steepest curve, as Meridian.
   */
  readonly method?: SolverSettings["method"];
  /** Random starts where there may be several local optima. Default 8. */
  readonly starts?: number;
  /** Of the random starts. Default 1. */
  readonly seed?: number | string;
  /** Relative distance to the bound at which a global search ends. Default 1e-6, below what 1e4 draws can tell. */
  readonly gap?: number;
  /** Parts that branch and bound looks at. Default 400, a fraction of a second for a dozen items. */
  readonly nodes?: number;
}

/** Posteriors of incremental outcome spread over more than this share of it. */
const LEAST_SPREAD = 0.05;

/** What every solver needs. */
export interface Question {
  readonly surface: ResponseSurface;
  readonly problem: BudgetProblem;
  readonly objective: Objective;
  readonly space: PlanSpace;
  readonly source: OutcomeSource;
  readonly settings: SolverSettings;
  /** Money of today's plan. */
  readonly today: number;
  /** What the budget allows. */
  readonly range: BudgetRange;
  readonly comparison: Comparison;
  /** Money, and outcome, that count as one. */
  readonly unit: number;
  readonly worth: number;
}

/** Puts the question; throws one `IssueError` with everything that is wrong with it. */
export function askQuestion(
  surface: ResponseSurface,
  problem: BudgetProblem,
  options: SolveOptions,
): Question {
  const spent = surface.spend.reduce((total, value) => total + value, 0);
  throwIfErrors([
    ...checkProblemNames(problem, surface),
    ...checkAmounts(problem, spent),
    ...checkTarget(problem, options),
  ]);
  const objective = options.objective ?? namedObjective(problem);
  const { total, byItem } = planOutcome(surface, surface.spend);
  throwIfErrors(checkDraws(surface, byItem));
  const space = planSpace(surface, problem.flighting);
  const range = rangeOf(problem, spent);
  const scale = total.length < 2 ? 0 : Math.sqrt(variance(total));
  const size = Math.abs(mean(total));
  return {
    ...{ surface, problem, objective, space, range, today: spent },
    source: outcomeSource(surface, space),
    settings: {
      method: options.method ?? "global",
      starts: options.starts ?? 8,
      seed: options.seed ?? 1,
      gap: options.gap ?? 1e-6,
      nodes: options.nodes ?? 400,
    },
    comparison: {
      today: total,
      best: total,
      spendToday: spent,
      // One draw, or draws that happen to agree today, have no spread to smooth over: a share of the outcome stands in for it.
      scale: Math.max(scale, LEAST_SPREAD * (size > 0 ? size : 1)),
    },
    unit: range.to > 0 ? range.to : 1,
    worth: size > 0 ? size : 1,
  };
}

/** The objective that a problem names. */
function namedObjective({ objective: { kind, parameters } }: BudgetProblem): Objective {
  // The table makes each kind of the parameters that its own schema accepted.
  const made = objectives[kind as ObjectiveName] as { readonly make: (given: object) => Objective };
  return made.make(parameters);
}

function rangeOf({ budget }: BudgetProblem, today: number): BudgetRange {
  if (budget.kind === "fixed") {
    const total = amountOf(budget.total, today);
    return { from: total, to: total };
  }
  return { from: amountOf(budget.from, today), to: amountOf(budget.to, today) };
}

function checkAmounts({ budget }: BudgetProblem, today: number): readonly Issue[] {
  const amounts: readonly Amount[] = budget.kind === "fixed" ? [budget.total] : [budget.from, budget.to];
  const relative = amounts.some((amount) => typeof amount !== "number");
  const place = { path: "problem.budget" };
  if (relative && today === 0) {
    return [
      makeIssue({
        ...{ code: "problem.no-spend-today", place, rule: "a budget in shares of today's needs spend today" },
        ...{ got: "none in the window", advice: "Give the budget as an amount of money." },
      }),
    ];
  }
  const [from, to] = [amountOf(amounts[0], today), amountOf(amounts[amounts.length - 1], today)];
  if (from <= to && to > 0) return [];
  return [
    makeIssue({
      ...{
        code: "problem.no-budget",
        place,
        rule: "the budget must end above 0 and not below where it begins",
      },
      ...{ got: from <= to ? String(to) : `from ${from} to ${to}`, advice: "Change the amounts." },
    }),
  ];
}

/** Targets are held against the objective's own measure of outcome. */
function checkTarget(problem: BudgetProblem, options: SolveOptions): readonly Issue[] {
  const isTarget = problem.budget.kind.startsWith("target");
  const objective = options.objective ?? namedObjective(problem);
  if (!isTarget || objective.inOutcomeUnits) return [];
  return [
    makeIssue({
      code: "problem.target-without-outcome",
      place: { path: "problem.objective" },
      rule: "a target of ROI or outcome needs an objective in units of outcome",
      got: `"${problem.objective.kind}"`,
      allowed: "mean, median, quantile, cvar, mean-minus-risk",
      advice: "Choose one of them, or a budget without a target.",
    }),
  ];
}

/** Draws whose outcome is no number say nothing, and would say it of every mean. */
function checkDraws({ draws, channels, cells }: ResponseSurface, byItem: Float64Array): readonly Issue[] {
  const items = channels.length * cells.length;
  const broken = new Map<string, number[]>();
  byItem.forEach((value, k) => {
    if (Number.isFinite(value)) return;
    const channel = channels[Math.floor((k % items) / cells.length)];
    broken.set(channel, [...(broken.get(channel) ?? []), Math.floor(k / items)]);
  });
  const noDraws = draws > 0 ? [] : [drawIssue({ path: "surface" }, "none")];
  return [
    ...noDraws,
    ...[...broken].map(([channel, list]) =>
      drawIssue({ channel }, `${new Set(list).size} of ${draws} that is not, the first draw ${list[0]}`),
    ),
  ];
}

function drawIssue(place: Issue["place"], got: string): Issue {
  return makeIssue({
    ...{
      code: "surface.draw-not-finite",
      place,
      rule: "every draw must give a finite outcome of today's plan",
      got,
    },
    advice: "Look at the verdict of the fit, and fit again.",
  });
}

/** The efficiency frontier: the best outcome of every budget, with its band. */

import { type Estimate, estimate, type ResponseSurface } from "@mmm/model";
import { type Plan, planOf } from "../decision/plan.js";
import { writeSpend } from "../decision/plan-space.js";
import { askQuestion, type SolveOptions } from "../allocation/question.js";
import { sharedCurves, solveRange } from "../allocation/solve-budget.js";
import type { BudgetProblem } from "../problem/budget-problem.js";

/** The best plan of one budget. */
export interface FrontierPoint {
  readonly budget: number;
  /** Factor on today's spend; Infinity where nothing is spent today. */
  readonly timesToday: number;
  /** Absent where limits leave no plan for this budget. */
  readonly best?: {
    readonly plan: Plan;
    readonly outcome: Estimate;
    /** Outcome per money. */
    readonly roi: Estimate;
    /** Value of one more unit of budget. */
    readonly marginalReturn: number;
    readonly value: number;
    readonly status: "optimal" | "feasible";
  };
  /** Why there is none. */
  readonly conflict?: string;
}

/** Which budgets, and how they are solved. */
export interface FrontierOptions extends SolveOptions {
  /** Factors on today's spend. Default 0.5, 0.6 … 1.5. */
  readonly levels?: readonly number[];
  readonly interval?: number;
}

const usualLevels = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5];

/**
 * Optimizes every budget by itself, under the limits of the problem; its own budget is left aside.
 *
 * @param surface  from `responseSurface`
 * @param problem  from `parseBudgetProblem`
 * @param options  budgets as factors on today's, solver, probability of the band
 * @returns        one point per budget, in the given order
 * @throws  {IssueError} what `optimizeBudget` refuses
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * const [less, same] = efficiencyFrontier(surface, parseBudgetProblem({}), { levels: [0.8, 1] });
 * less.best!.outcome.mean < same.best!.outcome.mean; // => true
 * less.best!.marginalReturn > same.best!.marginalReturn; // => true
 */
export function efficiencyFrontier(
  surface: ResponseSurface,
  problem: BudgetProblem,
  { levels = usualLevels, interval = 0.9, ...options }: FrontierOptions = {},
): readonly FrontierPoint[] {
  const most = Math.max(...levels);
  const open: BudgetProblem = { ...problem, budget: { kind: "fixed", total: { timesToday: most } } };
  const question = askQuestion(surface, open, options);
  const curves = sharedCurves(question, question.range.to);
  return levels.map((timesToday) => {
    const budget = timesToday * question.today;
    const solved = solveRange(question, { from: budget, to: budget }, curves);
    if (solved.kind === "infeasible") return { budget, timesToday, conflict: solved.conflict.message };
    const { solution } = solved;
    const spend = new Float64Array(surface.spend.length);
    writeSpend(question.space, solution.x, spend);
    const { outcome, value } = solution.worth;
    return {
      budget,
      timesToday,
      best: {
        plan: planOf(surface, spend),
        outcome: estimate(outcome, interval),
        roi: estimate(
          outcome.map((own) => own / budget),
          interval,
        ),
        ...{ marginalReturn: solution.multipliers[0], value, status: solution.status },
      },
    };
  });
}

/** Budgets that planners ask about first: a cut, today's, and increases, as factors on today's. */
const planningLevels = [0.9, 1, 1.1, 1.2, 1.5];

/**
 * The frontier at the budgets that planners ask about: 90, 100, 110, 120 and 150 % of today's.
 *
 * @param surface  from `responseSurface`
 * @param problem  from `parseBudgetProblem`
 * @param options  solver, probability of the intervals
 * @returns        five points
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * budgetLevels(surface, parseBudgetProblem({})).map(({ timesToday }) => timesToday); // => [0.9, 1, 1.1, 1.2, 1.5]
 */
export function budgetLevels(
  surface: ResponseSurface,
  problem: BudgetProblem,
  options: Omit<FrontierOptions, "levels"> = {},
): readonly FrontierPoint[] {
  return efficiencyFrontier(surface, problem, { ...options, levels: planningLevels });
}

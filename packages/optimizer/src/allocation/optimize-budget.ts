/** The door: a response surface and a budget problem in, an allocation out. Read this first. */

import type { ResponseSurface } from "@mmm/model";
import type { BudgetProblem } from "../problem/budget-problem.js";
import type { Allocation, Infeasible } from "./allocation.js";
import { makeAllocation } from "./make-allocation.js";
import { askQuestion } from "./question.js";
import type { OptimizeOptions } from "./optimize-options.js";
import { solveBudget } from "./solve-budget.js";

/**
 * The best budget: where money should go so that the objective over all posterior draws is largest, under limits by name.
 *
 * Definition: plans maximize the objective over the incremental outcome of every draw (not the outcome of mean parameters). What
 * spend before the window still does is taken into account; what spend inside it does afterwards counts.
 *
 * Assumes that responses stay what they were in the data, that exposure costs what it costs today, and that channels do not move
 * each other.
 *
 * @param surface  from `responseSurface` of a fit
 * @param problem  from `parseBudgetProblem`
 * @param options  objective of one's own, solver, intervals
 * @returns        the allocation, or the limits that conflict; a search that ended early says so (`solver.status`, `gap`)
 * @throws  {IssueError} names that the surface does not have, amounts that are no budget, draws that are not finite
 * @source birgin2000, rockafellar2000
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const surface = responseSurface(await exampleFit(), { periods: 13, draws: 50 });
 * const best = optimizeBudget(surface, parseBudgetProblem({ limits: [{ channel: "tv", shareAtMost: 0.5 }] }));
 * best.kind === "allocated" && best.solver.status; // => "optimal"
 */
export function optimizeBudget(
  surface: ResponseSurface,
  problem: BudgetProblem,
  options: OptimizeOptions = {},
): Allocation | Infeasible {
  const question = askQuestion(surface, problem, options);
  const solved = solveBudget(question);
  if (solved.kind === "infeasible") return solved;
  return makeAllocation(question, solved, options);
}

/** @mmm/optimizer: budgets, scenarios and what-if over posterior draws. */

export { optimizeBudget } from "./allocation/optimize-budget.js";
export type { OptimizeOptions } from "./allocation/optimize-options.js";
export type { Allocation, AllocationRow, Infeasible, Regrets } from "./allocation/allocation.js";
export type { SolveOptions } from "./allocation/question.js";
export type { ChannelInformation } from "./allocation/value-of-information.js";
export { type Plan, type Selection, spendOf, todayPlan } from "./decision/plan.js";
export type { Objective, ObjectiveKind, ObjectiveValue, OutcomeDistribution } from "./objective/objective.js";
export { type ObjectiveName, objectives } from "./objective/objectives.js";
export type {
  Amount,
  Budget,
  BudgetProblem,
  Flighting,
  Limit,
  ObjectiveChoice,
} from "./problem/budget-problem.js";
export { checkProblemNames } from "./problem/check-problem-names.js";
export type { Conflict } from "./problem/find-plan.js";
export { parseBudgetProblem } from "./problem/parse-budget-problem.js";
export type { BudgetProblemInput } from "./problem/problem-schema.js";
export { compareScenarios, type NamedScenario } from "./scenario/compare-scenarios.js";
export { forecastPlan, type ForecastPlanOptions, type FutureControl } from "./scenario/forecast-plan.js";
export {
  budgetLevels,
  efficiencyFrontier,
  type FrontierOptions,
  type FrontierPoint,
} from "./scenario/frontier.js";
export { type Headroom, saturationHeadroom } from "./scenario/saturation-headroom.js";
export { sensitivity, type SensitivityRow } from "./scenario/sensitivity.js";
export {
  type Scenario,
  type ScenarioChannel,
  simulatePlan,
  type SimulateOptions,
} from "./scenario/simulate-plan.js";
export { makeSimulator, type PlanChange, type Simulator } from "./scenario/simulator.js";
export type { Certificate } from "./solve/solution.js";

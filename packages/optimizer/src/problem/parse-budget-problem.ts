/** The door of a budget problem: from JSON or YAML values to a `BudgetProblem` with every default written in. */

import { checkSchema, type Issue, type SchemaSource, throwIfErrors } from "@mmm/data";
import { objectives, type ObjectiveName } from "../objective/objectives.js";
import type { Amount, Budget, BudgetProblem, Flighting, Limit, ObjectiveChoice } from "./budget-problem.js";
import { type BudgetProblemInput, type LimitInput, problemSchema } from "./problem-schema.js";

/** A flexible budget may spend up to twice as much as today, beyond which there is hardly ever a datum. */
const furthest: Amount = { timesToday: 2 };

/**
 * Checks a budget problem and writes every default into it. Names of channels and cells are checked later, against what is
 * optimized.
 *
 * Defaults: today's budget, the mean outcome, today's flighting, no limits; a flexible budget between 0 and twice today's.
 *
 * @param input   any value, as parsed from JSON or YAML; `{}` moves today's money
 * @param source  where it comes from: `file`, `root` (name before every path, default `"problem"`), `locate` (path → line)
 * @returns       the complete problem
 * @throws  {IssueError} with every issue: `problem.unknown-key`, `problem.wrong-type`, `problem.not-allowed`,
 *          `problem.out-of-range`, `problem.invalid`
 * @example
 * const problem = parseBudgetProblem({ budget: 1000, limits: [{ channel: "tv", shareAtLeast: 0.3 }] });
 * problem.objective.kind; // => "mean"
 * problem.limits[0].name; // => "tv at least 30 % of the budget"
 */
export function parseBudgetProblem(input: unknown, source: Omit<SchemaSource, "code"> = {}): BudgetProblem {
  const named = { ...source, root: source.root ?? "problem", code: "problem" };
  const issues = checkSchema(problemSchema, input, named);
  throwIfErrors(issues.length > 0 ? issues : checkObjective(input as BudgetProblemInput, named));
  const { budget, objective, flighting, limits = [] } = input as BudgetProblemInput;
  return {
    budget: completeBudget(budget),
    objective: completeObjective(objective),
    flighting: completeFlighting(flighting),
    limits: limits.map(completeLimit),
  };
}

function checkObjective({ objective }: BudgetProblemInput, source: SchemaSource): readonly Issue[] {
  const { kind, parameters } = completeObjective(objective);
  const { locate, root } = source;
  const at = {
    ...source,
    root: `${root}.objective`,
    locate: (path: readonly (string | number)[]) => locate?.(["objective", ...path]),
  };
  return checkSchema(objectives[kind as ObjectiveName].parameters, parameters, at);
}

function completeObjective(objective: BudgetProblemInput["objective"] = "mean"): ObjectiveChoice {
  if (typeof objective === "string") return { kind: objective, parameters: {} };
  const { kind, ...parameters } = objective;
  return { kind, parameters: parameters as Readonly<Record<string, number>> };
}

function completeBudget(budget: BudgetProblemInput["budget"] = "today"): Budget {
  if (budget === "today") return { kind: "fixed", total: { timesToday: 1 } };
  if (typeof budget === "number") return { kind: "fixed", total: budget };
  if ("total" in budget) return { kind: "fixed", total: budget.total };
  if ("change" in budget) return { kind: "fixed", total: { timesToday: 1 + budget.change } };
  const { from = 0, to = furthest } = budget;
  if ("targetRoi" in budget) return { kind: "target-roi", roi: budget.targetRoi, from, to };
  if ("targetMarginalRoi" in budget)
    return { kind: "target-marginal-roi", roi: budget.targetMarginalRoi, from, to };
  if ("targetOutcome" in budget) return { kind: "target-outcome", outcome: budget.targetOutcome, from, to };
  return { kind: "between", from, to };
}

function completeFlighting(flighting: BudgetProblemInput["flighting"] = "today"): Flighting {
  return typeof flighting === "string" ? { kind: flighting } : { kind: "given", weights: flighting };
}

function completeLimit(input: LimitInput): Limit {
  const { channel, cell, period, each = [], change, name, frozen, ...rest } = input;
  const bounds = { ...rest, ...(change && { changeAtLeast: -change.down, changeAtMost: change.up }) };
  const given = Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));
  return {
    name: name ?? describeLimit(input, given),
    ...(channel === undefined ? {} : { channels: listOf(channel) }),
    ...(cell === undefined ? {} : { cells: listOf(cell) }),
    ...(period === undefined ? {} : { periods: listOf(period) }),
    each: listOf(each),
    frozen: frozen ?? false,
    ...given,
  };
}

function listOf<T extends string>(value: T | readonly T[]): readonly T[] {
  return typeof value === "string" ? [value] : value;
}

const percent = (value: number): string => `${Number((100 * value).toPrecision(10))} %`;

/** What a bound of a limit says, in words that stand behind the names of what it limits. */
const words: Readonly<Record<string, (value: number) => string>> = {
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  shareAtLeast: (value) => `at least ${percent(value)} of the budget`,
  shareAtMost: (value) => `at most ${percent(value)} of the budget`,
  changeAtLeast: (value) => `at least ${percent(1 + value)} of today's`,
  changeAtMost: (value) => `at most ${percent(1 + value)} of today's`,
  minimumWhenOn: (value) => `nothing or at least ${value}`,
  periodShareAtLeast: (value) => `at least ${percent(value)} of it in each period`,
  periodShareAtMost: (value) => `at most ${percent(value)} of it in each period`,
};

function describeLimit({ channel, cell, period, frozen }: LimitInput, given: object): string {
  const of = [channel, cell, period].flatMap((names) =>
    names === undefined ? [] : [listOf(names).join(" + ")],
  );
  const bounds = Object.entries(given).flatMap(([key, value]) => words[key]?.(value as number) ?? []);
  const what = of.length === 0 ? "all channels" : of.join(", ");
  return `${what} ${[...bounds, ...(frozen ? ["as today"] : [])].join(" and ")}`;
}

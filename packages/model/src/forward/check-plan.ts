/** What is wrong with a plan for the periods after a dataset. */

import { type Dataset, didYouMean, type Issue, makeIssue, periodsAfter, showValue } from "@mmm/data";
import type { MarketPlan } from "./market-plan.js";

/** Every fault of a plan; `place` names the result that asks. */
export function checkPlan(place: string, dataset: Dataset, plan: MarketPlan): readonly Issue[] {
  const issue: Complain = (path, rule, got, advice) =>
    makeIssue({
      ...{ code: "plan.does-not-fit", place: { file: plan.name, path: `${place}.${path}` } },
      ...{ rule, got: showValue(got), advice },
    });
  const size = dataset.cells.length * plan.periods.length;
  const channels = plan.channels.flatMap(({ name, spend, exposure }): readonly PlanSeries[] => [
    { path: `channels.${name}.spend`, values: spend, least: 0 },
    ...(exposure ? [{ path: `channels.${name}.exposure`, values: exposure.values, least: 0 }] : []),
  ]);
  const controls = (plan.controls ?? []).map(({ name, values }): PlanSeries => ({
    ...{ path: `controls.${name}`, values, least: -Infinity },
  }));
  return [
    ...checkCells(dataset, plan, issue),
    ...checkPeriods(dataset, plan, issue),
    ...checkNames("channels", dataset.channels, plan.channels, issue),
    ...checkNames("controls", dataset.controls, plan.controls ?? [], issue),
    ...[...channels, ...controls].flatMap((series) => checkValues(series, size, issue)),
  ];
}

type Complain = (path: string, rule: string, got: unknown, advice: string) => Issue;

interface PlanSeries {
  readonly path: string;
  readonly values: Float64Array;
  readonly least: number;
}

function checkCells(
  dataset: Dataset,
  { cells = dataset.cells }: MarketPlan,
  issue: Complain,
): readonly Issue[] {
  const same = cells.length === dataset.cells.length && cells.every((cell, g) => cell === dataset.cells[g]);
  if (same) return [];
  const rule = `must be those of the data, in their order: ${dataset.cells.join(", ")}`;
  return [issue("cells", rule, cells.join(", "), "Put them in that order.")];
}

function checkPeriods(dataset: Dataset, { periods }: MarketPlan, issue: Complain): readonly Issue[] {
  if (periods.length === 0) {
    return [issue("periods", "must hold one or more", 0, "Plan at least the period after the data.")];
  }
  const due = periodsAfter(dataset, periods.length);
  const wrong = due.findIndex((date, t) => date !== periods[t]);
  if (wrong < 0) return [];
  const rule = `must go on where the data end, with ${due[wrong]} at place ${wrong + 1}`;
  return [issue("periods", rule, periods[wrong], "Take them from `periodsAfter(dataset, count)`.")];
}

function checkNames(
  kind: "channels" | "controls",
  wanted: readonly { readonly name: string }[],
  given: readonly { readonly name: string }[],
  issue: Complain,
): readonly Issue[] {
  const names = wanted.map(({ name }) => name);
  const known = given.map(({ name }) => name);
  const advice = kind === "channels" ? "Plan 0 for media that stop." : "Give what you expect of it.";
  const missing = names.filter((name) => !known.includes(name));
  const unknown = known.filter((name) => !names.includes(name));
  const twice = known.filter((name, i) => known.indexOf(name) !== i);
  return [
    ...missing.map((name) => issue(kind, `must hold "${name}" as the data do`, known.join(", "), advice)),
    ...unknown.map((name) =>
      issue(kind, "must be known from the data", name, didYouMean(name, names, "Leave it out.")),
    ),
    ...twice.map((name) => issue(kind, "must stand once", name, "Add the two up.")),
  ];
}

function checkValues({ path, values, least }: PlanSeries, size: number, issue: Complain): readonly Issue[] {
  if (values.length !== size) {
    return [issue(path, `must have ${size} values, cells × periods`, values.length, "Give one for each.")];
  }
  const wrong = values.findIndex((value) => !(value >= least && Math.abs(value) < Infinity));
  if (wrong < 0) return [];
  const rule = least === 0 ? "must be finite and ≥ 0" : "must be finite";
  return [issue(path, rule, values[wrong], `Mend value ${wrong + 1}.`)];
}

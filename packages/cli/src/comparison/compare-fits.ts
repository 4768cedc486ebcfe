/** Several fits side by side: which predicts better, by how much, and what each adds to a mixture of all. */

import { type Issue, makeIssue, showValue } from "@mmm/data";
import { type Fit, isTrustworthy, looOf } from "@mmm/model";
import { type ComparedModel, compareModels, stackingWeights } from "@mmm/posterior";

/** One fit in the comparison, the best first. */
export interface ComparedFit extends ComparedModel {
  /** Share in the mixture of all fits that predicts best. */
  readonly weight: number;
  /** Values of the KPI for which the score cannot be believed. */
  readonly unreliable: readonly string[];
  readonly trustworthy: boolean;
}

/** Compares fits of the same KPI by leave-one-out cross-validation. */
export function compareFits(fits: Readonly<Record<string, Fit>>): readonly ComparedFit[] {
  // Whether to speak of fits whose verdict failed is settled before.
  const told = { evenIfUntrustworthy: true };
  const scores = Object.fromEntries(Object.entries(fits).map(([name, fit]) => [name, looOf(fit, told)]));
  const elpd = Object.entries(scores).map(([name, { pointwise }]) => [name, pointwise.elpd] as const);
  const weights = stackingWeights(Object.fromEntries(elpd));
  return compareModels(scores).map((row) => ({
    ...row,
    weight: weights[row.model]!,
    unreliable: scores[row.model]!.unreliable,
    trustworthy: isTrustworthy(fits[row.model]!),
  }));
}

/** Fits of other values of the KPI cannot be compared; fits of other media and controls can. */
export function comparisonIssues(fits: Readonly<Record<string, Fit>>): readonly Issue[] {
  const [[firstName, first], ...others] = Object.entries(fits) as [[string, Fit], ...[string, Fit][]];
  return others.flatMap(([file, fit]) => {
    const got = difference(first, fit);
    if (got === undefined) return [];
    const rule = `must be a fit of the same KPI as ${firstName}`;
    const advice = "Fit both models to the same data.";
    return [makeIssue({ code: "cli.other-kpi", place: { file }, rule, got, advice })];
  });
}

function difference({ dataset: first }: Fit, { dataset: other }: Fit): string | undefined {
  if (first.kpi.name !== other.kpi.name) return `one of ${showValue(other.kpi.name)}`;
  if (first.cells.join("\n") !== other.cells.join("\n")) return "one of other cells";
  if (first.periods.join("\n") !== other.periods.join("\n"))
    return `one of ${other.periods[0]} to ${other.periods.at(-1)}`;
  if (first.kpi.values.some((value, i) => value !== other.kpi.values[i])) return "one of other values";
  const sees = ({ kpi, split }: Fit["dataset"]): string => (split?.train ?? kpi.values.map(() => 1)).join("");
  return sees(first) === sees(other) ? undefined : "one that sees other values of it";
}

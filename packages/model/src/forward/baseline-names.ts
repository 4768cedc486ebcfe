/** The parts of a baseline that results show, without the controls, which stand by name. */

import type { BaselinePart } from "../terms/baseline-columns.js";
import type { ModelTerms } from "../terms/model-terms.js";

/** A part of the baseline by name. */
export type BaselineName = Exclude<BaselinePart, "control"> | "time effects";

/** The names, in order. A centred KPI has a level, whether or not the spec has an intercept. */
export function baselineNames({ baseline, scaling }: ModelTerms): readonly BaselineName[] {
  const parts = [...new Set(baseline.columns.map(({ part }) => part))];
  const named: readonly BaselineName[] = [
    ...parts.filter((part) => part !== "control"),
    ...(baseline.timeEffects === undefined ? [] : (["time effects"] as const)),
  ];
  return named.includes("intercept") || scaling.kpiCenter === 0 ? named : ["intercept", ...named];
}

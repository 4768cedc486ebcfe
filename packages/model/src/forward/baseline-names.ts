/** The parts of a baseline that results show, without the controls, which stand by name. */

import type { Dataset } from "@mmm/data";
import { makeScaling } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { type BaselinePart, baselineColumns } from "../terms/baseline-columns.js";
import { hasTimeEffects } from "../terms/baseline-term.js";

/** A part of the baseline by name. */
export type BaselineName = Exclude<BaselinePart, "control"> | "time effects";

/** The names, in order. A centred KPI has a level, whether or not the spec has an intercept. */
export function baselineNames(dataset: Dataset, spec: ModelSpec): readonly BaselineName[] {
  const scaling = makeScaling(dataset, spec.scaling);
  const parts = [...new Set(baselineColumns(dataset, spec, scaling).map(({ part }) => part))];
  const named: readonly BaselineName[] = [
    ...parts.filter((part) => part !== "control"),
    ...(hasTimeEffects(spec.timeEffects, dataset.cells.length) ? (["time effects"] as const) : []),
  ];
  return named.includes("intercept") || scaling.kpiCenter === 0 ? named : ["intercept", ...named];
}

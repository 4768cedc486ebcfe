/** Future columns: the baseline's columns in the periods after a dataset. */

import type { Dataset } from "@mmm/data";
import type { Scaling } from "../scaling.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { type BaselineColumn, baselineColumns } from "../terms/baseline-columns.js";

/**
 * The columns of a model, each with its values in the periods that `whole` has after those of `dataset`: levels stay, lines go
 * on with their last slope, knots hold the last level, seasons and events follow the calendar, controls are as planned.
 */
export function futureColumns(
  columns: readonly BaselineColumn[],
  dataset: Dataset,
  whole: Dataset,
  spec: ModelSpec,
  scaling: Scaling,
): readonly BaselineColumn[] {
  const [seen, all] = [dataset.periods.length, whole.periods.length];
  const calendar = baselineColumns(whole, { ...spec, trend: { kind: "none" } }, scaling);
  return columns.map((column) => {
    if (column.part === "trend") {
      return { ...column, values: continued(column.values, all - seen, spec.trend.kind === "knots") };
    }
    if (column.part === "intercept") return { ...column, values: new Float64Array(all - seen).fill(1) };
    const { part, coordinate } = column;
    const same = calendar.find((own) => own.part === part && own.coordinate === coordinate)!;
    return { ...column, values: same.values.filter((_, i) => i % all >= seen) };
  });
}

/** A column after its end: with its last slope, or its last value held. */
function continued(values: Float64Array, periods: number, held: boolean): Float64Array {
  const last = values.at(-1)!;
  const slope = held ? 0 : last - values.at(-2)!;
  return Float64Array.from({ length: periods }, (_, h) => last + slope * (h + 1));
}

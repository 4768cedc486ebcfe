/** Baseline columns: intercept, trend, seasonality and controls as columns of numbers, each with a prior of its coefficient. */

import { type Dataset, dayNumber } from "@mmm/data";
import type { Prior } from "@mmm/distributions";
import { fourierSeasonality, linearTrend } from "@mmm/transforms";
import type { Scaling } from "../scaling.js";
import { controlPrior, type ModelSpec } from "../spec/model-spec.js";

/** The parts of a baseline, in the order in which they are shown. */
export type BaselinePart = "intercept" | "trend" | "seasonality" | "control";

/** One column of the linear part of the model, and what is believed of its coefficient. */
export interface BaselineColumn {
  readonly part: BaselinePart;
  /** Coordinate within the part; absent where the part is one number. */
  readonly coordinate?: string;
  /** [time] scaled. */
  readonly values: Float64Array;
  readonly prior: Prior;
  /** Factor from the scaled coefficient to natural units. */
  readonly naturalScale: number;
}

/** The axis along which a part's coefficients lie. */
export const partAxes = {
  intercept: undefined,
  trend: undefined,
  seasonality: "harmonic",
  control: "control",
} as const satisfies Readonly<Record<BaselinePart, string | undefined>>;

/** The columns of a spec for a dataset. */
export function baselineColumns(
  dataset: Dataset,
  spec: ModelSpec,
  scaling: Scaling,
): readonly BaselineColumn[] {
  const periods = dataset.periods.length;
  const kpi = scaling.kpi;
  const columns: BaselineColumn[] = [
    {
      part: "intercept",
      values: new Float64Array(periods).fill(1),
      prior: spec.intercept.prior,
      naturalScale: kpi,
    },
  ];
  if (spec.trend.kind === "linear") {
    columns.push({
      part: "trend",
      values: linearTrend({ periods }),
      prior: spec.trend.prior,
      naturalScale: kpi,
    });
  }
  const dayNumbers = Float64Array.from(dataset.periods, dayNumber);
  for (const { periodDays, harmonics, prior } of spec.seasonality) {
    const { names, values } = fourierSeasonality({ dayNumbers, periodDays, harmonics });
    names.forEach((name, i) =>
      columns.push({
        ...{ part: "seasonality", coordinate: `${periodDays} days ${name}`, prior, naturalScale: kpi },
        values: values.slice(i * periods, (i + 1) * periods),
      }),
    );
  }
  dataset.controls.forEach(({ name, values }, i) => {
    const [center, scale] = [scaling.controlCenter[i]!, scaling.controlScale[i]!];
    columns.push({
      ...{ part: "control", coordinate: name, prior: controlPrior(spec, name), naturalScale: kpi / scale },
      values: values.map((value) => (value - center) / scale),
    });
  });
  return columns;
}

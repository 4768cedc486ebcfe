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
  const ones = new Float64Array(periods).fill(1);
  const whole = (part: "intercept" | "trend", values: Float64Array, prior: Prior): BaselineColumn => ({
    ...{ part, values, prior, naturalScale: scaling.kpi },
  });
  return [
    whole("intercept", ones, spec.intercept.prior),
    ...(spec.trend.kind === "linear" ? [whole("trend", linearTrend({ periods }), spec.trend.prior)] : []),
    ...seasonalityColumns(dataset, spec, scaling),
    ...controlColumns(dataset, spec, scaling),
  ];
}

function seasonalityColumns(dataset: Dataset, spec: ModelSpec, scaling: Scaling): readonly BaselineColumn[] {
  const periods = dataset.periods.length;
  const dayNumbers = Float64Array.from(dataset.periods, dayNumber);
  return spec.seasonality.flatMap(({ periodDays, harmonics, prior }) => {
    const { names, values } = fourierSeasonality({ dayNumbers, periodDays, harmonics });
    return names.map((name, i): BaselineColumn => ({
      ...{ part: "seasonality", coordinate: `${periodDays} days ${name}`, prior, naturalScale: scaling.kpi },
      values: values.slice(i * periods, (i + 1) * periods),
    }));
  });
}

function controlColumns(dataset: Dataset, spec: ModelSpec, scaling: Scaling): readonly BaselineColumn[] {
  return dataset.controls.map(({ name, values }, i): BaselineColumn => {
    const [center, scale] = [scaling.controlCenter[i]!, scaling.controlScale[i]!];
    return {
      ...{
        part: "control",
        coordinate: name,
        prior: controlPrior(spec, name),
        naturalScale: scaling.kpi / scale,
      },
      values: values.map((value) => (value - center) / scale),
    };
  });
}

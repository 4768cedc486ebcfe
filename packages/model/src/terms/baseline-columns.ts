/** Baseline columns: everything but media as columns of numbers, each with what is believed of its coefficient. */

import { type Dataset, dayNumber } from "@mmm/data";
import type { Prior } from "@mmm/distributions";
import {
  calendarDay,
  fourierSeasonality,
  holidayIndicators,
  linearKnots,
  linearTrend,
  piecewiseLinearTrend,
  type TimeColumns,
} from "@mmm/transforms";
import type { Scaling } from "../scaling.js";
import type { CellSpec } from "../spec/cell-spec.js";
import {
  type CoefficientSpec,
  controlSpec,
  type ModelSpec,
  type SeasonalitySpec,
} from "../spec/model-spec.js";

/** The parts of a baseline, in the order in which they are shown. */
export type BaselinePart = "intercept" | "trend" | "seasonality" | "event" | "control";

/** One column of the linear part of the model, and what is believed of its coefficient. */
export interface BaselineColumn {
  readonly part: BaselinePart;
  /** Coordinate within the part; absent where the part is one number. */
  readonly coordinate?: string;
  /** [time], or [cell × time] where cells differ; scaled. */
  readonly values: Float64Array;
  readonly prior: Prior;
  readonly cells: CellSpec;
  /** What the column's values were divided by: the coefficient in natural units is smaller by it. */
  readonly divisor: number;
  /** A cell that has no coefficient, because its own is 0. */
  readonly without?: number;
}

/** The axis along which a part's coefficients lie. */
const partAxes = {
  intercept: undefined,
  trend: undefined,
  seasonality: "harmonic",
  event: "event",
  control: "control",
} as const satisfies Readonly<Record<BaselinePart, string | undefined>>;

/** Of a trend that is more than a line: its slopes, or its knots. */
const trendAxes = { piecewise: "slope", knots: "knot" } as const;

/** The axis of a part in a spec; trends of several coefficients have one. */
export function partAxis(part: BaselinePart, { trend }: ModelSpec): string | undefined {
  if (part !== "trend") return partAxes[part];
  return trend.kind === "piecewise" || trend.kind === "knots" ? trendAxes[trend.kind] : undefined;
}

/** The columns of a spec for a dataset. */
export function baselineColumns(
  dataset: Dataset,
  spec: ModelSpec,
  scaling: Scaling,
): readonly BaselineColumn[] {
  return [
    ...interceptColumns(dataset, spec),
    ...trendColumns(dataset, spec),
    ...spec.seasonality.flatMap((cycle) => seasonalityColumns(dataset, cycle)),
    ...eventColumns(dataset, spec),
    ...controlColumns(dataset, spec, scaling),
  ];
}

function interceptColumns(
  { cells, periods, population, kpi }: Dataset,
  { intercept }: ModelSpec,
): readonly BaselineColumn[] {
  if (intercept === null) return [];
  const { prior, cells: varies, zeroAt } = intercept;
  const values = new Float64Array(periods.length).fill(1);
  const column = { part: "intercept", values, prior, cells: varies, divisor: 1 } as const;
  if (zeroAt === null || varies.pooling !== "separate") return [column];
  // A national market has no cell but the one that is left out.
  if (cells.length === 1) return [];
  const sizes =
    population?.values ??
    Float64Array.from(cells, (_, g) =>
      kpi.values
        .subarray(g * periods.length, (g + 1) * periods.length)
        .reduce((total, value) => total + value, 0),
    );
  return [{ ...column, without: sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size))) }];
}

function trendColumns(
  { periods: { length: periods } }: Dataset,
  { trend }: ModelSpec,
): readonly BaselineColumn[] {
  if (trend.kind === "none") return [];
  if (trend.kind === "linear") {
    const { prior, cells } = trend;
    return [{ part: "trend", values: linearTrend({ periods }), prior, cells, divisor: 1 }];
  }
  if (trend.kind === "knots") {
    const knots = trend.count === "every" ? periods : Math.min(trend.count, periods);
    return columnsOf("trend", linearKnots({ periods, knots }), trend);
  }
  const slopes = piecewiseLinearTrend({ periods, changepoints: trend.changePoints + 1 });
  // The first is the slope to begin with; the others are its changes.
  return columnsOf("trend", slopes, trend).map((column, i) =>
    i === 0 ? column : { ...column, prior: trend.change },
  );
}

function seasonalityColumns(dataset: Dataset, cycle: SeasonalitySpec): readonly BaselineColumn[] {
  const { periodDays, harmonics, from } = cycle;
  const dayNumbers = Float64Array.from(dataset.periods, (period) =>
    from === "epoch" ? dayNumber(period) : calendarDay(dayNumber(period)).dayOfYear,
  );
  const columns = columnsOf("seasonality", fourierSeasonality({ dayNumbers, periodDays, harmonics }), cycle);
  return columns.map((column) => ({ ...column, coordinate: `${periodDays} days ${column.coordinate}` }));
}

function eventColumns(dataset: Dataset, { events }: ModelSpec): readonly BaselineColumn[] {
  const dayNumbers = Float64Array.from(dataset.periods, dayNumber);
  return events.flatMap((event) => {
    const holidays = [{ name: event.name, dayNumbers: event.days.map(dayNumber) }];
    const { lead, lag } = event;
    return columnsOf("event", holidayIndicators({ dayNumbers, holidays, lead, lag }), event);
  });
}

/** The columns of a basis, each a coordinate of its part. */
function columnsOf(
  part: BaselinePart,
  { names, values }: TimeColumns,
  { prior, cells }: CoefficientSpec,
): readonly BaselineColumn[] {
  const periods = values.length / names.length;
  return names.map((coordinate, i) => ({
    ...{ part, coordinate, prior, cells, divisor: 1 },
    values: values.slice(i * periods, (i + 1) * periods),
  }));
}

function controlColumns(dataset: Dataset, spec: ModelSpec, scaling: Scaling): readonly BaselineColumn[] {
  return dataset.controls.map(({ name, values }, i): BaselineColumn => {
    const [center, divisor] = [scaling.controlCenter[i]!, scaling.controlScale[i]!];
    const { prior, cells } = controlSpec(spec, name);
    return {
      ...{ part: "control", coordinate: name, prior, cells, divisor },
      values: values.map((value) => (value - center) / divisor),
    };
  });
}

/** The forecast of a plan: what is sold when its money is spent in the periods after the data, under controls to come. */

import { type Dataset, type Issue, makeIssue, periodsAfter, throwIfErrors } from "@mmm/data";
import { type Fit, forecast, type Forecast, type MarketPlan, type ResultOptions } from "@mmm/model";
import type { Plan } from "../decision/plan.js";

/** What is expected of a control: one number for all cells and periods, one per period, or one per cell and period. */
export type FutureControl = number | ArrayLike<number>;

/** What a forecast takes besides the plan. */
export interface ForecastPlanOptions extends ResultOptions {
  /** By name, in the unit of the data: every control of the fit. */
  readonly controls?: Readonly<Record<string, FutureControl>>;
  /** What messages call the plan. Default `"plan"`. */
  readonly name?: string;
}

/**
 * Forecasts the KPI of a plan.
 *
 * Definition: the plan's first period is the first after the data, and so on; then as `forecast` of `@mmm/model`, whose assumptions hold
 * too: media of the data carry over into the plan, trend and season go on, and exposure costs what it cost on average. So a plan that
 * spends what the same season of last year spent is one over the last year of the data.
 *
 * @param fit      a fit
 * @param plan     spend [channel × cell × period] ≥ 0, e.g. of `optimizeBudget` or a simulator
 * @param options  controls to come, cells and periods to tell, probability of the intervals, whether to speak although the verdict failed
 * @returns        expected and predicted KPI with intervals, and what each channel brings
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} `plan.wrong-control`, and what `forecast` finds wrong
 * @example
 * import { exampleFit, responseSurface } from "@mmm/model";
 * const fitted = await exampleFit();
 * const { plan } = makeSimulator(responseSurface(fitted, { periods: 13, draws: 50 })).change({ channel: "tv", change: 0.2 });
 * const { predicted } = forecastPlan(fitted, plan, { controls: { promotion: 0 } });
 * predicted.periods[0]; // => "2024-12-30"
 */
export function forecastPlan(
  fit: Fit,
  plan: Plan,
  { controls = {}, name = "plan", ...options }: ForecastPlanOptions = {},
): Forecast {
  const { dataset } = fit;
  const size = { cells: plan.cells.length, periods: plan.periods.length };
  throwIfErrors(Object.entries(controls).flatMap(([own, value]) => checkControl(name, own, value, size)));
  return forecast(fit, marketPlan(dataset, plan, name, controls), options);
}

interface PlanSize {
  readonly cells: number;
  readonly periods: number;
}

function marketPlan(
  dataset: Dataset,
  { channels, cells, periods, spend }: Plan,
  name: string,
  controls: Readonly<Record<string, FutureControl>>,
): MarketPlan {
  const each = cells.length * periods.length;
  const size = { cells: cells.length, periods: periods.length };
  return {
    ...{ name, cells, periods: periodsAfter(dataset, periods.length) },
    channels: channels.map((channel, c) => ({ name: channel, spend: spend.slice(c * each, (c + 1) * each) })),
    controls: Object.entries(controls).map(([own, value]) => ({ name: own, values: spread(value, size) })),
  };
}

/** [cell × period] */
function spread(value: FutureControl, { cells, periods }: PlanSize): Float64Array {
  if (typeof value === "number") return new Float64Array(cells * periods).fill(value);
  return Float64Array.from({ length: cells * periods }, (_, k) => value[k % value.length]!);
}

function checkControl(
  file: string,
  control: string,
  value: FutureControl,
  { cells, periods }: PlanSize,
): readonly Issue[] {
  if (typeof value === "number" || value.length === periods || value.length === cells * periods) return [];
  const counts = cells === 1 ? `${periods}` : `${periods} or ${cells * periods}`;
  return [
    makeIssue({
      ...{ code: "plan.wrong-control", place: { file, path: `controls.${control}` } },
      ...{ rule: `must be one number or a list of ${counts}`, got: `${value.length} values` },
      advice: "Give one for all periods, or one for each.",
    }),
  ];
}

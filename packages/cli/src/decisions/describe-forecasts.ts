/** Forecasts of plans as a table: what is sold when each is spent in the periods after the data. */

import type { Forecast } from "@mmm/model";
import { formatInterval, formatNumber } from "../output/format-number.js";
import { formatTable, intervalHeader } from "../output/format-table.js";

/** A plan by name, with its forecast. */
export interface ForecastPlan {
  readonly name: string;
  readonly forecast: Forecast;
}

/** One line per plan: the KPI with its noise, and what the media of the plan bring of it. */
export function describeForecasts(plans: readonly ForecastPlan[], interval: number): string {
  const { periods } = plans[0]!.forecast.predicted;
  const rows = plans.map(({ name, forecast: { predicted, channels } }) => [
    ...[name, formatNumber(predicted.total.mean), formatInterval(predicted.total)],
    formatNumber(channels.reduce((total, { incremental }) => total + incremental.mean, 0)),
  ]);
  const table = formatTable({
    headers: ["forecast", "KPI", intervalHeader(interval), "of it by\nmedia"],
    rows,
  });
  return `${table}\nSpent from ${periods[0]} to ${periods.at(-1)}, noise included.`;
}

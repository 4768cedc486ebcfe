/** A dataset with the plan for the periods after it behind it. */

import { type Dataset, throwIfErrors } from "@mmm/data";
import { mediaValues } from "../scaling.js";
import { checkPlan } from "./check-plan.js";
import type { MarketPlan } from "./market-plan.js";

/** A dataset with its plan: everything but the KPI goes on. */
export interface ExtendedMarket {
  /** Media over data and plan; media of channels in the order of the data. The KPI is that of the data, followed by zeros. */
  readonly whole: Dataset;
  /** [control][cell × time of the plan] in the order of the data. */
  readonly controls: readonly Float64Array[];
  /** [channel][cell × time of the plan] */
  readonly spend: readonly Float64Array[];
}

/** Checks a plan, every fault at once, and puts it behind its dataset. */
export function extendMarket(place: string, dataset: Dataset, plan: MarketPlan): ExtendedMarket {
  throwIfErrors(checkPlan(place, dataset, plan));
  const ordered = dataset.channels.map(({ name }) => plan.channels.find((own) => own.name === name)!);
  const controls = dataset.controls.map(
    ({ name }) => plan.controls!.find((own) => own.name === name)!.values,
  );
  const join = (before: Float64Array, after: Float64Array): Float64Array =>
    joinCells(before, after, dataset.cells.length);
  const channels = dataset.channels.map((channel, c) => {
    const { spend, exposure } = ordered[c]!;
    const whole = { ...channel, spend: join(channel.spend, spend) };
    if (channel.exposure === undefined) return whole;
    const bought = exposure?.values ?? boughtExposure(dataset, channel, spend);
    return { ...whole, exposure: { ...channel.exposure, values: join(channel.exposure.values, bought) } };
  });
  const none = new Float64Array(dataset.cells.length * plan.periods.length);
  const { split: _split, ...seen } = dataset;
  return {
    whole: {
      ...seen,
      periods: [...dataset.periods, ...plan.periods],
      kpi: { ...dataset.kpi, values: join(dataset.kpi.values, none) },
      channels,
      controls: dataset.controls.map((control, i) => ({
        ...control,
        values: join(control.values, controls[i]!),
      })),
    },
    controls,
    spend: ordered.map(({ spend }) => spend),
  };
}

/** [cell × time] two stretches of time behind each other, cell by cell. */
function joinCells(before: Float64Array, after: Float64Array, cells: number): Float64Array {
  const [first, then] = [before.length / cells, after.length / cells];
  return Float64Array.from({ length: before.length + after.length }, (_, i) => {
    const [g, t] = [Math.floor(i / (first + then)), i % (first + then)];
    return t < first ? before[g * first + t]! : after[g * then + t - first]!;
  });
}

/** Exposure at the mean price of the data. */
function boughtExposure(
  { cells, periods }: Dataset,
  channel: Dataset["channels"][number],
  spend: Float64Array,
): Float64Array {
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const perMoney = (from: number, to: number): number =>
    total(mediaValues(channel).subarray(from, to)) / total(channel.spend.subarray(from, to));
  const overall = perMoney(0, channel.spend.length);
  const each = spend.length / cells.length;
  const ofCells = cells.map((_, g) => perMoney(g * periods.length, (g + 1) * periods.length));
  return spend.map((value, i) => {
    const own = ofCells[Math.floor(i / each)]!;
    return value * (own > 0 && own < Infinity ? own : overall);
  });
}

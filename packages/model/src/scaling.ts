/** The border between natural and scaled units: both doors, crossed once in and once out. */

import type { Dataset } from "@mmm/data";
import { mean, sum } from "@mmm/numerics";

/**
 * Numbers that turn natural units into the model's own and back. Scaled numbers never leave `@mmm/model`.
 */
export interface Scaling {
  /** Mean of the KPI: 1 in the model is one mean period of KPI. */
  readonly kpi: number;
  /** [channel] mean of the active (non-zero) periods of each channel's media variable. */
  readonly media: Float64Array;
  /** [control] what is subtracted: the mean, or 0 for a 0/1 indicator. */
  readonly controlCenter: Float64Array;
  /** [control] what is divided by: the standard deviation, or 1 for a 0/1 indicator. */
  readonly controlScale: Float64Array;
}

/** What a channel's effect is computed from: its exposure where there is one, otherwise its spend. */
export function mediaValues(channel: Dataset["channels"][number]): Float64Array {
  return channel.exposure?.values ?? channel.spend;
}

/** A channel's media in the periods before the window, the oldest first; empty where none are known. */
export function mediaHistory({ history, exposure }: Dataset["channels"][number]): Float64Array {
  if (history === undefined) return new Float64Array(0);
  return exposure === undefined ? history.spend : (history.exposure ?? new Float64Array(0));
}

/** Measures the scales of a dataset, within its window. */
export function makeScaling(dataset: Dataset): Scaling {
  const centers = dataset.controls.map(({ values }) => (isIndicator(values) ? 0 : mean(values)));
  const scales = dataset.controls.map(({ values }) => (isIndicator(values) ? 1 : populationSd(values)));
  return {
    kpi: mean(dataset.kpi.values),
    media: Float64Array.from(dataset.channels, (channel) => meanActive(mediaValues(channel))),
    controlCenter: Float64Array.from(centers),
    controlScale: Float64Array.from(scales),
  };
}

function isIndicator(values: Float64Array): boolean {
  return values.every((value) => value === 0 || value === 1);
}

function meanActive(values: Float64Array): number {
  return mean(values.filter((value) => value > 0));
}

function populationSd(values: Float64Array): number {
  const center = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - center) * (value - center))) / values.length);
}

/** The border between natural and scaled units: both doors, crossed once in and once out. */

import type { Dataset } from "@mmm/data";
import { mean, quantile, sum } from "@mmm/numerics";
import type { ScalingSpec } from "./spec/scaling-spec.js";

/**
 * Scales measured from a dataset:
 *
 *     scaled kpi = (kpi / size[cell] − kpiCenter) / kpi,   scaled media = media / size[cell] / media[channel]
 */
export interface Scaling {
  /** [cell] what makes cells comparable, such as their population; 1 for national data. */
  readonly size: Float64Array;
  /** Unit of the sized KPI: by default its mean, so that 1 in the model is one mean period. */
  readonly kpi: number;
  /** What is subtracted from the sized KPI: 0, or its mean where it is standardised. */
  readonly kpiCenter: number;
  /** [channel] unit of each channel's sized media. */
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

/** [cell × history period] a channel's media in the periods before the window; empty where none are known. */
export function mediaHistory({ history, exposure }: Dataset["channels"][number]): Float64Array {
  if (history === undefined) return new Float64Array(0);
  return exposure === undefined ? history.spend : (history.exposure ?? new Float64Array(0));
}

/** Measures the scales of a dataset, within its window; Meridian's median of media includes what came before it. */
export function makeScaling(dataset: Dataset, spec: ScalingSpec): Scaling {
  const size = sizeOf(dataset, spec.size);
  const sized = perSize(dataset.kpi.values, size);
  const controls = dataset.controls.map(({ values }) => controlScale(values, spec.controls));
  return {
    size,
    ...kpiScale(sized, spec.kpi),
    media: Float64Array.from(dataset.channels, (channel) => {
      const known =
        spec.media === "median-active"
          ? [...perSize(mediaHistory(channel), size), ...perSize(mediaValues(channel), size)]
          : [...perSize(mediaValues(channel), size)];
      return mediaScale(
        known.filter((value) => value > 0),
        spec.media,
      );
    }),
    controlCenter: Float64Array.from(controls, ({ center }) => center),
    controlScale: Float64Array.from(controls, ({ scale }) => scale),
  };
}

/** [cell × …] values by cell, each divided by the size of its cell. */
function perSize(values: Float64Array, size: Float64Array): Float64Array {
  const each = values.length / size.length;
  return values.map((value, i) => value / size[Math.floor(i / each)]!);
}

function sizeOf({ cells, kpi, periods, population }: Dataset, asked: ScalingSpec["size"]): Float64Array {
  const known = population === undefined ? ("kpi" as const) : ("population" as const);
  const by = asked === "auto" ? (cells.length === 1 ? "none" : known) : asked;
  if (by === "population" && population !== undefined) return population.values;
  if (by === "none") return new Float64Array(cells.length).fill(1);
  return Float64Array.from(cells, (_, cell) =>
    mean(kpi.values.subarray(cell * periods.length, (cell + 1) * periods.length)),
  );
}

function kpiScale(sized: Float64Array, unit: ScalingSpec["kpi"]): { kpi: number; kpiCenter: number } {
  if (unit === "max") return { kpi: Math.max(...sized), kpiCenter: 0 };
  if (unit === "standardized") return { kpi: populationSd(sized), kpiCenter: mean(sized) };
  return { kpi: mean(sized), kpiCenter: 0 };
}

function mediaScale(active: readonly number[], unit: ScalingSpec["media"]): number {
  const values = Float64Array.from(active);
  if (unit === "max") return values.reduce((most, value) => Math.max(most, value), 0);
  return unit === "median-active" ? quantile(values, 0.5) : mean(values);
}

function controlScale(
  values: Float64Array,
  asked: ScalingSpec["controls"],
): { readonly center: number; readonly scale: number } {
  const indicator = values.every((value) => value === 0 || value === 1);
  if (asked === "none" || (asked === "auto" && indicator)) return { center: 0, scale: 1 };
  const sd = populationSd(values);
  return { center: mean(values), scale: sd > 0 ? sd : 1 };
}

function populationSd(values: Float64Array): number {
  const center = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - center) * (value - center))) / values.length);
}

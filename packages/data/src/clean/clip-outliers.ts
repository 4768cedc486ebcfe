/** Outliers brought back to the limit at which they begin, cell by cell. */
import { byCell } from "../check/by-cell.js";
import { FEWEST_VALUES } from "../check/check-outliers.js";
import { placeOf, type Address } from "../check/place-of.js";
import { robustShape } from "../check/robust-deviations.js";
import { checkThresholds } from "../check/thresholds.js";
import type { Dataset, Series } from "../dataset/dataset.js";
import { valueChange, type Change } from "./change.js";
import { isChosen } from "./check-choices.js";
import type { OutlierRepair } from "./repair.js";

/** The data set with the outliers of the chosen series clipped; `changes` tells each. */
export function clipOutliers(
  dataset: Dataset,
  repair: OutlierRepair,
): { dataset: Dataset; changes: readonly Change[] } {
  const changes: Change[] = [];
  const clip = <S extends Series>(series: S, meaning: string, address: Address): S => {
    if (!isChosen(repair, { name: series.name, meaning })) return series;
    const clipped = clipSeries(dataset, series.values, repair, meaning === "spend" || meaning === "exposure");
    for (const [position, to] of clipped.changed) {
      const place = placeOf(dataset, { ...address, position });
      changes.push(valueChange(repair, series.name, place, { from: series.values[position]!, to }));
    }
    return { ...series, values: clipped.values };
  };
  const kpi = clip(dataset.kpi, "KPI", { column: dataset.kpi.name });
  const channels = dataset.channels.map((channel) => {
    const { name, spend, exposure } = channel;
    const paid = clip({ name, values: spend }, "spend", { channel: name });
    const bought = exposure && clip(exposure, "exposure", { channel: name, exposure: exposure.name });
    return { ...channel, spend: paid.values, ...(bought && { exposure: bought }) };
  });
  const controls = dataset.controls.map((control) => clip(control, "control", { column: control.name }));
  return { dataset: { ...dataset, kpi, channels, controls }, changes };
}

function clipSeries(
  { cells }: Dataset,
  values: Float64Array,
  { deviations: limit = checkThresholds.outlierDeviations.value }: OutlierRepair,
  isMedia: boolean,
): { values: Float64Array; changed: readonly (readonly [position: number, to: number])[] } {
  const clipped = values.slice();
  const changed = byCell(cells, values).flatMap((own, g) => {
    const counted = isMedia ? own.filter((value) => value > 0) : own;
    if (counted.length < FEWEST_VALUES) return [];
    const { middle, spread } = robustShape(counted);
    const [low, high] = [middle - limit * spread, middle + limit * spread];
    if (spread === 0) return [];
    return [...own.keys()].flatMap((t): readonly (readonly [number, number])[] => {
      if (isMedia && own[t] === 0) return [];
      const to = Math.min(Math.max(own[t]!, isMedia ? Math.max(low, 0) : low), high);
      if (to === own[t]) return [];
      clipped[g * own.length + t] = to;
      return [[g * own.length + t, to]];
    });
  });
  return { values: clipped, changed };
}

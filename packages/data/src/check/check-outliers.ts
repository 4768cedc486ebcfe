/** Values far from the rest of their series: slipped decimals, doubled imports, one-off events. */
import type { Dataset } from "../dataset/dataset.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { byCell } from "./by-cell.js";
import { placeOf, type Address } from "./place-of.js";
import { median, robustDeviations } from "./robust-deviations.js";
import { checkThresholds } from "./thresholds.js";

/** Series with fewer values have no shape to stand out from. */
export const FEWEST_VALUES = 10;

/** One warning per series with outliers, placed on the farthest; each cell has a shape of its own. Periods without spend are no part of a channel's shape. */
export function checkOutliers(dataset: Dataset): readonly Issue[] {
  const { kpi, channels, controls } = dataset;
  const active = (value: number): boolean => value > 0;
  // 0/1 columns and other controls of few levels have no outliers: a rare event is rare.
  const graded = controls.filter(({ values }) => new Set(values).size > FEWEST_VALUES);
  return [
    ...outliersOf(dataset, "the KPI", kpi.values, { column: kpi.name }),
    ...channels.flatMap(({ name, spend, exposure }) => [
      ...outliersOf(dataset, "spend", spend, { channel: name }, active),
      ...(exposure === undefined
        ? []
        : outliersOf(
            dataset,
            "exposure",
            exposure.values,
            { channel: name, exposure: exposure.name },
            active,
          )),
    ]),
    ...graded.flatMap(({ name, values }) => outliersOf(dataset, "the control", values, { column: name })),
  ];
}

function outliersOf(
  dataset: Dataset,
  what: string,
  values: Float64Array,
  address: Address,
  counts: (value: number) => boolean = () => true,
): readonly Issue[] {
  const limit = checkThresholds.outlierDeviations.value;
  let looked = 0;
  const far = byCell(dataset.cells, values).flatMap((own, g) => {
    const times = [...own.keys()].filter((t) => counts(own[t]!));
    if (times.length < FEWEST_VALUES) return [];
    looked += times.length;
    const shape = Float64Array.from(times, (t) => own[t]!);
    const deviations = robustDeviations(shape);
    return times.flatMap((t, i) => {
      const distance = Math.abs(deviations[i]!);
      return distance > limit ? [{ position: g * own.length + t, value: own[t]!, distance, shape }] : [];
    });
  });
  if (far.length === 0 || far.length > checkThresholds.outlierShare.value * looked) return [];
  const farthest = far.reduce((a, b) => (b.distance > a.distance ? b : a));
  const others = far.length === 1 ? "" : `, and ${far.length - 1} more`;
  return [
    makeIssue({
      code: "data.outlier",
      severity: "warning",
      place: placeOf(dataset, { ...address, position: farthest.position }),
      rule: `${what} should stay within ${limit} robust deviations of its median ${showNumber(median(farthest.shape))}`,
      got: `${showNumber(farthest.value)} at ${showNumber(farthest.distance)} deviations${others}`,
      advice: "Correct the value if it is a slip, or explain the event by a control.",
    }),
  ];
}

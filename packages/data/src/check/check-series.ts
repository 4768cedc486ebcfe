/** Series that no model can learn from: a KPI, channel or control that never changes; and a KPI that falls to zero or below. */
import type { Dataset } from "../dataset/dataset.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { placeOf } from "./place-of.js";

/** The series of a data set; while it is being read, a series has NaN where a cell is wrong, and no values without its column. */
type SeriesParts = Omit<Dataset, "periodDays">;

/** Constant series and the sign of the KPI. */
export function checkSeries(dataset: SeriesParts): readonly Issue[] {
  return [...checkKpi(dataset), ...checkChannels(dataset), ...checkControls(dataset)];
}

function checkKpi(dataset: SeriesParts): readonly Issue[] {
  const { name, values } = dataset.kpi;
  if (isConstant(values)) {
    return [
      makeIssue({
        code: "data.constant-kpi",
        place: placeOf(dataset, { column: name }),
        rule: "the KPI must change over time",
        got: `${showNumber(values[0]!)} in every period`,
        advice: "Choose the column that the media are meant to move.",
      }),
    ];
  }
  const low = [...values.keys()].filter((t) => values[t]! <= 0);
  if (low.length === 0) return [];
  return [
    makeIssue({
      code: "data.kpi-not-positive",
      severity: "warning",
      place: placeOf(dataset, { column: name, time: low[0]! }),
      rule: "the KPI should be > 0",
      got: `${showNumber(values[low[0]!]!)}${inAll(low.length, values.length)}`,
      advice: "Check for missing sales written as 0, and for returns booked in another period.",
    }),
  ];
}

function checkChannels(dataset: SeriesParts): readonly Issue[] {
  return dataset.channels.flatMap(({ name, spend, exposure }) =>
    [
      { what: "spend", values: spend, address: { channel: name } },
      ...(exposure === undefined
        ? []
        : [
            {
              what: "exposure",
              values: exposure.values,
              address: { channel: name, exposure: exposure.name },
            },
          ]),
    ].flatMap(({ what, values, address }) => {
      if (!isConstant(values)) return [];
      const zero = values[0] === 0;
      return [
        makeIssue({
          code: zero ? "data.zero-channel" : "data.constant-channel",
          place: placeOf(dataset, address),
          rule: zero ? `${what} must be > 0 in some period` : `${what} must change over time`,
          got: zero ? "0 in every period" : `${showNumber(values[0]!)} in every period`,
          advice: zero
            ? "Remove the channel from the roles."
            : "Remove the channel: what never changes cannot be told from the baseline.",
        }),
      ];
    }),
  );
}

function checkControls(dataset: SeriesParts): readonly Issue[] {
  return dataset.controls.flatMap(({ name, values }) => {
    if (!isConstant(values)) return [];
    const place = placeOf(dataset, { column: name });
    const got = `${showNumber(values[0]!)} in every period`;
    const advice = "Remove the control: what never changes cannot be told from the baseline.";
    const rule = "a control should change over time";
    return [makeIssue({ code: "data.constant-control", severity: "warning", place, rule, got, advice })];
  });
}

/** "in 3 of 104 periods", said when it is more than one. */
export function inAll(count: number, periods: number): string {
  return count === 1 ? "" : ` here and in ${count - 1} more of ${periods} periods`;
}

function isConstant(values: Float64Array): boolean {
  return values.length > 0 && values.every((value) => value === values[0]);
}

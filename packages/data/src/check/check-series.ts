/** Series that no model can learn from: a KPI, channel or control that never changes; and a KPI that falls to zero or below. */
import type { Dataset } from "../dataset/dataset.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showNumber } from "../issue/show-value.js";
import { byCell, inAll, inCells, isConstant } from "./by-cell.js";
import { placeOf, type Address } from "./place-of.js";

/** The series of a data set; while it is being read, a series has NaN where a cell is wrong, and no values without its column. */
type SeriesParts = Omit<Dataset, "periodDays">;

/** Constant series and the sign of the KPI. */
export function checkSeries(dataset: SeriesParts): readonly Issue[] {
  return [...checkKpi(dataset), ...checkChannels(dataset), ...checkControls(dataset)];
}

/** The cells in which a series never changes. */
function constantCells({ cells }: SeriesParts, values: Float64Array): readonly number[] {
  return byCell(cells, values).flatMap((own, g) => (isConstant(own) ? [g] : []));
}

/** What a series that never changes in any cell is, in words. */
function always({ cells }: SeriesParts, values: Float64Array): string {
  if (!isConstant(values)) return "the same in every period, cell by cell";
  return `${showNumber(values[0]!)} in every period${cells.length === 1 ? "" : " of every cell"}`;
}

function checkKpi(dataset: SeriesParts): readonly Issue[] {
  const { name, values } = dataset.kpi;
  const constant = constantCells(dataset, values);
  if (constant.length === dataset.cells.length) {
    return [
      makeIssue({
        code: "data.constant-kpi",
        place: placeOf(dataset, { column: name }),
        rule: "the KPI must change over time",
        got: always(dataset, values),
        advice: "Choose the column that the media are meant to move.",
      }),
    ];
  }
  return [...checkStillCells(dataset, constant), ...checkSign(dataset)];
}

function checkStillCells(dataset: SeriesParts, constant: readonly number[]): readonly Issue[] {
  const [first] = constant;
  if (first === undefined) return [];
  const { name, values } = dataset.kpi;
  return [
    makeIssue({
      code: "data.still-cell",
      severity: "warning",
      place: placeOf(dataset, { column: name, cell: first }),
      rule: "the KPI should change over time in every cell",
      got: `${showNumber(values[first * dataset.periods.length]!)} in every period${inCells(constant.length, dataset)}`,
      advice: "Check the rows of the cell, or leave it out.",
    }),
  ];
}

function checkSign(dataset: SeriesParts): readonly Issue[] {
  const { name, values } = dataset.kpi;
  const low = [...values.keys()].filter((position) => values[position]! <= 0);
  const [first] = low;
  if (first === undefined) return [];
  return [
    makeIssue({
      code: "data.kpi-not-positive",
      severity: "warning",
      place: placeOf(dataset, { column: name, position: first }),
      rule: "the KPI should be > 0",
      got: `${showNumber(values[first]!)}${inAll(low.length, dataset)}`,
      advice: "Check for missing sales written as 0, and for returns booked in another period.",
    }),
  ];
}

function checkChannels(dataset: SeriesParts): readonly Issue[] {
  return dataset.channels.flatMap(({ name, spend, exposure }) => [
    ...checkMedia(dataset, "spend", spend, { channel: name }),
    ...(exposure === undefined
      ? []
      : checkMedia(dataset, "exposure", exposure.values, { channel: name, exposure: exposure.name })),
  ]);
}

function checkMedia(
  dataset: SeriesParts,
  what: string,
  values: Float64Array,
  address: Address,
): readonly Issue[] {
  const constant = constantCells(dataset, values);
  if (constant.length < dataset.cells.length) return checkIdleCells(dataset, what, values, address);
  const zero = isConstant(values) && values[0] === 0;
  return [
    makeIssue({
      code: zero ? "data.zero-channel" : "data.constant-channel",
      place: placeOf(dataset, address),
      rule: zero ? `${what} must be > 0 in some period` : `${what} must change over time`,
      got: always(dataset, values),
      advice: zero
        ? "Remove the channel from the roles."
        : "Remove the channel: what never changes cannot be told from the baseline.",
    }),
  ];
}

function checkIdleCells(
  dataset: SeriesParts,
  what: string,
  values: Float64Array,
  address: Address,
): readonly Issue[] {
  const idle = byCell(dataset.cells, values).flatMap((own, g) =>
    isConstant(own) && own[0] === 0 ? [g] : [],
  );
  const [first] = idle;
  if (first === undefined) return [];
  return [
    makeIssue({
      code: "data.idle-channel",
      severity: "warning",
      place: placeOf(dataset, { ...address, cell: first }),
      rule: `${what} should be > 0 in some period of every cell`,
      got: `0 in every period${inCells(idle.length, dataset)}`,
      advice: "Check that the channel did not run there; its effect there is what the other cells say.",
    }),
  ];
}

function checkControls(dataset: SeriesParts): readonly Issue[] {
  return dataset.controls.flatMap(({ name, values }) => {
    if (constantCells(dataset, values).length < dataset.cells.length) return [];
    const place = placeOf(dataset, { column: name });
    const got = always(dataset, values);
    const advice = "Remove the control: what never changes cannot be told from the baseline.";
    const rule = "a control should change over time";
    return [makeIssue({ code: "data.constant-control", severity: "warning", place, rule, got, advice })];
  });
}

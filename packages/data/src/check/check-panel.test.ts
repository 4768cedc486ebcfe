import { expect, test } from "vitest";
import { makeDataset, type Dataset, type DatasetParts } from "../dataset/dataset.js";
import { exampleDataset } from "../dataset/example-dataset.js";
import { readDataset } from "../read/read-dataset.js";
import { checkDataset } from "./check-dataset.js";

const market = exampleDataset();
const sizes = [1, 100, 0.01];

/** The example market three times, in cells of very different size, each shifted a little so that none repeats another. */
function threefold(values: Float64Array): Float64Array {
  const cells = sizes.map((size, g) => values.map((_, t) => size * values[(t + 13 * g) % values.length]!));
  return Float64Array.from(cells.flatMap((cell) => [...cell]));
}

const panel: Dataset = makeDataset({
  ...market,
  name: "panel",
  cells: ["north", "south", "west"],
  kpi: { ...market.kpi, values: threefold(market.kpi.values) },
  channels: market.channels.map(({ name, spend, exposure }) => ({
    name,
    spend: threefold(spend),
    ...(exposure && { exposure: { name: exposure.name, values: threefold(exposure.values) } }),
  })),
  controls: market.controls.map(({ name, values }) => ({ name, values: threefold(values) })),
});
const [tv, search, social] = panel.channels as [
  Dataset["channels"][number],
  Dataset["channels"][number],
  Dataset["channels"][number],
];

function issuesOf(change: Partial<DatasetParts>): readonly string[] {
  return checkDataset(makeDataset({ ...panel, ...change })).map(
    ({ severity, code, message }) => `${severity} ${code} ${message}`,
  );
}

/** `values` with those of one cell replaced. */
function inCell(values: Float64Array, cell: number, value: (old: number, t: number) => number): Float64Array {
  return values.map((old, p) => (Math.floor(p / 104) === cell ? value(old, p % 104) : old));
}

test("cells of different size are no outliers, no odd prices and no reason to remark anything", () => {
  expect(checkDataset(panel)).toEqual([]);
});

test("prices may differ between cells, but not inside one", () => {
  const dear = { ...tv, spend: inCell(tv.spend, 1, (old) => 8 * old) };
  expect(issuesOf({ channels: [dear, search, social] })).toEqual([]);
  const once = { ...tv, spend: inCell(tv.spend, 1, (old, t) => (t === 2 ? 9 * old : old)) };
  expect(issuesOf({ channels: [once, search, social] })).toEqual([
    'warning data.cost-per-exposure panel, channel "tv", cell "south", period 2023-01-16: cost per exposure should be within 5 times its median 0.0110685, up or down, got 0.096243. Check that spend and exposure cover the same media and use the same units throughout.',
    'warning data.outlier panel, channel "tv", cell "south", period 2023-01-16: spend should stay within 10 robust deviations of its median 1173300, got 12742200 at 43.0285 deviations. Correct the value if it is a slip, or explain the event by a control.',
  ]);
});

test("a cell whose KPI stands still or whose channel never ran is a warning, with the number of such cells", () => {
  const still = inCell(
    inCell(panel.kpi.values, 0, () => 7),
    2,
    () => 7,
  );
  const idle = { name: "social", spend: inCell(social.spend, 2, () => 0) };
  expect(issuesOf({ kpi: { ...panel.kpi, values: still }, channels: [tv, search, idle] })).toEqual([
    'warning data.still-cell panel, column "revenue", cell "north": the KPI should change over time in every cell, got 7 in every period here and in 1 more of 3 cells. Check the rows of the cell, or leave it out.',
    'warning data.idle-channel panel, channel "social", cell "west": spend should be > 0 in some period of every cell, got 0 in every period. Check that the channel did not run there; its effect there is what the other cells say.',
  ]);
});

test("series that never change in any cell are errors, even where cells differ", () => {
  const flat = (scale: number) =>
    Float64Array.from(panel.kpi.values, (_, p) => scale * (1 + Math.floor(p / 104)));
  const kpi = { name: "sales", values: flat(5) };
  const channels = [tv, { name: "radio", spend: flat(0) }, { name: "print", spend: flat(3) }];
  expect(issuesOf({ kpi, channels, controls: [{ name: "area", values: flat(2) }] })).toEqual([
    'error data.constant-kpi panel, column "sales": the KPI must change over time, got the same in every period, cell by cell. Choose the column that the media are meant to move.',
    'error data.zero-channel panel, channel "radio": spend must be > 0 in some period, got 0 in every period of every cell. Remove the channel from the roles.',
    'error data.constant-channel panel, channel "print": spend must change over time, got the same in every period, cell by cell. Remove the channel: what never changes cannot be told from the baseline.',
    'warning data.constant-control panel, column "area": a control should change over time, got the same in every period, cell by cell. Remove the control: what never changes cannot be told from the baseline.',
    'warning data.small-spend-share panel, channel "print": a channel should have at least 1 % of the total spend, got 0.00392872 %. Merge it with a similar channel, or expect an ROI that repeats its prior.',
  ]);
});

test("an outlier is one for its cell, addressed by cell and period", () => {
  const values = inCell(panel.kpi.values, 2, (old, t) => (t === 50 ? 10 * old : old));
  const signs = inCell(values, 0, (old, t) => (t === 3 || t === 4 ? -1 : old));
  expect(issuesOf({ kpi: { ...panel.kpi, values: signs } })).toEqual([
    'warning data.kpi-not-positive panel, column "revenue", cell "north", period 2023-01-23: the KPI should be > 0, got -1 here and in 1 more of 312 cells and periods. Check for missing sales written as 0, and for returns booked in another period.',
    'warning data.outlier panel, column "revenue", cell "west", period 2023-12-18: the KPI should stay within 10 robust deviations of its median 952.165, got 8236.9 at 73.8103 deviations. Correct the value if it is a slip, or explain the event by a control.',
  ]);
});

test("channels that move together in every cell are collinear, those that only share the cells' sizes are not", () => {
  const level = (p: number): number => sizes[Math.floor(p / 104)]!;
  const noise = (p: number): number => ((p * 7919) % 101) / 101;
  const apart = { name: "radio", spend: tv.spend.map((_, p) => 500 * level(p) * (1 + noise(p))) };
  expect(issuesOf({ channels: [tv, search, apart] })).toEqual([]);
  const together = { name: "radio", spend: social.spend.map((value, p) => value * (1 + 0.02 * noise(p))) };
  expect(issuesOf({ channels: [tv, social, together] })).toEqual([
    'warning data.collinear-channels panel, channel "radio": media should correlate with "social" by at most 0.95, got 0.999835. Merge the channels, or bring in an experiment or an informative prior to tell them apart.',
  ]);
});

test("each further cell brings values and parameters", () => {
  const cut = (values: Float64Array) => values.filter((_, p) => p % 104 < 20);
  const kpi = { ...panel.kpi, values: cut(panel.kpi.values) };
  const channels = panel.channels.map(({ name, spend }) => ({ name, spend: cut(spend) }));
  const controls = [{ name: "promotion", values: cut(panel.controls[0]!.values) }];
  expect(issuesOf({ periods: market.periods.slice(0, 20), kpi, channels, controls }).at(-1)).toBe(
    "warning data.few-periods panel: there should be at least 5 cells and periods per parameter, got 60 for about 25, which is 2.4 (7 for the baseline, 3 per channel, 1 per control, 4 per further cell). Add history or merge channels; otherwise the priors will decide much of the result.",
  );
});

const rows = ["N", "S"].flatMap((geo, g) =>
  Array.from({ length: 12 }, (_, t) => ({
    geo,
    day: `2024-01-${String(t + 1).padStart(2, "0")}`,
    y: t === 4 && g === 1 ? -1 : 5 + ((7 * t) % 5),
  })),
);

test("values of records are addressed by row", () => {
  const records = rows.map((row, i) => ({ ...row, tv: 1 + (i % 3) }));
  const dataset = readDataset(
    { name: "r.json", records },
    { time: "day", panel: "geo", kpi: "y", channels: ["tv"] },
  );
  expect(checkDataset(dataset)[0]).toMatchObject({
    place: { file: "r.json", row: 17, column: "y", cell: "S", period: "2024-01-05" },
    message:
      'r.json, row 17, column "y", cell "S", period 2024-01-05: the KPI should be > 0, got -1. Check for missing sales written as 0, and for returns booked in another period.',
  });
});

test("values of media rows are addressed in their own table", () => {
  const media = [
    "day,geo,c,cost,hits",
    ...rows.map(
      ({ day, geo }, i) => `${day},${geo},tv,${i === 14 ? 0 : 1 + (i % 3)},${i === 15 ? 0 : 1 + (i % 3)}`,
    ),
  ];
  const dataset = readDataset(
    { name: "r.json", records: rows },
    {
      time: "day",
      panel: "geo",
      kpi: "y",
      channels: [],
      mediaRows: { channel: "c", spend: "cost", exposure: "hits" },
    },
    { name: "m.csv", text: media.join("\n") },
  );
  const found = checkDataset(dataset).filter(({ code }) => /exposure/.test(code));
  expect(found.map(({ message }) => message)).toEqual([
    'm.csv, line 16, column "cost", channel "tv", cell "S", period 2024-01-03: exposure should have been paid for, got exposure 3 and no spend. Move the spend to the period in which it ran, or take free media out of the column.',
    'm.csv, line 17, column "cost", channel "tv", cell "S", period 2024-01-04: spend should have bought exposure, got spend 1 and no exposure. Fill in the exposure that was bought, or leave the exposure out of the roles.',
  ]);
});

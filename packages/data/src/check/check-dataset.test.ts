import { expect, test } from "vitest";
import { makeDataset, type Dataset, type DatasetParts } from "../dataset/dataset.js";
import { exampleDataset } from "../dataset/example-dataset.js";
import { readDataset } from "../read/read-dataset.js";
import { checkDataset } from "./check-dataset.js";
import { checkThresholds } from "./thresholds.js";

const market = exampleDataset();
const [tv, search, social] = market.channels as [
  Dataset["channels"][number],
  Dataset["channels"][number],
  Dataset["channels"][number],
];

/** The issues of the example market with some of its parts changed; without changes it has none. */
function issuesOf(change: Partial<DatasetParts>): readonly string[] {
  return checkDataset(makeDataset({ ...market, ...change })).map(
    ({ severity, code, message }) => `${severity} ${code} ${message}`,
  );
}

/** `values` with some of them replaced. */
function changed(values: Float64Array, changes: Readonly<Record<number, number>>): Float64Array {
  return values.map((value, t) => changes[t] ?? value);
}

test("a channel that is never on or never changes is an error", () => {
  const channels = [
    tv,
    { name: "radio", spend: new Float64Array(104) },
    {
      name: "print",
      spend: new Float64Array(104).fill(900),
      exposure: { name: "copies", values: new Float64Array(104) },
    },
  ];
  expect(issuesOf({ channels })).toEqual([
    'error data.zero-channel example, channel "radio": spend must be > 0 in some period, got 0 in every period. Remove the channel from the roles.',
    'error data.constant-channel example, channel "print": spend must change over time, got 900 in every period. Remove the channel: what never changes cannot be told from the baseline.',
    'error data.zero-channel example, column "copies", channel "print": exposure must be > 0 in some period, got 0 in every period. Remove the channel from the roles.',
    'warning data.spend-without-exposure example, channel "print", period 2023-01-02: spend should have bought exposure, got spend 900 and no exposure here and in 103 more of 104 periods. Fill in the exposure that was bought, or leave the exposure out of the roles.',
  ]);
});

test("a constant KPI is an error, a constant control a warning", () => {
  const kpi = { name: "sales", values: new Float64Array(104).fill(5) };
  expect(issuesOf({ kpi, controls: [{ name: "price", values: new Float64Array(104) }] })).toEqual([
    'error data.constant-kpi example, column "sales": the KPI must change over time, got 5 in every period. Choose the column that the media are meant to move.',
    'warning data.constant-control example, column "price": a control should change over time, got 0 in every period. Remove the control: what never changes cannot be told from the baseline.',
  ]);
});

test("a KPI at or below zero is a warning", () => {
  const { kpi } = market;
  const wave = kpi.values.map((value) => value - 90_000);
  expect(issuesOf({ kpi: { name: "profit", values: changed(wave.map(Math.abs), { 3: -0.5 }) } })).toEqual([
    'warning data.kpi-not-positive example, column "profit", period 2023-01-23: the KPI should be > 0, got -0.5. Check for missing sales written as 0, and for returns booked in another period.',
  ]);
  expect(
    issuesOf({ kpi: { name: "profit", values: changed(wave.map(Math.abs), { 3: -0.5, 9: 0 }) } }),
  ).toEqual([
    'warning data.kpi-not-positive example, column "profit", period 2023-01-23: the KPI should be > 0, got -0.5 here and in 1 more of 104 periods. Check for missing sales written as 0, and for returns booked in another period.',
  ]);
});

test("values far out are outliers, each series with its farthest", () => {
  const kpi = { ...market.kpi, values: changed(market.kpi.values, { 50: market.kpi.values[50]! * 10 }) };
  const spend = changed(social.spend, { 7: 200_000, 8: 400_000 });
  expect(issuesOf({ kpi, channels: [tv, search, { name: "social", spend }] })).toEqual([
    'warning data.outlier example, column "revenue", period 2023-12-18: the KPI should stay within 10 robust deviations of its median 95085.5, got 1027960 at 92.7443 deviations. Correct the value if it is a slip, or explain the event by a control.',
    'warning data.outlier example, channel "social", period 2023-02-27: spend should stay within 10 robust deviations of its median 2777, got 400000 at 389.712 deviations, and 1 more. Correct the value if it is a slip, or explain the event by a control.',
  ]);
});

test("flights of a second height are no outliers, and neither are rare events", () => {
  const spend = social.spend.map((value, t) => (t % 13 === 0 ? value + 50_000 : value));
  const controls = [
    ...market.controls,
    { name: "strike", values: changed(new Float64Array(104), { 40: 1 }) },
  ];
  expect(issuesOf({ channels: [tv, search, { name: "social", spend }], controls })).toEqual([]);
});

test("where more than half of the values are equal the mean distance stands in for the median distance", () => {
  const values = Float64Array.from({ length: 104 }, (_, t) => (t % 3 === 0 ? 10 + (t % 12) / 12 : 10));
  const controls = [
    {
      name: "price",
      values: changed(
        values.map((v, t) => v + (t > 90 ? t / 1000 : 0)),
        { 60: 95 },
      ),
    },
  ];
  const found = issuesOf({ controls });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(
    'column "price", period 2024-02-26: the control should stay within 10 robust deviations',
  );
});

test("channels that move together are a pair, and those that others explain have a large variance inflation", () => {
  const wobble = (values: Float64Array, size: number) =>
    values.map((value, t) => (value / 100) * (1 + (t % 2 === 0 ? size : -size)));
  expect(
    issuesOf({ channels: [tv, { name: "radio", spend: wobble(tv.exposure!.values, 0.1) }, social] }),
  ).toEqual([
    'warning data.collinear-channels example, channel "radio": media should correlate with "tv" by at most 0.95, got 0.992157. Merge the channels, or bring in an experiment or an informative prior to tell them apart.',
  ]);
  const sum = social.spend.map((value, t) => value + tv.spend[t]! / 8 + 200 * (t % 2));
  expect(
    issuesOf({ channels: [{ name: "tv", spend: tv.spend }, social, { name: "mix", spend: sum }] })[0],
  ).toBe(
    'warning data.collinear-channels example, channel "tv": media should have a variance inflation of at most 10 given the other channels and the controls, got 58.4323. Merge the channels, or bring in an experiment or an informative prior to tell them apart.',
  );
});

test("a channel that is exactly a sum of others has infinite variance inflation, at any scale", () => {
  for (const scale of [1e-200, 1, 1e200]) {
    const spend = social.spend.map((value, t) => (value + search.spend[t]! / 2) * scale);
    const channels = [tv, { name: "search", spend: search.spend }, social, { name: "mix", spend }];
    const infinite = issuesOf({ channels }).filter((message) => message.includes("got ∞"));
    expect(infinite.length).toBeGreaterThan(0);
  }
});

test("tiny channels, unpaid exposure, paid silence and odd prices are warnings", () => {
  const spend = changed(
    social.spend.map((value) => value / 100),
    { 0: 0 },
  );
  const clicks = changed(social.spend, { 5: 0, 6: 5 });
  const channels = [tv, search, { name: "social", spend, exposure: { name: "clicks", values: clicks } }];
  expect(issuesOf({ channels })).toEqual([
    'warning data.small-spend-share example, channel "social": a channel should have at least 1 % of the total spend, got 0.366735 %. Merge it with a similar channel, or expect an ROI that repeats its prior.',
    'warning data.exposure-without-spend example, channel "social", period 2023-01-02: exposure should have been paid for, got exposure 1502 and no spend. Move the spend to the period in which it ran, or take free media out of the column.',
    'warning data.spend-without-exposure example, channel "social", period 2023-02-06: spend should have bought exposure, got spend 18.5 and no exposure. Fill in the exposure that was bought, or leave the exposure out of the roles.',
    'warning data.cost-per-exposure example, channel "social", period 2023-02-13: cost per exposure should be within 5 times its median 0.01, up or down, got 2.394. Check that spend and exposure cover the same media and use the same units throughout.',
  ]);
});

test("too few periods for the parameters are a warning", () => {
  const cut = (values: Float64Array) => values.slice(0, 40);
  const channels = market.channels.map(({ name, spend }) => ({ name, spend: cut(spend) }));
  const kpi = { ...market.kpi, values: cut(market.kpi.values) };
  expect(issuesOf({ periods: market.periods.slice(0, 40), kpi, channels, controls: [] })).toEqual([
    "warning data.few-periods example: there should be at least 5 periods per parameter, got 40 for about 16, which is 2.5 (7 for the baseline, 3 per channel, 1 per control). Add history or merge channels; otherwise the priors will decide much of the result.",
  ]);
});

test("data that were read are addressed by line and column", () => {
  const rows = Array.from({ length: 60 }, (_, t) => `2024-01-01,${t === 30 ? -1 : 10 + (t % 7)},0,1`);
  const text = `day,y,tv_S,x\n${rows.map((row, t) => row.replace("2024-01-01", `${2024 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}-01`)).join("\n")}\n`;
  const channels = [{ name: "tv", spend: "tv_S" }];
  const found = checkDataset(readDataset({ name: "a.csv", text }, { time: "day", kpi: "y", channels }));
  expect(found.map(({ message }) => message)).toEqual([
    'a.csv, line 1, column "tv_S", channel "tv": spend must be > 0 in some period, got 0 in every period. Remove the channel from the roles.',
    'a.csv, line 32, column "y", period 2026-07-01: the KPI should be > 0, got -1. Check for missing sales written as 0, and for returns booked in another period.',
  ]);
  expect(found[0]?.place).toEqual({
    file: "a.csv",
    line: 1,
    column: "tv_S",
    channel: "tv",
    period: undefined,
  });
});

test("every threshold says why it has its value", () => {
  for (const { value, reason } of Object.values(checkThresholds)) {
    expect(value).toBeGreaterThan(0);
    expect(reason).toMatch(/\w.*[.]$/);
  }
});

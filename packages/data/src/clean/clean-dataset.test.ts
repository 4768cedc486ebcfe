import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDataset } from "../check/check-dataset.js";
import { anyPanel } from "../dataset/any-dataset.contract.js";
import { makeDataset } from "../dataset/dataset.js";
import { exampleDataset } from "../dataset/example-dataset.js";
import { hashDataset } from "../dataset/hash-dataset.js";
import { datasetRoles, writeDatasetCsv } from "../dataset/write-dataset-csv.js";
import { IssueError } from "../issue/issue-error.js";
import { readDataset } from "../read/read-dataset.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { cleanDataset, type UnreadTable } from "./clean-dataset.js";
import type { Repair } from "./repair.js";

const roles: ColumnRoles = {
  time: "week",
  panel: "geo",
  kpi: "y",
  channels: [{ name: "tv", spend: "cost", exposure: "grp" }, "radio"],
  controls: ["price"],
};
const head = "geo,week,y,cost,grp,radio,price";
const rows = [
  "N,2024-01-01,5,1,10,0,9",
  "N,2024-01-08,6,2,20,1,8",
  "N,2024-01-15,7,3,30,0,7",
  "N,2024-01-22,8,4,40,2,6",
  "S,2024-01-01,1,0,0,3,9",
  "S,2024-01-08,2,1,10,4,8",
  "S,2024-01-15,3,2,20,5,7",
  "S,2024-01-22,4,3,30,6,6",
];

/** The panel with some rows replaced (counted from 0), or taken out where the text is empty. */
function tableOf(changes: Readonly<Record<number, string>>): UnreadTable {
  const changed = rows.map((row, i) => changes[i] ?? row).filter((row) => row !== "");
  return { source: { name: "a.csv", text: [head, ...changed].join("\n") }, roles };
}

function issuesOf(input: UnreadTable, repairs: readonly Repair[]): readonly string[] {
  try {
    cleanDataset(input, repairs);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

const messagesOf = (input: UnreadTable, repairs: readonly Repair[]): readonly string[] =>
  cleanDataset(input, repairs).changes.map(({ message }) => message);

test("missing values become zero where that is said, with each change as data", () => {
  const input = tableOf({ 1: "N,2024-01-08,6,,20,NA,8" });
  const { dataset, changes } = cleanDataset(input, [{ fault: "missing", every: "spend", repair: "zero" }]);
  expect(dataset.channels.map(({ spend }) => spend[1])).toEqual([0, 0]);
  expect(changes).toEqual([
    {
      fault: "missing",
      repair: "zero",
      series: "tv",
      place: { file: "a.csv", line: 3, column: "cost", channel: "tv", cell: "N", period: "2024-01-08" },
      to: 0,
      message:
        'a.csv, line 3, column "cost", channel "tv", cell "N", period 2024-01-08: no value became 0 (missing: zero).',
    },
    {
      fault: "missing",
      repair: "zero",
      series: "radio",
      place: { file: "a.csv", line: 3, column: "radio", channel: "radio", cell: "N", period: "2024-01-08" },
      to: 0,
      message:
        'a.csv, line 3, column "radio", cell "N", period 2024-01-08: no value became 0 (missing: zero).',
    },
  ]);
});

test("only what is told is repaired, and everything else is still refused at once", () => {
  const input = tableOf({ 1: "N,2024-01-08,x,,20,-1,", 2: "N,2024-01-15,7,3,-30,0,7" });
  expect(issuesOf(input, [{ fault: "missing", series: "tv", repair: "zero" }])).toEqual([
    'data.text-in-number a.csv, line 3, column "y", cell "N", period 2024-01-08: KPI must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
    'data.negative-spend a.csv, line 3, column "radio", cell "N", period 2024-01-08: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control.',
    'data.missing-value a.csv, line 3, column "price", cell "N", period 2024-01-08: control must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.negative-exposure a.csv, line 4, column "grp", channel "tv", cell "N", period 2024-01-15: exposure must be ≥ 0, got "-30". Net corrections into the period of the exposure.',
  ]);
});

test("interpolation goes from neighbour to neighbour inside a cell, and nowhere at its ends", () => {
  const input = tableOf({
    1: "N,2024-01-08,,2,20,1,8",
    2: "N,2024-01-15,,3,30,0,7",
    4: "S,2024-01-01,1,0,0,3,",
  });
  const kpi: Repair = { fault: "missing", series: "y", repair: "interpolate" };
  expect(issuesOf(input, [kpi, { fault: "missing", series: "price", repair: "interpolate" }])).toEqual([
    'data.missing-value a.csv, line 6, column "price", cell "S", period 2024-01-01: control must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
  ]);
  const { dataset, changes } = cleanDataset(input, [
    kpi,
    { fault: "missing", series: "price", repair: "zero" },
  ]);
  expect([...dataset.kpi.values.slice(0, 4)]).toEqual([5, 6, 7, 8]);
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [undefined, 6],
    [undefined, 7],
    [undefined, 0],
  ]);
});

test("rows that a cell or the whole calendar lacks are filled when every series is told how", () => {
  const repairs: readonly Repair[] = [
    { fault: "missing", every: "spend", repair: "zero" },
    { fault: "missing", every: "exposure", repair: "zero" },
    { fault: "missing", series: ["y", "price"], repair: "interpolate" },
  ];
  for (const input of [tableOf({ 6: "" }), tableOf({ 2: "", 6: "" })]) {
    const { dataset } = cleanDataset(input, repairs);
    expect(dataset.periods).toHaveLength(4);
    expect([dataset.kpi.values[6], dataset.channels[0]!.spend[6], dataset.controls[0]!.values[6]]).toEqual([
      3, 0, 7,
    ]);
    expect(dataset.source?.lines[6]).toBe(0);
  }
  expect(messagesOf(tableOf({ 6: "" }), repairs)[0]).toBe(
    'a.csv, column "cost", channel "tv", cell "S", period 2024-01-15: no value became 0 (missing: zero).',
  );
  expect(issuesOf(tableOf({ 2: "", 6: "" }), repairs.slice(0, 2))).toEqual([
    'data.irregular-period a.csv, line 4, column "week", period 2024-01-22: weeks must follow one another without a gap, got 14 days after 2024-01-08 on line 3. Add the missing week 2024-01-15, with 0 where nothing happened.',
  ]);
});

test("a national gap is filled too", () => {
  const text = "week,y,tv\n2024-01-01,1,1\n2024-01-15,3,0\n2024-01-22,4,2\n";
  const input = { source: { name: "a.csv", text }, roles: { time: "week", kpi: "y", channels: ["tv"] } };
  const { dataset } = cleanDataset(input, [
    { fault: "missing", series: "y", repair: "interpolate" },
    { fault: "missing", series: "tv", repair: "zero" },
  ]);
  expect([dataset.cells, dataset.kpi.values]).toEqual([["national"], Float64Array.of(1, 2, 3, 4)]);
});

test("negative spend and exposure become zero where that is said", () => {
  const input = tableOf({ 1: "N,2024-01-08,6,-2.5,-20,1,8" });
  const repairs: readonly Repair[] = [
    { fault: "negative", every: "spend", repair: "zero" },
    { fault: "negative", series: "grp", repair: "zero" },
  ];
  const { dataset, changes } = cleanDataset(input, repairs);
  expect([dataset.channels[0]!.spend[1], dataset.channels[0]!.exposure!.values[1]]).toEqual([0, 0]);
  expect(changes.map(({ from, to, message }) => [from, to, message])).toEqual([
    [
      -2.5,
      0,
      'a.csv, line 3, column "cost", channel "tv", cell "N", period 2024-01-08: -2.5 became 0 (negative: zero).',
    ],
    [
      -20,
      0,
      'a.csv, line 3, column "grp", channel "tv", cell "N", period 2024-01-08: -20 became 0 (negative: zero).',
    ],
  ]);
});

test("rows of a sum are repaired one by one, the others stay in the sum", () => {
  const text = "week,y,c,cost\n2024-01-01,1,tv,5\n2024-01-01,1,tv,\n2024-01-01,1,tv,-7\n2024-01-08,2,tv,6\n";
  const mediaRows = { channel: "c", spend: "cost", repeated: "sum" } as const;
  const input = {
    source: { name: "a.csv", text },
    roles: { time: "week", kpi: "y", channels: [], mediaRows },
  };
  const { dataset, changes } = cleanDataset(input, [
    { fault: "negative", series: "tv", repair: "zero" },
    { fault: "missing", series: "tv", repair: "zero" },
  ]);
  expect(dataset.channels[0]?.spend).toEqual(Float64Array.of(5, 6));
  expect(changes.map(({ message }) => message)).toEqual([
    'a.csv, line 4, column "cost", channel "tv", period 2024-01-01: -7 became 0 (negative: zero).',
    'a.csv, line 2, column "cost", channel "tv", period 2024-01-01: no value became 5 (missing: zero).',
  ]);
});

test("cells, periods at an end and series are dropped with all that is wrong in them", () => {
  const input = tableOf({ 3: "N,2024-01-22,8,4,,2,6", 7: "S,2024-01-22,x,3,,6,6" });
  const cells = cleanDataset(tableOf({ 1: "N,2024-01-08,x,2,,1,8" }), [
    { fault: "missing", series: "grp", repair: "drop-cells" },
  ]);
  expect([cells.dataset.cells, cells.dataset.dimensions, cells.dataset.kpi.values]).toEqual([
    ["S"],
    [{ name: "geo", levels: ["S"] }],
    Float64Array.of(1, 2, 3, 4),
  ]);
  expect(cells.dataset.source?.lines).toEqual([6, 7, 8, 9]);
  expect(cells.changes.map(({ message }) => message)).toEqual([
    'a.csv, cell "N": the cell was dropped, because "grp" lacks a value there (missing: drop-cells).',
  ]);
  const periods = cleanDataset(input, [{ fault: "missing", series: "grp", repair: "drop-periods" }]);
  expect([periods.dataset.periods.at(-1), periods.dataset.kpi.values]).toEqual([
    "2024-01-15",
    Float64Array.of(5, 6, 7, 1, 2, 3),
  ]);
  expect(periods.changes.map(({ message }) => message)).toEqual([
    'a.csv, period 2024-01-22: the period was dropped, because "grp" lacks a value there (missing: drop-periods).',
  ]);
  const clean = tableOf({ 3: "N,2024-01-22,8,4,,2,6", 7: "S,2024-01-22,4,3,,6," });
  const series = cleanDataset(clean, [{ fault: "missing", series: ["grp", "price"], repair: "drop-series" }]);
  expect([series.dataset.channels[0], series.dataset.controls]).toEqual([
    { name: "tv", spend: Float64Array.of(1, 2, 3, 4, 0, 1, 2, 3) },
    [],
  ]);
  expect(series.changes.map(({ message }) => message)).toEqual([
    'a.csv, column "grp", channel "tv": the series was dropped, because it lacks values (missing: drop-series).',
    'a.csv, column "price": the series was dropped, because it lacks values (missing: drop-series).',
  ]);
});

test("what cannot be dropped is told", () => {
  const input = tableOf({ 1: "N,2024-01-08,,2,20,,8", 5: "S,2024-01-08,2,1,10,,8" });
  const drop = (series: string, repair: "drop-periods" | "drop-cells" | "drop-series") =>
    issuesOf(input, [{ fault: "missing", series, repair }])[0];
  expect(drop("y", "drop-series")).toBe(
    'repairs.cannot-drop a.csv, column "y": only channels and controls can be dropped, got "y". Repair its values, or drop periods or cells.',
  );
  expect(drop("radio", "drop-periods")).toBe(
    'repairs.period-inside a.csv, column "radio", period 2024-01-08: periods can be dropped at the beginning and the end only, got one between others. Interpolate it, or drop the cell or the series.',
  );
  expect(drop("radio", "drop-cells")).toBe(
    "repairs.nothing-left a.csv: some cells must be left after dropping, got none. Repair values instead, or repair the table.",
  );
  const short = {
    ...input,
    source: {
      name: "a.csv",
      text: [head, rows[0], rows[1], rows[4]?.replace(",0,3", ",0,"), rows[5]].join("\n"),
    },
  };
  expect(issuesOf(short, [{ fault: "missing", series: "radio", repair: "drop-periods" }])[0]).toBe(
    "repairs.nothing-left a.csv: some periods must be left after dropping, got fewer than two. Repair values instead, or repair the table.",
  );
  const one = { ...input, roles: { ...roles, channels: ["radio"] } };
  expect(issuesOf(one, [{ fault: "missing", series: "radio", repair: "drop-series" }])[0]).toBe(
    "repairs.nothing-left a.csv: some channels must be left after dropping, got none. Repair values instead, or repair the table.",
  );
});

test("the media history is repaired like the rest, the KPI is not asked for there", () => {
  const history = { ...roles, kpi: { column: "y", starts: "2024-01-15" } };
  const input = { ...tableOf({ 0: "N,2024-01-01,,,10,0,", 4: "S,2024-01-01,,0,0,3," }), roles: history };
  const { dataset, changes } = cleanDataset(input, [
    { fault: "missing", series: ["y", "price", "tv"], repair: "zero" },
  ]);
  expect(dataset.channels[0]?.history?.spend).toEqual(Float64Array.of(0, 2, 0, 1));
  expect(changes).toHaveLength(1);
  const shorter = cleanDataset(input, [{ fault: "missing", series: "tv", repair: "drop-periods" }]).dataset;
  expect([shorter.historyPeriods, shorter.periods]).toEqual([["2024-01-08"], ["2024-01-15", "2024-01-22"]]);
});

const market = exampleDataset();

test("outliers of a data set are clipped to the limit of the check, which then has nothing to say", () => {
  const kpi = { ...market.kpi, values: market.kpi.values.map((value, t) => (t === 50 ? 10 * value : value)) };
  const spend = market.channels[2]!.spend.map((value, t) => (t === 7 ? 400_000 : t === 8 ? 0 : value));
  const channels = [market.channels[0]!, market.channels[1]!, { name: "social", spend }];
  const dirty = makeDataset({ ...market, kpi, channels });
  expect(checkDataset(dirty).map(({ code }) => code)).toEqual(["data.outlier", "data.outlier"]);
  const { dataset, changes } = cleanDataset(dirty, [
    { fault: "outlier", series: ["revenue", "social"], repair: "clip" },
  ]);
  expect(checkDataset(dataset)).toEqual([]);
  expect(dataset.channels[2]!.spend[8]).toBe(0);
  expect(changes.map(({ message }) => message)).toEqual([
    'example, column "revenue", period 2023-12-18: 1027960 became 195671 (outlier: clip).',
    'example, channel "social", period 2023-02-20: 400000 became 12798.2 (outlier: clip).',
  ]);
  expect(dirty.kpi.values[50]).toBe(1027960);
});

test("a narrower limit clips more, and constant or short series are left alone", () => {
  const count = (deviations: number) =>
    cleanDataset(market, [{ fault: "outlier", series: "revenue", repair: "clip", deviations }]).changes
      .length;
  expect(count(1)).toBeGreaterThan(count(2));
  const { dataset, changes } = cleanDataset(market, [{ fault: "outlier", every: "control", repair: "clip" }]);
  expect([hashDataset(dataset), changes]).toEqual([hashDataset(market), expect.anything()]);
});

test("repairs are checked like roles, and series that do not exist are told with the nearest name", () => {
  const wrong = [
    { fault: "missing", series: "y", repair: "zer" },
    { fault: "mising", series: "y", repair: "zero" },
    { fault: "negative", repair: "zero", serie: "y" },
    { fault: "outlier", series: "y", every: "spend", repair: "clip", deviations: 0 },
  ] as unknown as readonly Repair[];
  expect(issuesOf(tableOf({}), wrong)).toEqual([
    'repairs.not-allowed repairs[0].repair: must be one of the allowed values, got "zer" (zero, interpolate, drop-periods, drop-cells, drop-series). Did you mean "zero"?',
    'repairs.not-allowed repairs[1].fault: must be one of the allowed values, got "mising" (missing, negative, outlier). Did you mean "missing"?',
    'repairs.unknown-key repairs[2].serie: must be a known key, got "serie" (fault, repair, series, every). Did you mean "series"?',
    "repairs.invalid repairs[2]: must choose its series, either by `series` or by `every`, got an object. Name one series or several, or a kind of them.",
    "repairs.out-of-range repairs[3].deviations: must be > 0, got 0. Change the value.",
    "repairs.invalid repairs[3]: must choose its series, either by `series` or by `every`, got an object. Name one series or several, or a kind of them.",
  ]);
  expect(issuesOf(tableOf({}), [{ fault: "negative", repair: "zero" }])).toEqual([
    "repairs.invalid repairs[0]: must choose its series, either by `series` or by `every`, got an object. Name one series or several, or a kind of them.",
  ]);
  expect(
    issuesOf(tableOf({ 1: "N,2024-01-08,6,2,20,1," }), [
      { fault: "missing", series: "prise", repair: "zero" },
    ]),
  ).toEqual([
    'repairs.unknown-series a.csv, repairs[0].series: must be a series of the data set, got "prise" (y, tv, grp, radio, price). Did you mean "price"?',
    'data.missing-value a.csv, line 3, column "price", cell "N", period 2024-01-08: control must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
  ]);
  expect(() => cleanDataset(market, [{ fault: "outlier", series: "tvv", repair: "clip" }])).toThrow(
    'example, repairs[0].series: must be a series of the data set, got "tvv" (revenue, tv, search, social, tv_contacts, search_clicks, promotion). Did you mean "tv"?',
  );
});

test("without repairs a table is read as ever, and repairs without a fault change nothing", () => {
  const repairs: readonly Repair[] = [
    { fault: "missing", every: "spend", repair: "zero" },
    { fault: "negative", every: "exposure", repair: "zero" },
    { fault: "missing", every: "control", repair: "drop-cells" },
  ];
  fc.assert(
    fc.property(anyPanel, (dataset) => {
      const source = { name: "any", text: writeDatasetCsv(dataset) };
      const use = datasetRoles(dataset);
      const { dataset: same, changes } = cleanDataset({ source, roles: use }, repairs);
      expect([hashDataset(same), changes]).toEqual([hashDataset(dataset), []]);
      expect(hashDataset(readDataset(source, use))).toBe(hashDataset(dataset));
    }),
    { numRuns: 50 },
  );
});

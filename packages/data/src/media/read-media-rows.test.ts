import { expect, test } from "vitest";
import { cleanDataset } from "../clean/clean-dataset.js";
import { IssueError } from "../issue/issue-error.js";
import { readDataset } from "../read/read-dataset.js";
import type { ColumnRoles, MediaRowsRole } from "../roles/column-roles.js";
import type { TableSource } from "../table/read-table.js";

const mediaRows: MediaRowsRole = { channel: "channel", spend: "cost", exposure: "clicks" };
const roles: ColumnRoles = { time: "day", panel: "geo", kpi: "y", channels: [], mediaRows };

function issuesOf(text: string, use: ColumnRoles = roles, media?: TableSource): readonly string[] {
  try {
    readDataset({ name: "a.csv", text }, use, media);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

const text = [
  "geo,day,channel,cost,clicks,y",
  "N,2024-01-02,tv,1,10,5",
  "N,2024-01-02,web,2,20,",
  "N,2024-01-01,web,3,30,4",
  "N,2024-01-01,tv,4,40,4",
  "S,2024-01-01,tv,5,50,6",
  "S,2024-01-01,web,6,60,6",
  "S,2024-01-02,tv,7,70,7",
  "S,2024-01-02,web,8,80,7",
].join("\n");

test("rows of channels are pivoted, in whatever order they come, and know their lines", () => {
  const dataset = readDataset({ name: "a.csv", text }, roles);
  expect(dataset.kpi.values).toEqual(Float64Array.of(4, 5, 6, 7));
  expect(dataset.channels).toEqual([
    {
      name: "tv",
      spend: Float64Array.of(4, 1, 5, 7),
      exposure: { name: "tv clicks", values: Float64Array.of(40, 10, 50, 70) },
    },
    {
      name: "web",
      spend: Float64Array.of(3, 2, 6, 8),
      exposure: { name: "web clicks", values: Float64Array.of(30, 20, 60, 80) },
    },
  ]);
  expect(dataset.source?.media).toEqual({
    file: "a.csv",
    headerLine: 1,
    lines: [
      [5, 2, 6, 8],
      [4, 3, 7, 9],
    ],
  });
});

test("levels are chosen, renamed and joined by the roles", () => {
  const channels = [{ name: "all", levels: ["web", "tv"] }];
  const [all] = readDataset({ name: "a.csv", text }, { ...roles, channels }).channels;
  expect([all?.name, all?.spend]).toEqual(["all", Float64Array.of(7, 3, 11, 15)]);
  const [web, ...none] = readDataset({ name: "a.csv", text }, { ...roles, channels: ["web"] }).channels;
  expect([web?.name, none]).toEqual(["web", []]);
});

test("rows that are parts of a sum and absent rows are read as declared, not otherwise", () => {
  const sparse =
    "day,channel,cost,y\n2024-01-01,tv,1,4\n2024-01-01,tv,2,4\n2024-01-02,web,5,6\n2024-01-02,tv,7,6\n";
  const bare = { time: "day", kpi: "y", channels: ["tv", "web"] } as const;
  const rows = { channel: "channel", spend: "cost" };
  const declared = { ...bare, mediaRows: { ...rows, absent: "zero", repeated: "sum" } } as const;
  const { channels, cells } = readDataset({ name: "a.csv", text: sparse }, declared);
  expect(cells).toEqual(["national"]);
  expect(channels.map(({ spend }) => spend)).toEqual([Float64Array.of(3, 7), Float64Array.of(0, 5)]);
  expect(issuesOf(sparse, { ...bare, mediaRows: rows })).toEqual([
    'data.missing-row a.csv, column "channel", channel "web", period 2024-01-01: each channel must have a row in each cell and period, got none. Add the rows, or let `mediaRows.absent` be "zero" where no row means no spend.',
    'data.duplicate-row a.csv, line 3, column "channel", channel "tv", period 2024-01-01: each channel must have one row in each cell and period, got "tv" again (first on line 2). Remove the row, or let `mediaRows.repeated` be "sum" where rows are parts of a sum.',
  ]);
});

test("a channel of several levels needs the rows of each, and adds up those there are when it is told to", () => {
  const partial = text
    .replace("N,2024-01-02,web,2,20,", "N,2024-01-02,other,2,20,")
    .replace("web,6,60", ",,");
  const channels = [{ name: "all", levels: ["web", "tv"] }];
  expect(issuesOf(partial, { ...roles, channels })).toEqual([
    'data.missing-row a.csv, column "channel", channel "all", cell "N", period 2024-01-02: each level of a channel must have a row in each cell and period, got none for 1 of 2 levels here and at 1 more of 4. Add the rows, or let `mediaRows.absent` be "zero" where no row means no spend.',
  ]);
  const declared = { ...roles, channels, mediaRows: { ...mediaRows, absent: "zero" } } as const;
  expect(readDataset({ name: "a.csv", text: partial }, declared).channels[0]?.spend).toEqual(
    Float64Array.of(7, 1, 5, 15),
  );
  const repaired = cleanDataset({ source: { name: "a.csv", text: partial }, roles: { ...roles, channels } }, [
    { fault: "missing", series: ["all", "all clicks"], repair: "zero" },
  ]);
  expect(repaired.dataset.channels[0]?.spend).toEqual(Float64Array.of(7, 1, 5, 15));
});

test("a channel that never occurs is told as that, not as one that spent nothing", () => {
  for (const absent of [undefined, "zero"] as const) {
    const use = { ...roles, channels: ["tv", "tvv"], mediaRows: { ...mediaRows, absent } };
    expect(issuesOf(text, use)).toEqual([
      'data.unknown-level a.csv, line 1, column "channel", channel "tvv": a level of the roles must occur in the channel column, got no row with "tvv" ("tv", "web"). Did you mean "tv"?',
    ]);
  }
});

test("faults of media rows are found at once, each with its channel, cell and period", () => {
  const wrong = [
    "geo,day,channel,cost,clicks,y",
    "N,2024-01-01,tv,1,1,5",
    "N,2024-01-01,radio,2,1,6",
    "N,2024-01-02,tv,x,1,6",
    "N,2024-01-02,radio,3,-1,6",
    "N,2024-01-03,,3,,7",
    "N,2024-01-03,tv,3,4,7",
    "N,2024-01-03,radio,3,4,7",
  ];
  const channels = ["tv", { name: "audio", levels: ["radoi", "radio"] }];
  expect(issuesOf(wrong.join("\n"), { ...roles, channels })).toEqual([
    'data.unknown-level a.csv, line 1, column "channel", channel "audio": a level of the roles must occur in the channel column, got no row with "radoi" ("tv", "radio"). Did you mean "radio"?',
    'data.conflicting-values a.csv, line 3, column "y", cell "N", period 2024-01-01: KPI must be the same in all rows of a cell and period, got 6 here (5 on line 2). Repeat the value of the period in each of its rows, or give it in one of them alone.',
    'data.text-in-number a.csv, line 4, column "cost", channel "tv", cell "N", period 2024-01-02: spend must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
    'data.negative-exposure a.csv, line 5, column "clicks", channel "audio", cell "N", period 2024-01-02: exposure must be ≥ 0, got "-1". Net corrections into the period of the exposure.',
    'data.missing-value a.csv, line 6, column "channel", cell "N", period 2024-01-03: the channel of spend must be named, got an empty cell. Write the channel.',
  ]);
  expect(issuesOf("geo,day,channel,cost,clicks,y\nN,2024-01-01,,,,5\nN,2024-01-02,,0,,6\n")).toEqual([
    'data.no-channels a.csv, line 1, column "channel": the channel column must name channels, got empty cells only. Write the channel of each row.',
  ]);
});

const sales = "geo,week,y\nN,2024-01-08,1\nN,2024-01-15,2\nS,2024-01-08,4\nS,2024-01-15,6\n";
const campaigns = (...rows: readonly string[]) => ({
  name: "campaigns.csv",
  text: ["date,market,campaign,cost", ...rows].join("\n"),
});
const second: ColumnRoles = {
  time: "week",
  panel: "geo",
  kpi: "y",
  channels: [],
  mediaRows: {
    channel: "campaign",
    spend: "cost",
    time: "date",
    panel: "market",
    absent: "zero",
    repeated: "sum",
  },
};

test("daily campaigns in a table of their own are summed to the weeks of the KPI and reach back as history", () => {
  const media = campaigns("2024-01-02,N,tv,1", "2024-01-09,N,tv,1", "2024-01-14,N,tv,2", "2024-01-21,S,pr,7");
  const dataset = readDataset({ name: "a.csv", text: sales }, second, media);
  expect([dataset.historyPeriods, dataset.periods]).toEqual([["2024-01-01"], ["2024-01-08", "2024-01-15"]]);
  expect(dataset.channels).toEqual([
    { name: "tv", spend: Float64Array.of(3, 0, 0, 0), history: { spend: Float64Array.of(1, 0) } },
    { name: "pr", spend: Float64Array.of(0, 0, 0, 7), history: { spend: Float64Array.of(0, 0) } },
  ]);
  expect(dataset.source?.media?.lines[0]).toEqual([3, 0, 0, 0]);
  const now = readDataset(
    { name: "a.csv", text: sales },
    second,
    campaigns("2024-01-08,N,tv,1", "2024-01-15,S,tv,2"),
  );
  expect(now).not.toHaveProperty("historyPeriods");
});

test("faults of both tables are told together, the first table first", () => {
  const media = campaigns("2024-01-08,Nn,tv,1", "2024-01-25,S,tv,7", "2024-01-15,S,tv,-7", "x,N,tv,1");
  expect(issuesOf(sales.replace("S,2024-01-15,6", "S,2024-01-15,?"), second, media)).toEqual([
    'data.text-in-number a.csv, line 5, column "y", cell "S", period 2024-01-15: KPI must be a number, got "?". Write the bare number, without unit, sign of currency or words.',
    'data.unknown-cell campaigns.csv, line 2, column "market": the cell must be one of a.csv, got "Nn". Did you mean "N"?',
    'data.period-without-kpi campaigns.csv, line 3, column "date": media must lie in periods of the KPI or before them, got 2024-01-25 (2024-01-08 to 2024-01-15). Leave rows after the last period out, or add the KPI\'s newest periods.',
    'data.negative-spend campaigns.csv, line 4, column "cost", channel "tv", cell "S", period 2024-01-15: spend must be ≥ 0, got "-7". Net credit notes into the period of the spend, or map the column to a control.',
    'data.not-a-date campaigns.csv, line 5, column "date": the time must be a date, got "x". Write the dates as YYYY-MM-DD.',
  ]);
  const exact = { ...second, mediaRows: { ...second.mediaRows!, repeated: undefined } };
  expect(
    issuesOf(sales, exact, campaigns("2024-01-08,N,tv,1", "2024-01-09,S,tv,2", "2024-01-16,S,tv,2")),
  ).toEqual([
    'data.period-without-kpi campaigns.csv, line 3, column "date": media must lie in periods of the KPI or before them, got 2024-01-09 here and 1 more (2024-01-08 to 2024-01-15). Date rows like the KPI\'s periods, or let `mediaRows.repeated` be "sum" where days lie inside them.',
  ]);
});

test("a second table that cannot be read is told beside the faults of the first", () => {
  expect(issuesOf(sales.replace(",1\n", ",x\n"), second, { name: "campaigns.csv", text: "" })).toEqual([
    'data.text-in-number a.csv, line 2, column "y", cell "N", period 2024-01-08: KPI must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
    "data.empty-file campaigns.csv: the file must hold a header and rows, got an empty file. Export the table again, with its header.",
  ]);
  expect(
    issuesOf(sales, second, { name: "campaigns.csv", text: "date,campaign,cost\n2024-01-08,tv,x\n" }),
  ).toEqual([
    'data.missing-column campaigns.csv, line 1, column "market": the header must have the column, got no such column ("date", "campaign", "cost"). Name a column of the header in the roles.',
    'data.text-in-number campaigns.csv, line 2, column "cost", channel "tv", period 2024-01-08: spend must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
  ]);
});

test("a table of media without roles for it is refused", () => {
  const wide = { time: "week", panel: "geo", kpi: "y", channels: ["tv"] };
  expect(
    issuesOf(sales.replaceAll("y", "y,tv").replace(/(\d)$/gm, "$1,$1"), wide, campaigns("2024-01-08,N,tv,1")),
  ).toEqual([
    "roles.missing-media-rows campaigns.csv: a table of media must have its columns named in the roles, got none. Name its channel and spend columns as `mediaRows`.",
  ]);
});

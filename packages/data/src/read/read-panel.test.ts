import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { TableSource } from "../table/read-table.js";
import { readDataset } from "./read-dataset.js";

const roles: ColumnRoles = { time: "week", panel: "geo", kpi: "y", channels: ["tv"] };

function issuesOf(
  lines: readonly string[],
  use: ColumnRoles = roles,
  media?: TableSource,
): readonly string[] {
  try {
    readDataset({ name: "a.csv", text: lines.join("\n") }, use, media);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

test("cells come in the order of the table, their rows one after another or period by period", () => {
  const head = "geo,week,y,tv";
  const south = ["S,2024-01-01,1,0", "S,2024-01-08,2,5"];
  const north = ["N,2024-01-01,3,6", "N,2024-01-08,4,0"];
  const read = (rows: readonly string[]) =>
    readDataset({ name: "a.csv", text: [head, ...rows].join("\n") }, roles);
  const { source, ...dataset } = read([...south, ...north]);
  expect(dataset).toEqual({
    name: "a.csv",
    cells: ["S", "N"],
    dimensions: [{ name: "geo", levels: ["S", "N"] }],
    periods: ["2024-01-01", "2024-01-08"],
    periodDays: 7,
    kpi: { name: "y", values: Float64Array.of(1, 2, 3, 4) },
    channels: [{ name: "tv", spend: Float64Array.of(0, 5, 6, 0) }],
    controls: [],
  });
  expect(source?.lines).toEqual([2, 3, 4, 5]);
  const byPeriod = read([south[0]!, north[0]!, south[1]!, north[1]!]);
  expect(byPeriod.kpi).toEqual(dataset.kpi);
  expect(byPeriod.source?.lines).toEqual([2, 4, 3, 5]);
});

test("several dimensions make cells that need not fill the rectangle of their levels", () => {
  const text =
    "week,brand,region,y,tv\n2024-01-01,A,N,1,0\n2024-01-01,B,S,2,1\n2024-01-08,A,N,3,2\n2024-01-08,B,S,4,3\n";
  const dataset = readDataset({ name: "a.csv", text }, { ...roles, panel: ["brand", "region"] });
  expect(dataset.cells).toEqual(["A × N", "B × S"]);
  expect(dataset.dimensions).toEqual([
    { name: "brand", levels: ["A", "B"] },
    { name: "region", levels: ["N", "S"] },
  ]);
});

test("a panel of one cell keeps its name", () => {
  const text = "geo,week,y,tv\nLocal,2024-01-01,1,0\nLocal,2024-01-08,2,1\n";
  expect(readDataset({ name: "a.csv", text }, roles).cells).toEqual(["Local"]);
});

test("indicators and controls go to their cells", () => {
  const text =
    "geo,week,y,tv,event\nN,2024-01-01,1,0,na\nS,2024-01-01,2,1,sale\nN,2024-01-08,3,2,sale\nS,2024-01-08,4,3,na\n";
  const controls = [{ column: "event", as: "indicators" } as const];
  expect(readDataset({ name: "a.csv", text }, { ...roles, controls }).controls).toEqual([
    { name: "event=sale", values: Float64Array.of(0, 1, 1, 0) },
  ]);
});

test("faults of a panel are found at once, with their cells", () => {
  const rows = [
    "geo,week,y,tv",
    "N,2024-01-01,1,1",
    "N,2024-01-08,2,2",
    "N,2024-01-08,2,2",
    "N,2024-01-15,3,-1",
    "S,2024-01-08,1,1",
    "S,2024-01-01,2,",
    ",2024-01-15,2,1",
    "N,soon,2,x",
  ];
  expect(issuesOf(rows)).toEqual([
    'data.missing-row a.csv, column "week", cell "S", period 2024-01-15: every cell must have a row in every period, got none. Add the rows, with 0 where nothing happened, or leave the cell out.',
    'data.duplicate-period a.csv, line 4, column "week", cell "N", period 2024-01-08: each period must have one row, got 2024-01-08 again (first on line 3). Sum the rows of the period into one, or remove one.',
    'data.negative-spend a.csv, line 5, column "tv", cell "N", period 2024-01-15: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control.',
    'data.unsorted-rows a.csv, line 7, column "week", cell "S", period 2024-01-01: rows must be in order of time, the oldest first, got 2024-01-01 after 2024-01-08. Sort the rows by date.',
    'data.missing-value a.csv, line 7, column "tv", cell "S", period 2024-01-01: spend must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.missing-value a.csv, line 8, column "geo": a panel column must name the cell, got an empty cell. Write the name; totals over all cells are no row of a panel.',
    'data.not-a-date a.csv, line 9, column "week": the time must be a date, got "soon". Write the dates as YYYY-MM-DD.',
    'data.text-in-number a.csv, line 9, column "tv", cell "N": spend must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
  ]);
});

test("a period that no cell has is told once, periods that one cell lacks as a run", () => {
  const cell = (name: string, ...days: readonly number[]) =>
    days.map((day) => `${name},2024-01-${String(day).padStart(2, "0")},${day},${day}`);
  expect(
    issuesOf(["geo,week,y,tv", ...cell("N", 1, 8, 22, 29), ...cell("S", 22, 29), ...cell("W", 1, 8, 29)]),
  ).toEqual([
    'data.missing-row a.csv, column "week", cell "S", period 2024-01-01: every cell must have a row in every period, got none here and in the next period. Add the rows, with 0 where nothing happened, or leave the cell out.',
    'data.missing-row a.csv, column "week", cell "W", period 2024-01-22: every cell must have a row in every period, got none. Add the rows, with 0 where nothing happened, or leave the cell out.',
    'data.irregular-period a.csv, line 4, column "week", period 2024-01-22: weeks must follow one another without a gap, got 14 days after 2024-01-08 on line 3. Add the missing week 2024-01-15, with 0 where nothing happened.',
  ]);
});

test("a fault that runs through a cell is told once for the cell", () => {
  const cell = (name: string, tv: string) =>
    [1, 8, 15, 22].map(
      (day) => `${name},2024-01-${String(day).padStart(2, "0")},${day},${tv === "" ? "" : day}`,
    );
  expect(issuesOf(["geo,week,y,tv", ...cell("N", "x"), ...cell("S", "")])).toEqual([
    'data.missing-value a.csv, line 6, column "tv", cell "S", period 2024-01-01: spend must be a number, got an empty cell here and no better in the other 3 rows of the cell. Write the value (0 where nothing happened); nothing is filled in silently.',
  ]);
});

test("cells whose names are the same when joined are refused", () => {
  const rows = ["a × b,c", "a,b × c"].flatMap((own, i) => [
    `2024-01-01,${own},${i},1`,
    `2024-01-08,${own},2,${i}`,
  ]);
  expect(issuesOf(["week,brand,region,y,tv", ...rows], { ...roles, panel: ["brand", "region"] })).toEqual([
    'data.duplicate-name a.csv, line 1, column "brand × region": cells must have different names, got "a × b × c" twice. Rename a level, so that they differ when they are joined.',
  ]);
});

test("a column that tells the rows of a period apart is named, for national data and for panels", () => {
  const weeks = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"];
  const rows = weeks.flatMap((week, i) =>
    ["N", "S"].map((geo, g) => `${4 * g + i},${geo},${week},${i},${i * g}`),
  );
  expect(issuesOf(["id,geo,week,y,tv", ...rows], { time: "week", kpi: "y", channels: ["tv"] })).toEqual([
    'data.duplicate-period a.csv, line 3, column "week", period 2024-01-01: each period must have one row, got 8 rows for 4 periods. Column "geo" tells the rows of a period apart: name it in the roles, as `panel` where it holds regions or brands, as `mediaRows.channel` where it holds channels.',
  ]);
  const long = weeks.flatMap((week, i) =>
    ["N", "S"].flatMap((geo) => ["tv", "pr"].map((c, k) => `${geo},${week},${c},${i},${i * k}`)),
  );
  expect(issuesOf(["geo,week,channel,y,tv", ...long])).toEqual(
    [
      'data.duplicate-period a.csv, line 3, column "week", period 2024-01-01: each cell must have one row in each period, got 16 rows for 8 cells and periods. Add column "channel" to `panel` in the roles where it divides the cells, name it as `mediaRows.channel` where it holds channels, or sum the rows.',
      'data.zero-channel a.csv, line 1, column "tv": spend must be > 0 in some period, got 0 in every period of every cell. Remove the channel from the roles.',
    ].reverse(),
  );
});

test("without a time or panel column the other columns are still read", () => {
  expect(
    issuesOf(["geo,week,y,tv", "N,2024-01-01,1,x", "S,2024-01-01,2,-1"], {
      ...roles,
      panel: ["geo", "brand"],
    }),
  ).toEqual([
    'data.missing-column a.csv, line 1, column "brand": the header must have the column, got no such column ("geo", "week", "y", "tv"). Name a column of the header in the roles.',
    'data.text-in-number a.csv, line 2, column "tv", cell "N", period 2024-01-01: spend must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
    'data.negative-spend a.csv, line 3, column "tv", cell "S", period 2024-01-01: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control.',
  ]);
  expect(issuesOf(["geo,y,tv", "N,1,x", "S,2,1"])[1]).toBe(
    'data.text-in-number a.csv, line 2, column "tv", cell "N": spend must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
  );
});

test("one period is not enough, whatever the number of cells", () => {
  expect(issuesOf(["geo,week,y,tv", "N,2024-01-01,1,1", "S,2024-01-01,2,0"])).toEqual([
    'data.one-period a.csv, line 2, column "week": there must be two or more periods, got only 2024-01-01. Export the whole history.',
  ]);
});

test("population is one number per cell, > 0", () => {
  const use = { ...roles, population: "people" };
  const rows = (north: string, south: string) => [
    "geo,week,y,tv,people",
    "N,2024-01-01,1,1,500",
    `N,2024-01-08,2,2,${north}`,
    "S,2024-01-01,2,2,30",
    `S,2024-01-08,2,3,${south}`,
  ];
  const text = rows("500", "30").join("\n");
  expect(readDataset({ name: "a.csv", text }, use).population).toEqual({
    name: "people",
    values: Float64Array.of(500, 30),
  });
  expect(issuesOf(rows("501", "0"), use)).toEqual([
    'data.changing-population a.csv, line 3, column "people", cell "N", period 2024-01-08: population must be the same in all periods of a cell, got 501 (500 on line 2). Give one value for each cell, or use the column as a control.',
    'data.population-not-positive a.csv, line 5, column "people", cell "S", period 2024-01-08: population must be > 0, got "0". Write the number of people in the cell, or another measure of its size.',
  ]);
});

test("a panel without a single name is told so", () => {
  const rows = ["geo,week,y,tv", ...[1, 2, 3, 4].map((day) => `,2024-01-0${day},${day},0`)];
  expect(issuesOf(rows)).toEqual([
    'data.missing-value a.csv, line 2, column "geo": a panel column must name the cell, got an empty cell here and no better in the other 3 rows. Write the name; totals over all cells are no row of a panel.',
  ]);
});

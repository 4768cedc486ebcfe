import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

const roles: ColumnRoles = {
  time: "week",
  kpi: { column: "y", starts: "2024-01-15" },
  channels: [{ name: "tv", spend: "cost", exposure: "grp" }],
  controls: ["price"],
};
const lines = [
  "week,y,cost,grp,price",
  "2024-01-01,,1,10,",
  "2024-01-08,old,2,20,x",
  "2024-01-15,5,3,30,9",
  "2024-01-22,6,4,40,8",
];

function issuesOf(rows: readonly string[], use: ColumnRoles): readonly string[] {
  try {
    readDataset({ name: "a.csv", text: rows.join("\n") }, use);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

test("rows before the start of the KPI are media history, of which nothing else is read", () => {
  const { source, ...dataset } = readDataset({ name: "a.csv", text: lines.join("\n") }, roles);
  expect(dataset).toEqual({
    name: "a.csv",
    cells: ["national"],
    historyPeriods: ["2024-01-01", "2024-01-08"],
    periods: ["2024-01-15", "2024-01-22"],
    periodDays: 7,
    kpi: { name: "y", values: Float64Array.of(5, 6) },
    channels: [
      {
        name: "tv",
        spend: Float64Array.of(3, 4),
        exposure: { name: "grp", values: Float64Array.of(30, 40) },
        history: { spend: Float64Array.of(1, 2), exposure: Float64Array.of(10, 20) },
      },
    ],
    controls: [{ name: "price", values: Float64Array.of(9, 8) }],
  });
  expect(source?.lines).toEqual([4, 5]);
});

test("media of the history must be right too", () => {
  const wrong = lines.map((line) => line.replace("2,20", "-2,"));
  expect(issuesOf(wrong, roles)).toEqual([
    'data.negative-spend a.csv, line 3, column "cost", channel "tv", period 2024-01-08: spend must be ≥ 0, got "-2". Net credit notes into the period of the spend, or map the column to a control.',
    'data.missing-value a.csv, line 3, column "grp", channel "tv", period 2024-01-08: exposure must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
  ]);
});

test("the KPI starts in a period of the table, with another one behind", () => {
  for (const starts of ["2024-01-16", "2024-01-22"]) {
    expect(issuesOf(lines, { ...roles, kpi: { column: "y", starts } })[0]).toBe(
      `data.kpi-start a.csv, column "y": the KPI must start in a period of the table, the last but one at the latest, got ${starts} (2024-01-01 to 2024-01-22). Write the date of its first period as \`kpi.starts\`.`,
    );
  }
});

test("a KPI that is empty in the first periods is told how to declare its start", () => {
  const rows = lines.map((line) => line.replace(",old,", ",,").replace(/,x?$/, ",7"));
  expect(issuesOf(rows, { ...roles, kpi: "y" })).toEqual([
    'data.missing-value a.csv, line 2, column "y", period 2024-01-01: KPI must be a number, got empty cells in every row before 2024-01-15. Write the values, or let `kpi.starts` be "2024-01-15" in the roles where only media go back further.',
  ]);
});

test("spend that is a total only goes where the exposure went, in the history at the same cost", () => {
  const channels = [{ name: "tv", exposure: "grp", totalSpend: 140 }];
  const text = lines.join("\n");
  const [tv] = readDataset({ name: "a.csv", text }, { ...roles, channels }).channels;
  expect(tv?.spend).toEqual(Float64Array.of(60, 80));
  expect(tv?.history).toEqual({ spend: Float64Array.of(20, 40), exposure: Float64Array.of(10, 20) });
  const idle = lines.map((line) => line.replace(/,[34]0,/, ",0,"));
  expect(issuesOf(idle, { ...roles, channels })).toEqual([]);
  const { channels: none } = readDataset({ name: "a.csv", text: idle.join("\n") }, { ...roles, channels });
  expect(none[0]?.spend).toEqual(Float64Array.of(0, 0));
});

test("the KPI may be units, with what one of them brings as a column or a number", () => {
  const text = "week,orders,basket,tv\n2024-01-01,5,20.5,1\n2024-01-08,6,19,0\n";
  const read = (revenuePerKpi: string | number) =>
    readDataset(
      { name: "a.csv", text },
      { time: "week", kpi: { column: "orders", unit: "orders", revenuePerKpi }, channels: ["tv"] },
    ).kpi;
  expect(read("basket")).toEqual({
    name: "orders",
    unit: "orders",
    values: Float64Array.of(5, 6),
    revenuePerKpi: { name: "basket", values: Float64Array.of(20.5, 19) },
  });
  expect(read(12).revenuePerKpi).toEqual({ name: "revenue per orders", values: Float64Array.of(12, 12) });
  const kpi = { column: "orders", revenuePerKpi: "basket" };
  expect(issuesOf(text.replace("20.5", "-1").split("\n"), { time: "week", kpi, channels: ["tv"] })).toEqual([
    'data.negative-revenue a.csv, line 2, column "basket", period 2024-01-01: revenue per KPI must be ≥ 0, got "-1". Write what one unit of the KPI brings, in money.',
  ]);
});

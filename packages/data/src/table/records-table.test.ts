import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import { readDataset } from "../read/read-dataset.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { TableSource } from "./read-table.js";
import type { ColumnTable } from "./records-table.js";

const roles: ColumnRoles = { time: "week", kpi: "y", channels: ["tv"], controls: ["price"] };

function issuesOf(source: TableSource): readonly string[] {
  try {
    readDataset(source, roles);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

const records = [
  { week: "2024-01-01", y: 1.5, tv: -0, price: true },
  { week: new Date("2024-01-08"), y: 1e-7, tv: 2n, price: false },
];
const content = {
  name: "r",
  cells: ["national"],
  periods: ["2024-01-01", "2024-01-08"],
  periodDays: 7,
  kpi: { name: "y", values: Float64Array.of(1.5, 1e-7) },
  channels: [{ name: "tv", spend: Float64Array.of(-0, 2) }],
  controls: [{ name: "price", values: Float64Array.of(1, 0) }],
  source: { lines: [1, 2], roles },
};

/** What arquero's tables have of what we use, in either of the two ways. */
function tableOf(way: "objects" | "getter"): ColumnTable {
  const columnNames = () => Object.keys(records[0]!);
  const getter = (column: string) => (row: number) => records[row]![column as "week"] as unknown;
  return way === "objects"
    ? { columnNames, objects: () => records }
    : { columnNames, numRows: () => records.length, getter };
}

test("records and tables of other libraries read like text, numbers to the same bits", () => {
  expect(readDataset({ name: "r", records }, roles)).toEqual(content);
  expect(readDataset({ name: "r", table: tableOf("objects") }, roles)).toEqual(content);
  expect(readDataset({ name: "r", table: tableOf("getter") }, roles)).toEqual(content);
});

test("numbers are numbers whatever format is declared for text", () => {
  const format = { decimal: "comma", thousands: "point" } as const;
  const mixed = [{ week: "2024-01-01", y: 1.5, tv: "1.000,5", price: 1234.25 }, records[1]!];
  const dataset = readDataset({ name: "r", records: mixed }, { ...roles, format });
  expect([dataset.kpi.values[0], dataset.channels[0]!.spend[0]]).toEqual([1.5, 1000.5]);
  expect(dataset.controls[0]!.values[0]).toBe(1234.25);
});

test("faults of records are addressed by row", () => {
  const wrong = [
    { week: "2024-01-01", y: null, tv: -1 },
    { week: "2024-01-08", y: NaN, tv: {}, price: 1 },
    { week: new Date("nonsense"), y: Infinity, tv: 1, price: "x" },
  ];
  expect(issuesOf({ name: "r.json", records: wrong })).toEqual([
    'data.missing-value r.json, row 1, column "y", period 2024-01-01: KPI must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.negative-spend r.json, row 1, column "tv", period 2024-01-01: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control.',
    'data.missing-value r.json, row 1, column "price", period 2024-01-01: control must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.missing-value r.json, row 2, column "y", period 2024-01-08: KPI must be a number, got "NaN". Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.text-in-number r.json, row 2, column "tv", period 2024-01-08: spend must be a number, got "an object". Write the bare number, without unit, sign of currency or words.',
    'data.missing-value r.json, row 3, column "week": the time must be a date, got an empty cell. Write the date of the period\'s first day as YYYY-MM-DD.',
    'data.infinite-value r.json, row 3, column "y": KPI must be finite, got "Infinity". Write the finite value.',
    'data.text-in-number r.json, row 3, column "price": control must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
  ]);
  const twice = ["2024-01-01", "2024-01-08", "2024-01-08"].map((week, i) => ({
    week,
    y: i,
    tv: i,
    price: i,
  }));
  expect(issuesOf({ name: "r.json", records: twice })).toEqual([
    'data.duplicate-period r.json, row 3, column "week", period 2024-01-08: each period must have one row, got 2024-01-08 again (first in row 2). Sum the rows of the period into one, or remove one.',
  ]);
});

test("what is no list of objects, or an empty one, is told", () => {
  expect(issuesOf({ name: "r.json", records: "x" as unknown as [] })).toEqual([
    'data.not-records r.json: records must be a list of objects, got "x". Give one object per row, its keys the names of the columns.',
  ]);
  expect(issuesOf({ name: "r.json", records: [{ week: 1 }, null] as unknown as [] })).toEqual([
    "data.not-records r.json, row 2: a record must be an object, got null. Give one object per row, its keys the names of the columns.",
  ]);
  expect(issuesOf({ name: "r.json", records: [] })).toEqual([
    "data.no-rows r.json: the table must have rows, got none. Export the table again, with one row per period.",
  ]);
});

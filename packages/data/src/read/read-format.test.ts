import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

const roles: ColumnRoles = { time: "Datum", panel: "Geo", kpi: "Umsatz", channels: ["TV"] };

function issuesOf(text: string, format: ColumnRoles["format"]): readonly string[] {
  try {
    readDataset({ name: "a.csv", text }, { ...roles, format });
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

test("a table as German spreadsheets write it is read when it is declared", () => {
  const text = "Datum;Geo;Umsatz;TV\n1.2.2024;N;1.234,5;0\n2.2.2024;N;1.234.567;0,25\n";
  const dataset = readDataset(
    { name: "a.csv", text },
    { ...roles, format: { decimal: "comma", thousands: "point" } },
  );
  expect([dataset.periods, dataset.kpi.values, dataset.channels[0]?.spend]).toEqual([
    ["2024-02-01", "2024-02-02"],
    Float64Array.of(1234.5, 1234567),
    Float64Array.of(0, 0.25),
  ]);
});

test("numbers of another format than the declared one are refused", () => {
  const text = "Datum;Geo;Umsatz;TV\n1.2.2024;N;1.234,5;1 000\n2.2.2024;N;1.5;0\n";
  expect(issuesOf(text, { decimal: "comma", thousands: "point" })).toEqual([
    'data.undeclared-format a.csv, line 2, column "TV", cell "N", period 2024-02-01: spend must be a number, got "1 000" (the roles declare decimals as in 1,5, with thousands as in 1.234). Write the number in the declared format, or correct `format` in the roles.',
    'data.undeclared-format a.csv, line 3, column "Umsatz", cell "N", period 2024-02-02: KPI must be a number, got "1.5" (the roles declare decimals as in 1,5, with thousands as in 1.234). Write the number in the declared format, or correct `format` in the roles.',
  ]);
});

test("a declared delimiter is not guessed, a tab is recognised", () => {
  const text = "Datum\tGeo\tUmsatz\tTV\n2024-02-01\tN\t1\t0\n2024-02-02\tN\t2\t3\n";
  expect(readDataset({ name: "a.tsv", text }, roles).cells).toEqual(["N"]);
  expect(readDataset({ name: "a.tsv", text }, { ...roles, format: { delimiter: "tab" } }).cells).toEqual([
    "N",
  ]);
  expect(issuesOf(text, { delimiter: "comma" })[0]).toBe(
    'data.missing-column a.csv, line 1, column "Datum": the header must have the column, got no such column ("Datum Geo Umsatz TV"). Name a column of the header in the roles.',
  );
});

test("a declared order of dates settles what the column leaves open, and is held to", () => {
  const text = "Datum,Geo,Umsatz,TV\n1/2/2024,N,1,0\n2/2/2024,N,2,1\n3/2/2024,N,2,1\n";
  const read = (dates: "day-first" | "month-first") =>
    readDataset({ name: "a.csv", text }, { ...roles, format: { dates } }).periods[0];
  expect([read("day-first"), read("month-first")]).toEqual(["2024-02-01", "2024-01-02"]);
  expect(issuesOf(text.replace("3/2/2024", "2/13/2024"), { dates: "day-first" })).toEqual([
    'data.impossible-date a.csv, line 4, column "Datum": the time must be a date, got "2/13/2024". The roles declare dates day-first; correct the date or the declaration.',
  ]);
});

test("ISO weeks are weeks", () => {
  const text = "Datum,Geo,Umsatz,TV\n2020-W53,N,1,0\n2021W01,N,2,1\n2021-W02-1,N,2,1\n";
  expect(readDataset({ name: "a.csv", text }, roles).periods).toEqual([
    "2020-12-28",
    "2021-01-04",
    "2021-01-11",
  ]);
  expect(issuesOf(text.replace("2021W01", "2021-W53"), {})[0]).toBe(
    'data.impossible-date a.csv, line 3, column "Datum": the time must be a date, got "2021-W53". Write a day of the calendar, as YYYY-MM-DD.',
  );
});

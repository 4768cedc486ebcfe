import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

const roles: ColumnRoles = { time: "week", kpi: "y", channels: ["tv"] };

function issuesOf(text: string, use: ColumnRoles = roles): readonly string[] {
  try {
    readDataset({ name: "a.csv", text }, use);
    return [];
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    return error.issues.map(({ code, message }) => `${code} ${message}`);
  }
}

/** A table of four weeks whose cells can be replaced: `{ "2.tv": "x" }` writes x in column tv of the second week. */
function weeks(cells: Readonly<Record<string, string>> = {}): string {
  const dates = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"];
  const rows = dates.map((date, i) =>
    [
      cells[`${i + 1}.week`] ?? date,
      cells[`${i + 1}.y`] ?? `${i + 10}`,
      cells[`${i + 1}.tv`] ?? `${i + 1}`,
    ].join(","),
  );
  return ["week,y,tv", ...rows, ""].join("\n");
}

function dated(...dates: readonly string[]): string {
  return ["week,y,tv", ...dates.map((date, i) => `${date},${i + 10},${i + 1}`), ""].join("\n");
}

test("a plain table becomes a data set with everything in its place", () => {
  const text = 'week,price,"y",clicks,tv_S,note\n2024-01-01,1.5,10,7,1,"a, b"\n2024-01-08,2,11,8,0,\n';
  const channel = { name: "tv", spend: "tv_S", exposure: "clicks" };
  const use: ColumnRoles = {
    time: "week",
    kpi: { column: "y", unit: "EUR" },
    channels: [channel],
    controls: ["price"],
  };
  expect(readDataset({ name: "a.csv", text }, use)).toEqual({
    name: "a.csv",
    cells: ["national"],
    periods: ["2024-01-01", "2024-01-08"],
    periodDays: 7,
    kpi: { name: "y", unit: "EUR", values: Float64Array.of(10, 11) },
    channels: [
      {
        name: "tv",
        spend: Float64Array.of(1, 0),
        exposure: { name: "clicks", values: Float64Array.of(7, 8) },
      },
    ],
    controls: [{ name: "price", values: Float64Array.of(1.5, 2) }],
    source: { headerLine: 1, lines: [2, 3], roles: use },
  });
});

test("faults of every kind are found at once, in the order of the file", () => {
  const use: ColumnRoles = { ...roles, channels: ["tv", "radoi"], controls: ["price"] };
  const text =
    "week,y,tv,radio,price\n2024-01-01,10,-5,1,2\n2024-01-08,x,1,1,\n2024-01-08,10,1,1\n2024-01-29,10,1,1,2\n";
  expect(issuesOf(text, use)).toEqual([
    'data.missing-column a.csv, line 1, column "radoi": the header must have the column, got no such column ("week", "y", "tv", "radio", "price"). Did you mean "radio"?',
    'data.negative-spend a.csv, line 2, column "tv", period 2024-01-01: spend must be ≥ 0, got "-5". Net credit notes into the period of the spend, or map the column to a control.',
    'data.text-in-number a.csv, line 3, column "y", period 2024-01-08: KPI must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
    'data.missing-value a.csv, line 3, column "price", period 2024-01-08: control must be a number, got an empty cell. Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.ragged-row a.csv, line 4: a row must have as many cells as the header, 5, got 4 (the last one is "1"). Add the missing cells, or close the quote that was left open.',
    'data.irregular-period a.csv, line 5, column "week", period 2024-01-29: weeks must follow one another without a gap, got 21 days after 2024-01-08 on line 3. Add the 2 missing weeks from 2024-01-15, with 0 where nothing happened.',
  ]);
});

test("a series that cannot be used is told beside cells that cannot be read", () => {
  const use: ColumnRoles = { ...roles, channels: ["tv", "radio", "print", "online"] };
  const text =
    "week,y,tv,radio,print\n2024-01-01,5,0,x,0\n2024-01-08,5,0,0,1\n2024-01-15,5,0,0,-1\n2024-01-22,5,0,0,0\n";
  expect(issuesOf(text, use).map((issue) => issue.split(":", 1)[0])).toEqual([
    'data.missing-column a.csv, line 1, column "online"',
    'data.constant-kpi a.csv, line 1, column "y"',
    'data.zero-channel a.csv, line 1, column "tv"',
    'data.text-in-number a.csv, line 2, column "radio", period 2024-01-01',
    'data.negative-spend a.csv, line 4, column "print", period 2024-01-15',
  ]);
});

test("a column that is missing without a neighbour lists the header, and a column there twice is refused", () => {
  expect(issuesOf("week,y,sales,y\n2024-01-01,1,2,3\n")).toEqual([
    'data.duplicate-column a.csv, line 1, column "y": the header must have the column once, got it 2 times (columns 2, 4). Rename or remove the others.',
    'data.missing-column a.csv, line 1, column "tv": the header must have the column, got no such column ("week", "y", "sales", "y"). Name a column of the header in the roles.',
    'data.one-period a.csv, line 2, column "week": there must be two or more periods, got one row. Export the whole history.',
  ]);
  const wide = Array.from({ length: 13 }, (_, i) => `c${i}`).join(",");
  expect(issuesOf(`${wide}\n${wide}\n`)[1]).toBe(
    'data.missing-column a.csv, line 1, column "y": the header must have the column, got no such column (13 others). Name a column of the header in the roles.',
  );
});

test("an empty file and a lone header are told", () => {
  expect(issuesOf("")).toEqual([
    "data.empty-file a.csv: the file must hold a header and rows, got an empty file. Export the table again, with its header.",
  ]);
  expect(issuesOf("week,y\n")).toEqual([
    "data.no-rows a.csv, line 1: the header must be followed by rows, got a header only. Export the table again, with one row per period.",
    'data.missing-column a.csv, line 1, column "tv": the header must have the column, got no such column ("week", "y"). Name a column of the header in the roles.',
  ]);
});

test("numbers that are none are told apart", () => {
  const found = issuesOf(
    weeks({ "1.y": '"1,5"', "2.y": '"1,234"', "3.y": "1.234.567", "4.y": "inf", "2.tv": "NaN" }),
  );
  expect(found).toEqual([
    'data.decimal-comma a.csv, line 2, column "y", period 2024-01-01: KPI must be a number, got "1,5". Export the file with a decimal point, as in 1234.5.',
    'data.thousands-separator a.csv, line 3, column "y", period 2024-01-08: KPI must be a number, got "1,234" (a comma may separate thousands or decimals). Write the number without thousands separators and with a decimal point, as in 1234.5.',
    'data.missing-value a.csv, line 3, column "tv", period 2024-01-08: spend must be a number, got "NaN". Write the value (0 where nothing happened); nothing is filled in silently.',
    'data.thousands-separator a.csv, line 4, column "y", period 2024-01-15: KPI must be a number, got "1.234.567". Write the number without thousands separators, as in 1234.5.',
    'data.infinite-value a.csv, line 5, column "y", period 2024-01-22: KPI must be finite, got "inf". Write the finite value.',
  ]);
});

test("a fault that runs through a whole column is told once", () => {
  const cells = { "1.tv": "a", "2.tv": "b", "3.tv": "c", "4.tv": "d" };
  expect(issuesOf(weeks(cells))).toEqual([
    'data.text-in-number a.csv, line 2, column "tv", period 2024-01-01: spend must be a number, got "a" here and no better in the other 3 rows. Write the bare number, without unit, sign of currency or words.',
  ]);
});

test("a channel's own name stands beside its column, and exposure must be ≥ 0 too", () => {
  const use: ColumnRoles = {
    ...roles,
    channels: [{ name: "television", spend: "y", exposure: "tv" }],
    kpi: "z",
  };
  expect(issuesOf("week,y,tv,z\n2024-01-01,10,1,5\n2024-01-08,11,-1,6\n2024-01-15,12,3,7\n", use)).toEqual([
    'data.negative-exposure a.csv, line 3, column "tv", channel "television", period 2024-01-08: exposure must be ≥ 0, got "-1". Net corrections into the period of the exposure.',
  ]);
});

test("lines are those of the file, also behind a cell that spans lines", () => {
  const text = 'note,week,y,tv\n"two\nlines",2024-01-01,1,1\n,2024-01-08,x,2\n';
  expect(issuesOf(text)).toEqual([
    'data.text-in-number a.csv, line 4, column "y", period 2024-01-08: KPI must be a number, got "x". Write the bare number, without unit, sign of currency or words.',
  ]);
});

test("dates that are none or cannot be are told, and the other rows are still checked", () => {
  expect(issuesOf(weeks({ "1.week": "soon", "2.week": "2024-02-30", "3.tv": "-1" }))).toEqual([
    'data.not-a-date a.csv, line 2, column "week": the time must be a date, got "soon". Write the dates as YYYY-MM-DD.',
    'data.impossible-date a.csv, line 3, column "week": the time must be a date, got "2024-02-30". Write a day of the calendar, as YYYY-MM-DD.',
    'data.negative-spend a.csv, line 4, column "tv", period 2024-01-15: spend must be ≥ 0, got "-1". Net credit notes into the period of the spend, or map the column to a control.',
  ]);
});

test("days and months between slashes are told apart by the column, or refused", () => {
  const read = (...dates: string[]) => readDataset({ name: "a.csv", text: dated(...dates) }, roles).periods;
  expect(read("01/01/2024", "08/01/2024", "15/01/2024")).toEqual(["2024-01-01", "2024-01-08", "2024-01-15"]);
  expect(read("01/08/2024", "01/15/2024")).toEqual(["2024-01-08", "2024-01-15"]);
  expect(issuesOf(dated("01/01/2024", "01/02/2024", "01/03/2024"))).toEqual([
    'data.ambiguous-date a.csv, line 3, column "week": dates must show which part is the day, got "01/02/2024" (2024-02-01 or 2024-01-02). Write the dates as YYYY-MM-DD.',
  ]);
  expect(issuesOf(dated("01/02/2024", "01/13/2024", "13/01/2024"))).toEqual([
    'data.mixed-dates a.csv, line 4, column "week": dates must all have the day or all have the month first, got "13/01/2024" below "01/13/2024" on line 3. Write the dates as YYYY-MM-DD.',
  ]);
});

test("days, weeks and months are periods, first and last days of months alike", () => {
  const read = (...dates: string[]) =>
    readDataset({ name: "a.csv", text: dated(...dates) }, roles).periodDays;
  expect(read("2024-02-28", "2024-02-29", "2024-03-01")).toBe(1);
  expect(read("2024-12-26", "2025-01-02")).toBe(7);
  expect(read("2023-12-01", "2024-01-01", "2024-02-01")).toBe("month");
  expect(read("2023-12-31", "2024-01-31", "2024-02-29", "2024-03-31")).toBe("month");
  expect(read("Jan 2024", "Feb 2024", "Mar 2024")).toBe("month");
});

test("a gap names the line, the days and what is missing", () => {
  expect(issuesOf(dated("2024-01-01", "2024-01-02", "2024-01-03", "2024-01-05"))).toEqual([
    'data.irregular-period a.csv, line 5, column "week", period 2024-01-05: days must follow one another without a gap, got 2 days after 2024-01-03 on line 4. Add the missing day 2024-01-04, with 0 where nothing happened.',
  ]);
  expect(issuesOf(dated("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-02"))).toEqual([
    'data.irregular-period a.csv, line 5, column "week", period 2024-04-02: months must follow one another without a gap, got 32 days after 2024-03-01 on line 4. Date the row 2024-04-01, as the other months go on.',
  ]);
  expect(issuesOf(dated("2024-01-01", "2024-01-08", "2024-01-09", "2024-01-16", "2024-01-23"))).toEqual([
    'data.irregular-period a.csv, line 4, column "week", period 2024-01-09: weeks must follow one another without a gap, got 1 day after 2024-01-08 on line 3. Date the row 2024-01-15, as the other weeks go on.',
  ]);
});

test("periods that are neither days, weeks nor months are refused", () => {
  expect(issuesOf(dated("2024-01-01", "2024-01-15", "2024-01-29"))).toEqual([
    'data.unsupported-period a.csv, line 3, column "week", period 2024-01-15: periods must be days, weeks or months, got 14 days after 2024-01-01, and few gaps of a day, a week or a month. Sum the rows to weeks or months.',
  ]);
});

test("rows out of order and repeated periods are told; a table with rows per channel is told as one", () => {
  expect(issuesOf(dated("2024-01-15", "2024-01-08", "2024-01-01", "2024-01-08"))).toEqual([
    'data.unsorted-rows a.csv, line 3, column "week", period 2024-01-08: rows must be in order of time, the oldest first, got 2024-01-08 after 2024-01-15. Sort the rows by date.',
    'data.duplicate-period a.csv, line 5, column "week", period 2024-01-08: each period must have one row, got 2024-01-08 again (first on line 3). Sum the rows of the period into one, or remove one.',
  ]);
  const long = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"].flatMap((date) => [date, date]);
  expect(issuesOf(dated(...long))).toEqual([
    'data.duplicate-period a.csv, line 3, column "week", period 2024-01-01: each period must have one row, got 8 rows for 4 periods. This looks like one row per channel or region; sum it to one row per period, a column per channel.',
  ]);
});

test("wrong roles are told before the text is looked at", () => {
  expect(issuesOf("", { ...roles, channels: [] })).toEqual([
    "roles.out-of-range roles.channels: must not be empty, got a list of 0. Fill it in.",
  ]);
});

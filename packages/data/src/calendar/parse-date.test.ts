import { expect, test } from "vitest";
import { isoDate } from "./day-number.js";
import { parseDate } from "./parse-date.js";

function show(cell: string): string {
  const reading = parseDate(cell);
  if (reading.kind === "day") return isoDate(reading.day);
  if (reading.kind === "fault") return `${reading.code}: ${reading.advice}`;
  const days = [reading.dayFirst, reading.monthFirst];
  return days.map((day) => (day === undefined ? "none" : isoDate(day))).join(" or ");
}

test("formats that say which part is which are read", () => {
  const cells = [
    "2024-03-31",
    " 2024/3/31 ",
    "2024.03.31",
    "20240331",
    "31.3.2024",
    "31 Mar 2024",
    "31-MAR-2024",
    "31. March 2024",
    "Mar 31, 2024",
    "March 31 2024",
    "2024-03-31T00:00:00.000Z",
    "2024-03-31 00:00",
  ];
  for (const cell of cells) expect(show(cell)).toBe("2024-03-31");
});

test("months without a day start on the first", () => {
  for (const cell of ["2024-03", "2024/3", "Mar 2024", "Sept-2024", "sep 2024"])
    expect(show(cell)).toMatch(/^2024-0[39]-01$/);
});

test("day and month between slashes or dashes stay open", () => {
  expect(show("1/2/2024")).toBe("2024-02-01 or 2024-01-02");
  expect(show("13-02-2024")).toBe("2024-02-13 or none");
  expect(show("02/13/2024 00:00:00")).toBe("none or 2024-02-13");
});

test("days that do not exist are impossible", () => {
  const advice = "data.impossible-date: Write a day of the calendar, as YYYY-MM-DD.";
  for (const cell of ["2023-02-29", "31.4.2023", "13/13/2023", "20231301", "0 Jan 2024"])
    expect(show(cell)).toBe(advice);
});

test("everything else is no date, with the likely reason", () => {
  expect(show("")).toBe("data.missing-value: Write the date of the period's first day as YYYY-MM-DD.");
  expect(show("week 5")).toBe("data.not-a-date: Write the dates as YYYY-MM-DD.");
  expect(show("45000")).toBe(
    "data.not-a-date: It looks like Excel's day count; format the column as YYYY-MM-DD before exporting.",
  );
  expect(show("2024-03-31 12:30")).toBe(
    "data.not-a-date: Give one row per day, week or month, dated without a time.",
  );
  expect(show("1/2/24")).toBe("data.not-a-date: Write the year with four digits, as YYYY-MM-DD.");
});

import { expect, test } from "vitest";
import { calendarDay } from "./calendar-day.js";

test("days go on one after the other through 800 years, as the calendar says", () => {
  const faults: number[] = [];
  let before = calendarDay(-146_098);
  for (let day = -146_097; day <= 146_097; day++) {
    const now = calendarDay(day);
    const dayOfYear = before.dayOfYear === before.daysInYear ? 1 : before.dayOfYear + 1;
    const dayOfMonth = before.dayOfMonth === before.daysInMonth ? 1 : before.dayOfMonth + 1;
    const follows = now.dayOfYear === dayOfYear && now.dayOfMonth === dayOfMonth;
    if (!follows || now.dayOfWeek !== (before.dayOfWeek % 7) + 1) faults.push(day);
    before = now;
  }
  expect(faults).toEqual([]);
});

test.each([
  ["1970-01-01", 0, [1, 365, 1, 31, 4]],
  ["2000-02-29", 11_016, [60, 366, 29, 29, 2]],
  ["2100-03-01", 47_541, [60, 365, 1, 31, 1]],
  ["2024-12-31", 20_088, [366, 366, 31, 31, 2]],
  ["1900-02-28", -25_509, [59, 365, 28, 28, 3]],
])("%s is known", (_, day, [dayOfYear, daysInYear, dayOfMonth, daysInMonth, dayOfWeek]) => {
  expect(calendarDay(day)).toEqual({ dayOfYear, daysInYear, dayOfMonth, daysInMonth, dayOfWeek });
});

test("a part of a day is refused", () => {
  expect(() => calendarDay(0.5)).toThrow(
    new RangeError("calendarDay: dayNumber must be whole, got 0.5. Give days since 1970-01-01."),
  );
});

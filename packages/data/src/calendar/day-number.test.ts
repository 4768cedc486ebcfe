import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOf, isoDate } from "./day-number.js";

// The engine's own calendar is the other opinion; only tests may ask it.
const MILLISECONDS = 86_400_000;

test("every day of the calendar agrees with the engine's", () => {
  const first = dayNumber("0001-01-01");
  const last = dayNumber("9999-12-31");
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (day) => {
      const iso = new Date(day * MILLISECONDS).toISOString().slice(0, 10);
      expect(isoDate(day)).toBe(iso);
      expect(dayNumber(iso)).toBe(day);
    }),
  );
});

test("days are counted from 1970-01-01, leap days included", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("1969-12-31")).toBe(-1);
  expect(dayNumber("2000-03-01") - dayNumber("2000-02-28")).toBe(2);
  expect(dayNumber("1900-03-01") - dayNumber("1900-02-28")).toBe(1);
});

test("a day that does not exist has no number", () => {
  expect(dayOf(2023, 2, 29)).toBeUndefined();
  expect(dayOf(2023, 13, 1)).toBeUndefined();
  expect(dayOf(2023, 4, 31)).toBeUndefined();
  expect(dayOf(2023, 1, 0)).toBeUndefined();
  expect(() => dayNumber("2023-02-29")).toThrow('dayNumber: needs a date YYYY-MM-DD, got "2023-02-29".');
  expect(() => dayNumber("2023-1-1")).toThrow('dayNumber: needs a date YYYY-MM-DD, got "2023-1-1".');
});

import { expect, test } from "vitest";
import { calendarSeasonality } from "./calendar-seasonality.js";
import { fourierSeasonality } from "./fourier-seasonality.js";

const days = Float64Array.from({ length: 1500 }, (_, t) => 18_000 + t);

test("a week has a fixed length, so both ways of saying it agree", () => {
  const calendar = calendarSeasonality({ dayNumbers: days, cycle: "week", harmonics: 3 });
  // 1970-01-05 was a Monday.
  const mondays = days.map((day) => day - 4);
  // 8400 turns since 1970 are known to half a unit in their last place, 2π · 9e-13 in radians.
  const fourier = fourierSeasonality({ dayNumbers: mondays, periodDays: 7, harmonics: 3 });
  const differences = calendar.values.map((value, i) => Math.abs(value - fourier.values[i]!));
  expect(Math.max(...differences)).toBeLessThanOrEqual(6e-12);
  expect(calendar.names.slice(0, 2)).toEqual(["week sin 1", "week cos 1"]);
});

test.each([
  // 2026-02-01 and 2026-03-01
  ["month", 20_485, 20_513],
  // 2025-01-01 and 2026-01-01
  ["year", 20_089, 20_454],
] as const)("the first day of a %s stands at the start, whatever its length", (cycle, first, next) => {
  const { values } = calendarSeasonality({ dayNumbers: Float64Array.of(first, next), cycle, harmonics: 1 });
  expect(values).toEqual(Float64Array.of(0, 0, 1, 1));
});

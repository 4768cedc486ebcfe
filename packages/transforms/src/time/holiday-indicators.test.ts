import { expect, test } from "vitest";
import { holidayIndicators } from "./holiday-indicators.js";

const weeks = Float64Array.from({ length: 6 }, (_, t) => 100 + 7 * t);

/** Rows of a matrix by name. */
function rows(request: Parameters<typeof holidayIndicators>[0]): Readonly<Record<string, readonly number[]>> {
  const { names, values } = holidayIndicators(request);
  const periods = request.dayNumbers.length;
  return Object.fromEntries(
    names.map((name, j) => [name, Array.from(values.slice(j * periods, (j + 1) * periods))]),
  );
}

test("a holiday marks its period, those before and those after", () => {
  const holidays = [
    { name: "easter", dayNumbers: [114, 115] },
    { name: "sale", dayNumbers: [100, 141] },
  ];
  expect(rows({ dayNumbers: weeks, holidays, lead: 1, lag: 2 })).toEqual({
    "easter −1": [0, 1, 0, 0, 0, 0],
    easter: [0, 0, 1, 0, 0, 0],
    "easter +1": [0, 0, 0, 1, 0, 0],
    "easter +2": [0, 0, 0, 0, 1, 0],
    "sale −1": [0, 0, 0, 0, 1, 0],
    sale: [1, 0, 0, 0, 0, 1],
    "sale +1": [0, 1, 0, 0, 0, 0],
    "sale +2": [0, 0, 1, 0, 0, 0],
  });
});

test("a holiday just outside the window is felt inside it", () => {
  const holidays = [{ name: "new year", dayNumbers: [99, 142] }];
  expect(rows({ dayNumbers: weeks, holidays, lead: 1, lag: 1 })).toEqual({
    "new year −1": [0, 0, 0, 0, 0, 1],
    "new year": [0, 0, 0, 0, 0, 0],
    "new year +1": [1, 0, 0, 0, 0, 0],
  });
});

test("periods of different lengths hold the days that they have", () => {
  const months = Float64Array.of(0, 31, 59, 90);
  const holidays = [{ name: "payday", dayNumbers: [30, 58, 120] }];
  expect(rows({ dayNumbers: months, holidays })).toEqual({ payday: [1, 1, 0, 1] });
});

test.each([
  [
    { dayNumbers: Float64Array.of(7, 0) },
    "dayNumbers must rise, got 0 in period 2. Give the first day of every period, in order.",
  ],
  [
    { dayNumbers: weeks, lead: -1 },
    "lead must be a whole number ≥ 0, got -1. Give the number of periods before a holiday.",
  ],
  [
    { dayNumbers: weeks, lag: 0.5 },
    "lag must be a whole number ≥ 0, got 0.5. Give the number of periods after a holiday.",
  ],
])("wrong days, lead or lag are refused: %#", (request, fault) => {
  expect(() => holidayIndicators({ holidays: [], ...request })).toThrow(
    new RangeError(`holidayIndicators: ${fault}`),
  );
});

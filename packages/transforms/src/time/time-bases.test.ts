import { expect, test } from "vitest";
import { timeBases, timeBasisKind } from "./time-bases.js";

test("every basis gives one name for each column of its values", () => {
  const dayNumbers = Float64Array.from({ length: 20 }, (_, t) => 18_000 + 7 * t);
  const columns = [
    timeBases.fourier({ dayNumbers, periodDays: 365.25, harmonics: 2 }),
    timeBases.calendar({ dayNumbers, cycle: "year", harmonics: 2 }),
    timeBases["piecewise-linear-trend"]({ periods: 20, changepoints: 3 }),
    timeBases["linear-knots"]({ periods: 20, knots: 4 }),
    timeBases["b-splines"]({ periods: 20, knots: 4 }),
    timeBases.hilbert({ positions: dayNumbers, count: 5 }),
    timeBases.periodic({ positions: dayNumbers, period: 365.25, harmonics: 2 }),
    timeBases.holidays({ dayNumbers, holidays: [{ name: "sale", dayNumbers: [18_010] }], lag: 1 }),
  ];
  expect(columns.length).toBe(Object.keys(timeBases).length);
  for (const { names, values } of columns) {
    expect(new Set(names).size).toBe(names.length);
    expect(values.length).toBe(names.length * 20);
  }
});

test("an unknown basis is answered with the nearest one", () => {
  expect(timeBasisKind("b-splines")).toBe("b-splines");
  expect(() => timeBasisKind("bsplines")).toThrow(
    new RangeError(
      `basis of time: kind must be known, got "bsplines" (${Object.keys(timeBases).join(", ")}). Did you mean "b-splines"?`,
    ),
  );
});

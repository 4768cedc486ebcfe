import { expect, test } from "vitest";
import { linearTrend } from "./linear-trend.js";

test("a trend rises by one over the window and sums to zero", () => {
  const trend = linearTrend({ periods: 156 });
  expect([trend[0], trend[155]]).toEqual([-0.5, 0.5]);
  expect(Math.abs(trend.reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(1e-13);
});

test("one period has no trend", () => {
  expect(linearTrend({ periods: 1 })).toEqual(Float64Array.of(0));
});

test("a number of periods that is not whole is refused", () => {
  expect(() => linearTrend({ periods: 0 })).toThrow(
    new RangeError("linearTrend: periods must be a whole number ≥ 1, got 0. Give the number of periods."),
  );
});

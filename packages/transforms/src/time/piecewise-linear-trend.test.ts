import { expect, test } from "vitest";
import { expectClose, readReference } from "../peers.contract.js";
import { piecewiseLinearTrend } from "./piecewise-linear-trend.js";

interface Reference {
  readonly t: readonly number[];
  readonly delta: readonly number[];
  readonly k: number;
  readonly trend: readonly number[];
}
const { t, delta, k, trend } = readReference<Reference>(
  "./piecewise-linear-trend.reference.json",
  import.meta.url,
);

test("with coefficients it is PyMC-Marketing's linear trend", () => {
  const periods = t.length;
  const changepoints = delta.map((_, j) => (j * (periods - 1)) / (delta.length - 1));
  const { values } = piecewiseLinearTrend({ periods, changepoints });
  const got = t.map((_, period) =>
    delta.reduce((sum, change, j) => sum + change * values[j * periods + period]!, k),
  );
  expectClose(got, trend, 1e-14);
});

test("a number of changepoints is spread evenly, the first at the start", () => {
  const { names, values } = piecewiseLinearTrend({ periods: 5, changepoints: 2 });
  expect(names).toEqual(["slope from 0", "slope from 2"]);
  expect(values).toEqual(Float64Array.of(0, 0.25, 0.5, 0.75, 1, 0, 0, 0, 0.25, 0.5));
});

test.each([
  [{ periods: 1, changepoints: 1 }, "periods must be a whole number ≥ 2, got 1. Give the number of periods."],
  [
    { periods: 5, changepoints: 0 },
    "changepoints must be a whole number ≥ 1, got 0. Take `linearTrend` for a straight line.",
  ],
  [
    { periods: 5, changepoints: [0, 4.5] },
    "changepoints must rise between 0 and 4, got 0, 4.5. Give them in order, in periods from the first.",
  ],
  [
    { periods: 5, changepoints: [2, 2] },
    "changepoints must rise between 0 and 4, got 2, 2. Give them in order, in periods from the first.",
  ],
])("%j is refused", (request, fault) => {
  expect(() => piecewiseLinearTrend(request)).toThrow(new RangeError(`piecewiseLinearTrend: ${fault}`));
});

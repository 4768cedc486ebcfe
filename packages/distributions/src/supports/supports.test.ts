import { expect, test } from "vitest";
import { interval } from "./interval.js";
import { lowerBounded } from "./lower-bounded.js";
import { positive } from "./positive.js";
import { real } from "./real.js";
import { supportContract } from "./support.contract.js";
import { unitInterval } from "./unit-interval.js";
import { upperBounded } from "./upper-bounded.js";

supportContract("real", real);
supportContract("positive", positive);
supportContract("unit interval", unitInterval);
supportContract("interval(-3, 7)", interval(-3, 7));
supportContract("interval(1000, 1000.5)", interval(1000, 1000.5));
supportContract("lowerBounded(-2.5)", lowerBounded(-2.5));
supportContract("lowerBounded(40)", lowerBounded(40));
supportContract("upperBounded(3)", upperBounded(3));
supportContract("upperBounded(-700)", upperBounded(-700));

test("the ends of an interval lie outside", () => {
  expect([-3, 7, 0].map(interval(-3, 7).contains)).toEqual([false, false, true]);
  expect([0, 1].map(unitInterval.contains)).toEqual([false, false]);
  expect(positive.contains(0)).toBe(false);
  expect([2, 3].map(lowerBounded(2).contains)).toEqual([false, true]);
  expect([2, 1].map(upperBounded(2).contains)).toEqual([false, true]);
});

test.each([
  [
    () => interval(2, 2),
    "interval: the lower end must be below the upper, both finite, got 2 and 2. Give the ends in order.",
  ],
  [
    () => lowerBounded(-Infinity),
    "lowerBounded: the bound must be finite, got -Infinity. Use `real` where there is none.",
  ],
  [
    () => upperBounded(NaN),
    "upperBounded: the bound must be finite, got NaN. Use `real` where there is none.",
  ],
])("bounds that bound nothing are refused (%#)", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});

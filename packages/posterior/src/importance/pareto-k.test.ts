import { expect, test } from "vitest";
import { paretoConvergenceRate, paretoKThreshold, paretoMinSampleSize } from "./pareto-k.js";

test("the threshold rises with the draws and stops at 0.7", () => {
  expect(paretoKThreshold(100)).toBeCloseTo(0.5, 14);
  expect(paretoKThreshold(2150)).toBeLessThan(0.7);
  expect(paretoKThreshold(2155)).toBe(0.7);
  expect(paretoKThreshold(1e6)).toBe(0.7);
});

test("the number of draws that a k asks for is the one whose threshold it is", () => {
  for (const k of [0.1, 0.3, 0.5, 0.69]) expect(paretoKThreshold(paretoMinSampleSize(k))).toBeCloseTo(k, 13);
  expect(paretoMinSampleSize(1)).toBe(Infinity);
  expect(paretoMinSampleSize(NaN)).toBeNaN();
});

test("errors fall as the central limit theorem says for light tails, slower for heavier ones, not at all from 1 on", () => {
  const rates = [-0.5, 0, 0.2, 0.4, 0.499999, 0.500001, 0.7, 0.9, 1].map((k) =>
    paretoConvergenceRate(k, 1000),
  );
  expect(rates[0]).toBe(1);
  expect(rates).toEqual(rates.slice().sort((a, b) => b - a));
  // At ½ itself stands the limit for many draws, as in R: 0.001 below its neighbours here.
  expect(paretoConvergenceRate(0.5, 1000)).toBeCloseTo(rates[4], 2);
  expect(rates.at(-1)).toBe(0);
  expect(paretoConvergenceRate(NaN, 1000)).toBeNaN();
});

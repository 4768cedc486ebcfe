import { mean, quantile, variance } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedMean, weightedQuantile, weightedVariance } from "./weighted-mean.js";

const anyValues = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 40 })
  .map((values) => Float64Array.from(values));

test("with equal weights they are the plain mean, variance and quantile", () => {
  fc.assert(
    fc.property(anyValues, fc.double({ min: 0, max: 1, noNaN: true }), (values, probability) => {
      const equal = new Float64Array(values.length).fill(1 / values.length);
      expect(weightedMean(values, equal)).toBeCloseTo(mean(values), 10);
      expect(weightedVariance(values, equal)).toBeCloseTo(variance(values), 8);
      expect(weightedQuantile(values, equal, probability)).toBe(quantile(values, probability));
    }),
  );
});

test("a weighted median lies where the weights cross a half", () => {
  const weights = Float64Array.of(0.1, 0.2, 0.3, 0.4);
  expect(weightedQuantile(Float64Array.of(10, 20, 30, 40), weights, 0.5)).toBeCloseTo(
    20 + (10 * 0.2) / 0.3,
    12,
  );
  expect(weightedQuantile(Float64Array.of(40, 30, 20, 10), weights, 0.05)).toBeCloseTo(10, 12);
  expect(weightedQuantile(Float64Array.of(10, 20, 30, 40), weights, 1)).toBe(40);
});

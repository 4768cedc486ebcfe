import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "../distributions.js";
import { priorFromMeanAndSd } from "./prior-from-mean-and-sd.js";
import { checkPrior, type Prior, priorParameters } from "./prior.js";

function momentsOf(prior: Prior): readonly [number, number] {
  const distribution = distributionOf(prior.distribution);
  const parameters = priorParameters(prior);
  return [distribution.mean(parameters), distribution.standardDeviation(parameters)];
}

describe("priorFromMeanAndSd", () => {
  const positiveNumber = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

  test.each([
    "normal",
    "laplace",
    "logistic",
    "uniform",
    "log-normal",
    "gamma",
    "inverse-gamma",
    "inverse-gaussian",
  ] as const)("%s: the prior has the mean and sd asked for", (kind) => {
    fc.assert(
      fc.property(positiveNumber, fc.double({ min: 0.01, max: 3, noNaN: true }), (mean, ratio) => {
        const prior = priorFromMeanAndSd(kind, { mean, sd: ratio * mean });
        expect(checkPrior(prior)).toEqual([]);
        const [gotMean, gotSd] = momentsOf(prior);
        expect(Math.abs(gotMean / mean - 1)).toBeLessThanOrEqual(1e-12);
        expect(Math.abs(gotSd / (ratio * mean) - 1)).toBeLessThanOrEqual(1e-10);
      }),
    );
  });

  test("a beta prior has the mean and sd asked for", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, (mean, part) => {
        const sd = part * Math.sqrt(mean * (1 - mean));
        const [gotMean, gotSd] = momentsOf(priorFromMeanAndSd("beta", { mean, sd }));
        expect(Math.abs(gotMean / mean - 1)).toBeLessThanOrEqual(1e-12);
        expect(Math.abs(gotSd / sd - 1)).toBeLessThanOrEqual(1e-10);
      }),
    );
  });

  test("a half-normal prior has the mean asked for, with or without the sd that belongs to it", () => {
    expect(momentsOf(priorFromMeanAndSd("half-normal", { mean: 2 }))[0]).toBeCloseTo(2, 14);
    expect(momentsOf(priorFromMeanAndSd("half-normal", { mean: 2, sd: 1.51 }))[0]).toBeCloseTo(2, 14);
  });

  test.each([
    ["normal", { mean: 1, sd: 0 }, "sd must be > 0 and finite, got 0. Say how far off the mean may be."],
    ["normal", { mean: 1 }, "sd must be > 0 and finite, got nothing. Say how far off the mean may be."],
    ["normal", { mean: NaN, sd: 1 }, "mean must be finite, got NaN. Say which value is expected."],
    [
      "gamma",
      { mean: -1, sd: 1 },
      'mean of a gamma quantity must be > 0, got -1. Choose "normal" for a quantity of either sign.',
    ],
    [
      "inverse-gamma",
      { mean: 0, sd: 1 },
      'mean of an inverse-gamma quantity must be > 0, got 0. Choose "normal" for a quantity of either sign.',
    ],
    [
      "beta",
      { mean: 40, sd: 1 },
      "mean of a beta quantity must be between 0 and 1, got 40. Give it as a share.",
    ],
    [
      "beta",
      { mean: 0.5, sd: 0.5 },
      "sd of a beta quantity with mean 0.5 must be below 0.5000, got 0.5. Give a smaller sd.",
    ],
    [
      "half-normal",
      { mean: 1, sd: 0.1 },
      'sd of a half-normal quantity with mean 1 must be 0.7555, got 0.1. Leave sd out, or choose "log-normal" or "gamma".',
    ],
    [
      "half-normal",
      { mean: -1 },
      'mean of a half-normal quantity must be > 0, got -1. Choose "normal" for a quantity of either sign.',
    ],
  ] as const)("%s of %j is refused", (kind, belief, message) => {
    expect(() => priorFromMeanAndSd(kind, belief)).toThrow(new RangeError(`priorFromMeanAndSd: ${message}`));
  });
});

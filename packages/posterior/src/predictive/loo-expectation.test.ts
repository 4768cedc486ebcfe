import { drawUniform, normalCdf, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { testUniformity } from "../calibration/uniformity-test.js";
import { looMean, looQuantile, looVariance } from "./loo-expectation.js";
import { looPit } from "./loo-pit.js";
import { looWeights } from "./loo-weights.js";
import { normalData, normalModel } from "./normal-model.contract.js";

const data = normalData(20);
const { logLikelihood, means, replicated } = normalModel(data, { draws: 500 });
const weights = looWeights(logLikelihood);
const without = (i: number): number =>
  data.reduce((total, value, k) => total + (k === i ? 0 : value), 0) / (data.length - 1);

describe("leave-one-out expectations", () => {
  test("of a normal mean are the mean, spread and median without the observation, within 5 Monte Carlo errors", () => {
    // 2,000 draws with sd 1/√19: errors of about 0.005, 0.0065 and 3 % of the variance.
    const mean = looMean(means, weights);
    const variance = looVariance(means, weights);
    const median = looQuantile(means, weights, 0.5);
    data.forEach((_, i) => {
      expect(Math.abs(mean.values[i] - without(i))).toBeLessThan(0.03);
      expect(Math.abs(19 * variance.values[i] - 1)).toBeLessThan(0.2);
      expect(Math.abs(median.values[i] - without(i))).toBeLessThan(0.035);
    });
    for (const { paretoK } of [mean, variance, median]) expect(Math.max(...paretoK)).toBeLessThan(0.7);
  });

  test("have the k of the weights where the quantity has no tail, and a larger one where it has", () => {
    const indicator = { ...means, values: means.values.map((value) => (value > 0 ? 1 : 0)) };
    const heavy = { ...means, values: means.values.map((_, s) => 1 / (1 + (s % 977))) };
    const ofWeights = looQuantile(means, weights, 0.5).paretoK;
    expect(looMean(indicator, weights).paretoK).toEqual(ofWeights);
    looMean(heavy, weights).paretoK.forEach((k, i) => expect(k).toBeGreaterThanOrEqual(ofWeights[i]));
  });

  test("refuse draws of another fit", () => {
    expect(() => looMean(normalModel(data, { draws: 10 }).means, weights)).toThrow(
      "looMean: must have shape chain × draw × observation 4 × 500 × 20, got 4 × 10 × 20. Give draws of one fit.",
    );
    const renamed = {
      ...means,
      observations: means.observations.map((name) => name.replace("week 2", "w2")),
    };
    expect(() => looMean(renamed, weights)).toThrow(
      'looMean: observation 2 must be "week 2", got "w2". Put both in the same order.',
    );
  });
});

describe("looPit", () => {
  test("of replicated draws is that of the distribution function, and looks uniform for the right model", () => {
    const pit = looPit(data, replicated, weights);
    pit.forEach((value, i) => {
      const exact = normalCdf((data[i] - without(i)) / Math.sqrt(1 + 1 / 19));
      expect(Math.abs(value - exact)).toBeLessThan(0.05);
    });
    expect(testUniformity(pit).pValue).toBeGreaterThan(0.05);
  });

  test("shows data that are wider than the model thinks", () => {
    const wide = data.map((value) => 2 * value);
    const model = normalModel(wide);
    const pit = looPit(wide, model.replicated, looWeights(model.logLikelihood));
    expect(testUniformity(pit).pValue).toBeLessThan(0.01);
  });

  test("of counts is spread over the ties by the stream, and at their upper end without", () => {
    const counts = { ...replicated, values: replicated.values.map(() => 3) };
    const threes = data.map(() => 3);
    looPit(threes, counts, weights).forEach((value) => expect(value).toBeCloseTo(1, 12));
    const first = drawUniform(randomStream(7));
    expect(looPit(threes, counts, weights, randomStream(7))[0]).toBeCloseTo(first, 12);
  });

  test("refuses other numbers of observations", () => {
    expect(() => looPit([1], replicated, weights)).toThrow(
      "looPit: observed must hold a number for each of the 20 observations, got 1. Give what the draws replicate.",
    );
  });
});

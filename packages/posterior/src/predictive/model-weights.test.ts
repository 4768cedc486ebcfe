import { drawNormal, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pseudoBmaWeights } from "./pseudo-bma-weights.js";
import { stackingWeights } from "./stacking-weights.js";

const anyElpd = fc
  .record({
    seed: fc.integer({ min: 0, max: 9999 }),
    models: fc.integer({ min: 1, max: 5 }),
    observations: fc.integer({ min: 1, max: 60 }),
    spread: fc.double({ min: 0, max: 5, noNaN: true }),
  })
  .map(({ seed, models, observations, spread }) => {
    const stream = randomStream(seed, "elpd");
    return Object.fromEntries(
      Array.from({ length: models }, (_, m) => [
        `model ${m}`,
        Float64Array.from({ length: observations }, () => -3 + spread * drawNormal(stream)),
      ]),
    );
  });

describe("stackingWeights", () => {
  test("meet the conditions of the optimum: no model would raise the score, and those in the mixture hold it", () => {
    fc.assert(
      fc.property(anyElpd, (elpd) => {
        const weights = stackingWeights(elpd);
        const models = Object.keys(elpd);
        expect(models.reduce((total, model) => total + weights[model], 0)).toBeCloseTo(1, 12);
        const count = elpd[models[0]].length;
        for (const model of models) {
          let gain = 0;
          for (let i = 0; i < count; i++) {
            const mixture = models.reduce(
              (sum, each) => sum + weights[each] * Math.exp(elpd[each][i] - elpd[model][i]),
              0,
            );
            gain += 1 / mixture / count;
          }
          expect(weights[model]).toBeGreaterThanOrEqual(0);
          expect(gain).toBeLessThan(1 + 1e-9);
          expect(weights[model] * (1 - gain)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("of copies of one model share its weight", () => {
    const [a, b] = [Float64Array.of(-1, -3, -2), Float64Array.of(-3, -1, -2)];
    const weights = stackingWeights({ a, copy: a, b });
    expect(weights["a"]).toBeCloseTo(0.25, 9);
    expect(weights["copy"]).toBeCloseTo(0.25, 9);
  });

  test("of a model that is better everywhere are 1 and 0", () => {
    const weights = stackingWeights({ good: [-1, -1], bad: [-700, -2] });
    expect(weights["good"]).toBeGreaterThan(1 - 1e-10);
  });

  test("refuse what has no weights", () => {
    expect(() => stackingWeights({})).toThrow(
      "stackingWeights: every model must have an elpd for each observation, at least 1, got []. Score all models on the same data.",
    );
    expect(() => stackingWeights({ a: [-1], b: [-1, -2] })).toThrow("got [1, 2]");
    expect(() => stackingWeights({ a: [-1, -Infinity] })).toThrow(
      "stackingWeights.a: elpd must be finite, got -Infinity for observation 2. Look at the log likelihood of that observation.",
    );
  });
});

describe("pseudoBmaWeights", () => {
  test("are the softmax of the scores", () => {
    expect(pseudoBmaWeights({ a: [-1, -1], b: [-1, -2] })["a"]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(pseudoBmaWeights({ a: [-1000], b: [-2000] })["b"]).toBe(0);
  });

  test("with the bootstrap are milder, add up to 1 and are the same for one seed", () => {
    const elpd = {
      a: Float64Array.from({ length: 30 }, (_, i) => -1 - (i % 3)),
      b: new Float64Array(30).fill(-2.3),
    };
    const plain = pseudoBmaWeights(elpd);
    const plus = pseudoBmaWeights(elpd, { stream: randomStream(1) });
    expect(plus).toEqual(pseudoBmaWeights(elpd, { stream: randomStream(1) }));
    expect(plus["a"]).toBeLessThan(plain["a"]);
    expect(plus["a"]).toBeGreaterThan(0.5);
    expect(plus["a"] + plus["b"]).toBeCloseTo(1, 12);
  });
});

import { drawBeta, drawUniform, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { cauchyScore, cauchyTail, combinePValues } from "./cauchy-score.js";
import { rankPValues, testUniformity } from "./uniformity-test.js";

const sample = (seed: number, draw: (stream: ReturnType<typeof randomStream>) => number): Float64Array => {
  const stream = randomStream(seed, "uniformity");
  return Float64Array.from({ length: 60 }, () => draw(stream));
};

describe("testUniformity", () => {
  test("rejects uniform values at most as often as it should: no more than 12 of 100 at 5 %", () => {
    // 5 expected where the level is exact; more than 12 has probability 0.0015.
    for (const kind of ["order", "location", "rank"] as const) {
      const rejected = Array.from(
        { length: 100 },
        (_, seed) => testUniformity(sample(seed, drawUniform), kind).pValue < 0.05,
      );
      expect(rejected.filter(Boolean).length).toBeLessThanOrEqual(12);
    }
  });

  test("rejects values that gather in the middle, at the ends or on one side", () => {
    for (const [a, b] of [
      [3, 3],
      [0.4, 0.4],
      [2, 1],
    ]) {
      expect(testUniformity(sample(1, (stream) => drawBeta(stream, a, b))).pValue).toBeLessThan(0.01);
    }
  });

  test("shows where the departure is", () => {
    const values = Float64Array.from({ length: 50 }, (_, i) => (i < 10 ? 1e-6 * (i + 1) : (i + 0.5) / 50));
    const { contributions } = testUniformity(values);
    const largest = contributions.indexOf(Math.max(...contributions));
    expect(largest).toBeLessThan(10);
  });

  test("of perfectly even values finds no evidence, of one value no contribution", () => {
    expect(testUniformity([0.1, 0.3, 0.5, 0.7, 0.9]).pValue).toBe(1);
    expect([...testUniformity([0.4], "location").contributions]).toEqual([0]);
  });

  test("of a value at the very end is certain", () => {
    expect(testUniformity([0, 0.5, 0.9]).pValue).toBe(0);
  });

  test("refuses what is no share", () => {
    expect(() => testUniformity([0.5, 1.5])).toThrow(
      "testUniformity: values must lie in [0, 1] and be at least 1, got 1.5. Give shares, as looPit does.",
    );
    expect(() => testUniformity([])).toThrow("got none");
    expect(() => testUniformity([NaN])).toThrow("got NaN");
  });

  test("rank p-values are those of binomial counts", () => {
    // Of 3 values, 1 lies up to 0.2: P(X ≥ 1) = 1 − 0.8³, P(X ≤ 1) = 0.8³ + 3 · 0.2 · 0.8².
    const [first, , last] = rankPValues(Float64Array.of(0.2, 0.5, 1));
    expect(first).toBeCloseTo(2 * (1 - 0.512), 12);
    expect(last).toBe(2);
  });
});

describe("Cauchy scores", () => {
  test("and their tail undo one another over 300 orders of magnitude", () => {
    for (const p of [1e-300, 1e-20, 1e-8, 0.01, 0.3, 0.5, 0.7, 0.99]) {
      expect(Math.abs(cauchyTail(cauchyScore(p)) / p - 1)).toBeLessThan(1e-13);
    }
    expect([cauchyScore(0), cauchyScore(1), cauchyTail(Infinity), cauchyTail(-Infinity)]).toEqual([
      Infinity,
      -Infinity,
      0,
      1,
    ]);
  });

  test("have the tail that the engine's arctangent gives", () => {
    for (let x = -5; x <= 5; x += 0.01) expect(cauchyTail(x)).toBeCloseTo(0.5 - Math.atan(x) / Math.PI, 14);
  });

  test("combine copies of one p-value to itself", () => {
    expect(combinePValues(Float64Array.of(0.03, 0.03, 0.03))).toBeCloseTo(0.03, 14);
  });
});

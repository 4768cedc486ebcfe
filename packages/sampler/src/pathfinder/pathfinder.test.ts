import { randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { sample } from "../sample.js";
import type { LogDensity } from "../target.js";
import { applyHessian, applyInverseHessian, drawFromCurvature, makeCurvature } from "./curvature.js";
import { pathfinder } from "./pathfinder.js";

/** An equicorrelated normal: precision (I − c 1 1ᵀ) / (1 − ρ), away from the origin. */
const dimension = 6;
const correlation = 0.7;
const center = 3;
const share = correlation / (1 + (dimension - 1) * correlation);
const correlated: LogDensity = {
  dimension,
  evaluate(x, g) {
    const sum = x.reduce((total, value) => total + value - center, 0);
    let value = 0;
    for (let i = 0; i < dimension; i++) {
      g[i] = -(x[i] - center - share * sum) / (1 - correlation);
      value += 0.5 * (x[i] - center) * g[i];
    }
    return value;
  },
};

describe("curvature from steps", () => {
  const stream = randomStream(1);
  const vector = (): Float64Array =>
    Float64Array.from({ length: 3 }, () => stream.nextUint32() / 2 ** 31 - 1);
  // Changes of a quadratic, so that move · change > 0.
  const pairs = [vector(), vector()].map((move) => ({
    move,
    change: Float64Array.of(2 * move[0] + move[1], move[0] + 3 * move[1], 0.5 * move[2]),
  }));
  const curvature = makeCurvature(Float64Array.of(0.5, 1, 2), pairs);
  const matrix = [0, 1, 2].map((i) =>
    applyHessian(
      curvature,
      Float64Array.from([0, 1, 2], (j) => +(i === j)),
    ),
  );

  test("is inverted by the two loops, and meets the newest secant", () => {
    const v = vector();
    const back = applyHessian(curvature, applyInverseHessian(curvature, v));
    back.forEach((value, i) => expect(value).toBeCloseTo(v[i], 12));
    const { move, change } = pairs[1];
    applyHessian(curvature, move).forEach((value, i) => expect(value).toBeCloseTo(change[i], 12));
  });

  test("knows its determinant", () => {
    const [[a, b, c], [d, e, f], [g, h, i]] = matrix.map((row) => [...row]);
    const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    expect(curvature.logDeterminant).toBeCloseTo(-Math.log(determinant), 12);
  });

  // E φᵀ B φ = 3 with variance 2 · 3 / n: 4 standard errors are exceeded once in 16,000 seeds.
  test("gives draws whose squared length in its own measure is the dimension on average", () => {
    const draws = 20_000;
    let sum = 0;
    for (let n = 0; n < draws; n++) {
      const draw = drawFromCurvature(curvature, stream);
      sum += applyHessian(curvature, draw).reduce((total, value, i) => total + value * draw[i], 0);
    }
    expect(Math.abs(sum / draws - 3)).toBeLessThan(4 * Math.sqrt(6 / draws));
  });
});

describe("pathfinder", () => {
  test("finds a correlated normal: its mean, and weights that are nearly equal", () => {
    const preview = pathfinder(correlated, { seed: 1, history: 8 });
    expect([preview.draws, preview.positions.length]).toEqual([1000, 6000]);
    expect(preview.evaluations).toBeLessThan(4000);
    for (let i = 0; i < dimension; i++) {
      let mean = 0;
      for (let draw = 0; draw < 1000; draw++) mean += preview.positions[draw * dimension + i] / 1000;
      expect(Math.abs(mean - center)).toBeLessThan(0.2);
    }
    const largest = Math.max(...preview.logWeights);
    const weights = preview.logWeights.map((weight) => Math.exp(weight - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const effective = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
    expect(effective).toBeGreaterThan(300);
  });

  test("gives the same bits again, and other draws for another seed", () => {
    const first = pathfinder(correlated, { seed: 1, draws: 5 });
    expect(pathfinder(correlated, { seed: 1, draws: 5 })).toEqual(first);
    expect(pathfinder(correlated, { seed: 2, draws: 5 }).positions).not.toEqual(first.positions);
  });

  test("counts what it evaluates, and never throws for a density without a start or a mode", () => {
    let calls = 0;
    const counted: LogDensity = { dimension, evaluate: (x, g) => (calls++, correlated.evaluate(x, g)) };
    expect(pathfinder(counted, { seed: 1 }).evaluations).toBe(calls);
    const nowhere = pathfinder({ dimension: 1, evaluate: () => NaN }, { seed: 1, paths: 1 });
    expect([nowhere.draws, nowhere.paths[0].elbo]).toEqual([0, -Infinity]);
    const slope: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = 1), x[0]) };
    expect(pathfinder(slope, { seed: 1, paths: 1 }).paths).toHaveLength(1);
    expect(() => pathfinder({ dimension: 0, evaluate: () => 0 }, { seed: 1 })).toThrow("target.dimension");
  });
});

describe("chains that start with pathfinder", () => {
  test("start near the posterior, and are the same for any number of chains", async () => {
    const options = { seed: 4, warmup: 100, draws: 50, keepWarmup: true, initial: "pathfinder" as const };
    const far: LogDensity = {
      dimension: 1,
      evaluate: (x, g) => ((g[0] = -(x[0] - 1e4)), -0.5 * (x[0] - 1e4) ** 2),
    };
    const traces = await sample(far, options);
    for (const { warmup, outcome } of traces) {
      expect(outcome).toBe("finished");
      expect(Math.abs(warmup.transitions!.positions[0] - 1e4)).toBeLessThan(6);
      expect(warmup.startingTries).toBeGreaterThan(10);
    }
    expect(await sample(far, { ...options, chains: 2 })).toEqual(traces.slice(0, 2));
  });

  test("whose path finds nothing start where they would have", async () => {
    const slope: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -1), x[0] > 0 ? -x[0] : NaN) };
    const [trace] = await sample(slope, { seed: 1, chains: 1, warmup: 50, draws: 10, initial: "pathfinder" });
    expect(trace.draws).toBe(10);
  });

  test("refuses a name that is none", async () => {
    const initial = "path" as "pathfinder";
    await expect(sample(correlated, { seed: 1, initial })).rejects.toThrow(
      'sample.initial: must be one of uphill, random, pathfinder, got "path". Leave it out for uphill.',
    );
  });
});

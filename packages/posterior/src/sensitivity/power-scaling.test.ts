import { drawNormal, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import type { Draws, SampleStatistics } from "../draws/draws.js";
import { powerScalingSensitivity } from "./power-scaling.js";

/**
 * Exact posterior draws of a normal mean with normal prior, from `count` data of unit variance and mean `centre`, with
 * its log prior and log likelihood.
 */
function conjugate(prior: { mean: number; sd: number }, data: { centre: number; count: number }, seed = 1) {
  const [chains, draws] = [4, 500];
  const stream = randomStream(seed, "power scaling");
  const precision = 1 / (prior.sd * prior.sd);
  const total = precision + data.count;
  const centre = (precision * prior.mean + data.count * data.centre) / total;
  const values = Float64Array.from(
    { length: chains * draws },
    () => centre + drawNormal(stream) / Math.sqrt(total),
  );
  const component = (f: (mu: number) => number) => ({ values: values.map(f), chains, draws });
  return {
    draws: {
      chains,
      draws,
      parameters: [{ name: "mu", axes: [], values }],
      statistics: {} as SampleStatistics,
    } satisfies Draws,
    components: {
      logPrior: component((mu) => (-(mu - prior.mean) * (mu - prior.mean) * precision) / 2),
      logLikelihood: component((mu) => (-data.count * (mu - data.centre) * (mu - data.centre)) / 2),
    },
  };
}

const sensitivityOf = (...model: Parameters<typeof conjugate>) => {
  const { draws, components } = conjugate(...model);
  return powerScalingSensitivity(draws, components);
};

describe("powerScalingSensitivity", () => {
  test("leaves a vague prior alone: only the data count", () => {
    const { rows, reliable, paretoK } = sensitivityOf({ mean: 0, sd: 10 }, { centre: 1, count: 30 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ parameter: "mu", diagnosis: "ok", advice: "" });
    expect(rows[0].prior).toBeLessThan(0.01);
    expect(rows[0].likelihood).toBeGreaterThan(0.05);
    expect(reliable).toBe(true);
    expect(paretoK.prior).toBeLessThan(0.5);
  });

  test("finds prior and data in conflict", () => {
    const [row] = sensitivityOf({ mean: 0, sd: 0.5 }, { centre: 3, count: 4 }).rows;
    expect(row.diagnosis).toBe("conflict");
    expect(row.advice).toContain("different directions");
  });

  test("finds a prior that decides", () => {
    const [row] = sensitivityOf({ mean: 0, sd: 0.05 }, { centre: 0, count: 1 }).rows;
    expect(row.diagnosis).toBe("strong-prior");
    expect(row.likelihood).toBeLessThan(0.05);
    expect(row.advice).toContain("lift test");
  });

  test("is a derivative: half the step changes it little", () => {
    const { draws, components } = conjugate({ mean: 0, sd: 0.5 }, { centre: 3, count: 4 });
    const [once, half] = [0.01, 0.005].map(
      (step) => powerScalingSensitivity(draws, components, { step }).rows[0],
    );
    expect(Math.abs(half.prior / once.prior - 1)).toBeLessThan(0.02);
  });

  test("of a component that is constant is 0", () => {
    const { draws, components } = conjugate({ mean: 0, sd: 1 }, { centre: 0, count: 10 });
    const flat = { ...components.logPrior, values: new Float64Array(2000) };
    const { rows, reliable } = powerScalingSensitivity(draws, { ...components, logPrior: flat });
    expect(rows[0].prior).toBeCloseTo(0, 9);
    expect(reliable).toBe(true);
  });

  test("says when the weights cannot be believed", () => {
    const { draws, components } = conjugate({ mean: 0, sd: 1 }, { centre: 0, count: 10 });
    const wild = components.logPrior.values.map((value) => 2000 * value);
    const { reliable, paretoK, paretoKThreshold } = powerScalingSensitivity(draws, {
      ...components,
      logPrior: { ...components.logPrior, values: wild.map((value) => -Math.abs(value) * value) },
    });
    expect(paretoK.prior).toBeGreaterThan(paretoKThreshold);
    expect(reliable).toBe(false);
  });

  test("refuses a component of other draws", () => {
    const { draws, components } = conjugate({ mean: 0, sd: 1 }, { centre: 0, count: 10 });
    const short = { values: new Float64Array(4), chains: 4, draws: 1 };
    expect(() => powerScalingSensitivity(draws, { ...components, logPrior: short })).toThrow(
      "powerScalingSensitivity.logPrior: must hold a number for each of 4 × 500 draws, got 4 for 4 × 1. Compute it for the same draws.",
    );
  });
});

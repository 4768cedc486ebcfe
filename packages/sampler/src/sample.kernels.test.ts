/** The kernels behind the door: what the options do to the draws. */
import { exp } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { effectiveDraws, gradientsOf } from "./effective-draws.contract.js";
import { nodeWorkers } from "./node-workers.js";
import { sample } from "./sample.js";
import type { SampleOptions } from "./sample-options.js";
import type { LogDensity, TargetModule } from "./target.js";
import type { Trace } from "./trace.js";
import { equicorrelatedDensity } from "./warmup/normals.contract.js";

const sumOf = (x: Float64Array): number => x.reduce((sum, value) => sum + value, 0);

describe("on an equicorrelated normal (ρ = 0.9, 50 parameters)", () => {
  const density = equicorrelatedDensity(50, 0.9);
  const efficiency = async (options: Partial<SampleOptions>): Promise<number> => {
    const traces = await sample(density, { seed: 3, warmup: 500, draws: 500, ...options });
    return effectiveDraws(traces, sumOf) / gradientsOf(traces);
  };

  test("low-rank and auto give at least twenty times the effective draws per gradient of the diagonal", async () => {
    const diagonal = await efficiency({ metric: "diagonal" });
    expect((await efficiency({ metric: "low-rank" })) / diagonal).toBeGreaterThan(20);
    expect((await efficiency({ metric: "auto" })) / diagonal).toBeGreaterThan(20);
    expect((await efficiency({ metric: "dense" })) / diagonal).toBeGreaterThan(20);
  });

  test("low rank finds the one direction, and the whitened posterior is almost normal", async () => {
    const [trace] = await sample(density, {
      seed: 3,
      chains: 1,
      warmup: 500,
      draws: 100,
      metric: "low-rank",
    });
    expect(trace.metric.correction?.rank).toBe(1);
    const distance = trace.fisherDistance.reduce((sum, value) => sum + value, 0) / trace.draws;
    expect(distance / 50).toBeLessThan(0.1);
  });
});

test("auto stays diagonal where parameters are independent, and draws what diagonal draws", async () => {
  const density = equicorrelatedDensity(8, 0);
  const options = { seed: 4, chains: 2, warmup: 300, draws: 50 } as const;
  const auto = await sample(density, { ...options, metric: "auto" });
  const diagonal = await sample(density, { ...options, metric: "diagonal" });
  expect(auto.map(({ positions }) => positions)).toEqual(diagonal.map(({ positions }) => positions));
});

/** Neal's funnel: w ~ N(0, 3²), nine x ~ N(0, e^w). */
const funnel: LogDensity = {
  dimension: 10,
  evaluate(x, g) {
    const precision = exp(-x[0]);
    let square = 0;
    for (let i = 1; i < 10; i++) {
      square += x[i] * x[i];
      g[i] = -x[i] * precision;
    }
    g[0] = -x[0] / 9 + 0.5 * square * precision - 4.5;
    return -0.5 * ((x[0] * x[0]) / 9 + square * precision + 9 * x[0]);
  },
};

// The exact probability is Φ(−5/3). With the error from the spread of 16 chains, 3 of them are exceeded by chance once in 110
// seeds; the seed is fixed.
test("the adaptive integrator reaches the neck of the funnel: P(w < −5) within 3 standard errors of 0.0478", async () => {
  const chains = 16;
  const traces = await sample(funnel, { seed: 8, chains, warmup: 800, draws: 3000, integrator: "adaptive" });
  const shares = traces.map(
    ({ positions, draws }) =>
      Array.from({ length: draws }, (_, n) => positions[10 * n]).filter((w) => w < -5).length / draws,
  );
  const share = shares.reduce((sum, value) => sum + value, 0) / chains;
  const spread = shares.reduce((sum, value) => sum + (value - share) ** 2, 0) / (chains - 1);
  const error = Math.sqrt(spread / chains);
  expect(Math.abs(share - 0.0478)).toBeLessThan(3 * error);
  expect(error).toBeLessThan(0.01);
  const levels = Array.from({ length: 9 }, (_, k) =>
    traces.reduce((sum, { leaves }) => sum + leaves!.levels[k], 0),
  );
  const draws = chains * 3000;
  expect(levels[0]).toBeGreaterThan(levels[3]);
  expect(levels[3]).toBeGreaterThan(1000); // the neck wants micro steps of an eighth and less
  expect(traces.reduce((sum, { leaves }) => sum + leaves!.irreversible, 0)).toBeLessThan(0.2 * draws);
});

const kernels: Readonly<Record<string, Partial<SampleOptions>>> = {
  "low rank": { metric: "low-rank" },
  dense: { metric: "dense" },
  covariance: { metric: "covariance", warmupSchedule: "stan" },
  auto: { metric: "auto" },
  "the variance and Stan's windows": { metric: "variance", warmupSchedule: "stan" },
  "static paths of a time": { trajectory: { kind: "hmc", time: 2 } },
  "static paths of some steps": { trajectory: { kind: "hmc", leapfrogs: 6 }, metric: "low-rank" },
  "adaptive steps": { integrator: "adaptive", energyTolerance: 0.5 },
};

/** Its source is in its URL: plain JavaScript, because plain Node loads it. */
const slanted: TargetModule = {
  module: `data:text/javascript,${encodeURIComponent(`
    export const make = () => ({
      dimension: 3,
      evaluate(x, g) {
        const a = x[0] - 1, b = (x[1] - 20 * a) / 3, c = x[2] + b;
        g[2] = -c;
        const onB = -b - 0.2 * b * b * b - c;
        g[1] = onB / 3;
        g[0] = -a - (20 / 3) * onB;
        return -0.5 * (a * a + b * b + c * c) - 0.05 * b * b * b * b;
      },
    });`)}`,
  export: "make",
  data: undefined,
};

describe.each(Object.entries(kernels))("with %s", (_, options) => {
  const draw = (runChains?: SampleOptions["runChains"]): Promise<readonly Trace[]> =>
    sample(slanted, {
      seed: 6,
      chains: 2,
      warmup: 300,
      draws: 800,
      ...options,
      ...(runChains ? { runChains } : {}),
    });

  // x₀ ~ N(1, 1) and x₂ + b has a symmetric law: known exactly. |z| < 4 in 2 × 8 comparisons: 1e-3, with a fixed seed.
  test("workers draw the bits of this thread, and the mean and variance of a parameter are right", async () => {
    const traces = await draw();
    expect(await draw(nodeWorkers({ workers: 2 }))).toEqual(traces);
    expect(traces.map(({ outcome }) => outcome)).toEqual(["finished", "finished"]);
    for (const [quantity, mean, sd] of [
      [(x: Float64Array) => x[0], 1, 1],
      [(x: Float64Array) => (x[0] - 1) ** 2, 1, Math.SQRT2],
    ] as const) {
      const values = traces.flatMap(({ positions, draws }) =>
        Array.from({ length: draws }, (__, n) => quantity(positions.subarray(3 * n))),
      );
      const error = sd / Math.sqrt(effectiveDraws(traces, quantity));
      expect(
        Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - mean) / error,
      ).toBeLessThan(4);
    }
  });
});

test("names every fault of the kernel's options at once", async () => {
  const options = {
    seed: 1,
    metric: "euclidean",
    warmupSchedule: "pymc",
    integrator: "yoshida",
    energyTolerance: 0,
    trajectory: { kind: "hmc", leapfrogs: 2.5 },
  } as unknown as SampleOptions;
  await expect(sample(funnel, options)).rejects.toThrow(
    [
      'sample.metric: must be one of diagonal, variance, low-rank, dense, covariance, auto, got "euclidean". It is diagonal if left out.',
      'sample.warmupSchedule: must be one of overlapping, stan, got "pymc". It is overlapping if left out.',
      'sample.integrator: must be one of leapfrog, adaptive, got "yoshida". It is leapfrog if left out.',
      "sample.trajectory: must have a whole number of leapfrogs ≥ 1 or a time > 0, got leapfrogs 2.5 and time undefined. Give one of them.",
      "sample.energyTolerance: must be a finite number > 0, got 0. Leave it out for 1.",
    ].join("\n"),
  );
});

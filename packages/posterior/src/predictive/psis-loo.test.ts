import { describe, expect, test } from "vitest";
import { looWeights } from "./loo-weights.js";
import { normalData, normalModel } from "./normal-model.contract.js";
import { psisLoo } from "./psis-loo.js";
import { relativeEfficiency } from "./relative-efficiency.js";
import { waic } from "./waic.js";

const data = normalData(30);
const { logLikelihood } = normalModel(data, { draws: 250 });

/** Without y the posterior of the mean is normal around the mean of the others, with variance 1 / (n − 1). */
function exactElpd(i: number): number {
  const others = data.filter((_, k) => k !== i);
  const centre = others.reduce((total, value) => total + value, 0) / others.length;
  const spread = 1 + 1 / others.length;
  return -0.5 * (Math.log(2 * Math.PI * spread) + (data[i] - centre) ** 2 / spread);
}

describe("psisLoo", () => {
  test("gives the exact leave-one-out densities of a normal mean: 30 errors below 4 Monte Carlo errors", () => {
    // A right program fails for 1 choice of seeds in 500.
    const { pointwise, unreliable } = psisLoo(logLikelihood);
    expect(unreliable).toEqual([]);
    pointwise.elpd.forEach((elpd, i) => {
      expect(Math.abs(elpd - exactElpd(i))).toBeLessThan(4 * pointwise.mcse[i]);
    });
  });

  test("counts one parameter, as WAIC does", () => {
    expect(psisLoo(logLikelihood).effectiveParameters.value).toBeCloseTo(1, 0);
    expect(waic(logLikelihood).effectiveParameters.value).toBeCloseTo(1, 0);
    expect(waic(logLikelihood).elpd.value).toBeCloseTo(psisLoo(logLikelihood).elpd.value, 1);
  });

  test("shifts with the log likelihood, also where likelihoods underflow", () => {
    const shifted = { ...logLikelihood, values: logLikelihood.values.map((value) => value - 2000) };
    const [before, after] = [psisLoo(logLikelihood), psisLoo(shifted)];
    expect(after.elpd.value - before.elpd.value).toBeCloseTo(-60000, 7);
    expect(after.pointwise.mcse[0]).toBeCloseTo(before.pointwise.mcse[0], 9);
  });

  test("names the observation that the posterior hangs on, and then has no Monte Carlo error", () => {
    const { logLikelihood: withOutlier } = normalModel([...data, 25], { draws: 250 });
    const score = psisLoo(withOutlier);
    expect(score.unreliable).toEqual(["week 31"]);
    expect(score.mcse).toBeNaN();
    expect(waic(withOutlier).unreliable).toEqual(["week 31"]);
  });

  test("has a Monte Carlo error that is right: |error| < 3 in at least 36 of 40 runs", () => {
    // 0.1 misses expected for exact, about 0.4 for estimated errors; more than 4 has probability below 1e-4.
    const exact = data.reduce((total, _, i) => total + exactElpd(i), 0);
    const hits = Array.from({ length: 40 }, (_, seed) => {
      const { elpd, pointwise } = psisLoo(normalModel(data, { seed, chains: 2, draws: 100 }).logLikelihood);
      // Errors of observations share their draws, so they may all point one way.
      const bound = pointwise.mcse.reduce((total, mcse) => total + mcse, 0);
      return Math.abs(elpd.value - exact) < 3 * bound;
    });
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(36);
  });

  test("refuses efficiencies that do not fit", () => {
    expect(() => psisLoo(logLikelihood, { relativeEfficiency: 0 })).toThrow(
      "loo.relativeEfficiency: must be a number > 0 for each of the 30 observations, got [0, 0",
    );
    expect(() => looWeights(logLikelihood, { relativeEfficiency: Float64Array.of(1) })).toThrow("got [1]");
  });

  test("is NaN for an observation that a draw makes impossible, and says so", () => {
    const values = logLikelihood.values.slice();
    values[3] = -Infinity;
    const score = psisLoo({ ...logLikelihood, values });
    expect(score.pointwise.elpd[3]).toBeNaN();
    expect(score.unreliable).toEqual(["week 4"]);
  });
});

test("relative efficiency of independent draws is about 1, of a constant likelihood 1", () => {
  for (const efficiency of relativeEfficiency(logLikelihood)) {
    expect(efficiency).toBeGreaterThan(0.7);
    expect(efficiency).toBeLessThan(1.3);
  }
  const constant = { ...logLikelihood, values: new Float64Array(logLikelihood.values.length).fill(-1) };
  expect(relativeEfficiency(constant).every((efficiency) => efficiency === 1)).toBe(true);
});

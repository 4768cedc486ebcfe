/** Statistics: the sampler finds moments that are known exactly. */
import { exp, log1p } from "@mmm/numerics";
import { expect, test } from "vitest";
import { sample } from "./sample.js";
import type { LogDensity } from "./target.js";
import type { Trace } from "./trace.js";

/** Independent normals with the given means and deviations. */
function normals(means: readonly number[], deviations: readonly number[]): LogDensity {
  return {
    dimension: means.length,
    evaluate(x, g) {
      let value = 0;
      for (let i = 0; i < means.length; i++) {
        const z = (x[i] - means[i]) / deviations[i];
        g[i] = -z / deviations[i];
        value -= 0.5 * z * z;
      }
      return value;
    },
  };
}

/** Eight schools (Rubin 1981), non-centred: θ = μ + τ z, μ ~ N(0, 5²), τ ~ half-Cauchy(5), sampled as z₁ … z₈, μ, log τ. */
const effects = [28, 8, -3, 7, -1, 1, 18, 12];
const errors = [15, 10, 16, 11, 9, 11, 10, 18];
const eightSchools: LogDensity = {
  dimension: 10,
  evaluate(x, g) {
    const mu = x[8];
    const tau = exp(x[9]);
    const ratio = (tau * tau) / 25;
    let value = -(mu * mu) / 50 - log1p(ratio) + x[9];
    g[8] = -mu / 25;
    g[9] = 1 - (2 * ratio) / (1 + ratio);
    for (let school = 0; school < 8; school++) {
      const z = x[school];
      const residual = (effects[school] - mu - tau * z) / errors[school];
      const pull = residual / errors[school];
      value -= 0.5 * (z * z + residual * residual);
      g[school] = -z + tau * pull;
      g[8] += pull;
      g[9] += tau * z * pull;
    }
    return value;
  },
};

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Exact moments: given τ, μ and θ are normal; log τ is summed over a fine grid. */
function integrateEightSchools(): Record<"mu" | "logTau" | "firstSchool", Moments> {
  const sums = { weight: 0, mu: [0, 0], logTau: [0, 0], firstSchool: [0, 0] };
  for (let logTau = -15; logTau < 8; logTau += 0.01) {
    const variance = Math.exp(2 * logTau);
    const precisions = errors.map((error) => 1 / (error ** 2 + variance));
    const precision = 1 / 25 + precisions.reduce((sum, value) => sum + value, 0);
    const mu = precisions.reduce((sum, value, j) => sum + value * effects[j], 0) / precision;
    const logWeight = precisions.reduce(
      (sum, value, j) => sum + 0.5 * Math.log(value) - 0.5 * value * effects[j] ** 2,
      logTau - Math.log1p(variance / 25) - 0.5 * Math.log(precision) + 0.5 * precision * mu ** 2,
    );
    const weight = Math.exp(logWeight);
    // θ₁ = (1 − b) y₁ + b μ + noise, with the shrinkage b = error² / (error² + τ²).
    const shrinkage = errors[0] ** 2 * precisions[0];
    const theta = (1 - shrinkage) * effects[0] + shrinkage * mu;
    const thetaVariance = (1 - shrinkage) * errors[0] ** 2 + shrinkage ** 2 / precision;
    sums.weight += weight;
    add(sums.mu, weight, mu, 1 / precision);
    add(sums.logTau, weight, logTau, 0);
    add(sums.firstSchool, weight, theta, thetaVariance);
  }
  const moments = ([first, second]: number[]): Moments => ({
    mean: first / sums.weight,
    deviation: Math.sqrt(second / sums.weight - (first / sums.weight) ** 2),
  });
  return { mu: moments(sums.mu), logTau: moments(sums.logTau), firstSchool: moments(sums.firstSchool) };
}

function add(sum: number[], weight: number, center: number, variance: number): void {
  sum[0] += weight * center;
  sum[1] += weight * (center ** 2 + variance);
}

function values(traces: readonly Trace[], of: (position: Float64Array) => number): number[] {
  return traces.flatMap(({ draws, dimension, positions }) =>
    Array.from({ length: draws }, (_, draw) =>
      of(positions.subarray(draw * dimension, (draw + 1) * dimension)),
    ),
  );
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const deviation = (numbers: readonly number[]): number =>
  Math.sqrt(mean(numbers.map((x) => (x - mean(numbers)) ** 2)));

// 4 × 1000 draws of a normal have an effective size above 2000 for means and 1000 for squares: 4 standard errors are
// 4/√2000 = 0.09 deviations and 4/√(2·1000) = 0.09 of the deviation. False-positive rate of 12 comparisons: 8e-4; fixed seed.
test("finds means and deviations of normals whose scales differ by ten orders of magnitude", async () => {
  const means = [0, 3, -1e4, 1e-6, 5, 1];
  const deviations = [1, 1e-5, 1e5, 1e-4, 10, 0.3];
  const traces = await sample(normals(means, deviations), { seed: 1, warmup: 400 });
  means.forEach((expected, i) => {
    const draws = values(traces, (x) => x[i]);
    expect(Math.abs(mean(draws) - expected) / deviations[i]).toBeLessThan(0.09);
    expect(deviation(draws) / deviations[i]).toBeGreaterThan(0.91);
    expect(deviation(draws) / deviations[i]).toBeLessThan(1.09);
  });
});

// Tolerances: 4 standard errors at an effective size of 1500 for means (the chains reach more than 2000), 15 % for the
// deviations, which are heavy-tailed. False-positive rate below 1e-3; fixed seed.
test("agrees with eight schools integrated over a grid", async () => {
  const traces = await sample(eightSchools, { seed: 2, warmup: 400 });
  const quantities = {
    mu: values(traces, (x) => x[8]),
    logTau: values(traces, (x) => x[9]),
    firstSchool: values(traces, (x) => x[8] + exp(x[9]) * x[0]),
  };
  const exact = integrateEightSchools();
  for (const name of ["mu", "logTau", "firstSchool"] as const) {
    const { mean: expected, deviation: spread } = exact[name];
    expect(Math.abs(mean(quantities[name]) - expected)).toBeLessThan((4 * spread) / Math.sqrt(1500));
    expect(deviation(quantities[name]) / spread).toBeGreaterThan(0.85);
    expect(deviation(quantities[name]) / spread).toBeLessThan(1.15);
  }
});

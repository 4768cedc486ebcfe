import { mean, randomStream, variance } from "@mmm/numerics";
import { expect, test } from "vitest";
import type { NoiseDescription } from "../description/market-description.js";
import { makePanel } from "../panel/panel.js";
import { type NoiseTruth, simulateNoise } from "./simulate-noise.js";

const length = 20_000;
const level = 1000;
const national = makePanel(null, randomStream("panel"));

function simulate(noise: NoiseDescription): NoiseTruth {
  return simulateNoise(noise, length, Float64Array.of(level), national, randomStream("noise"));
}

function shareBeyond({ values, sd }: NoiseTruth, deviations: number): number {
  return values.filter((value) => Math.abs(value) > deviations * sd[0]!).length / length;
}

/** Seeds are fixed; of fresh seeds, each bound below would fail for fewer than one in 10,000. */
test("normal noise has mean 0, its standard deviation, and thin tails", () => {
  const noise = simulate({ kind: "normal", sd: 0.05, autocorrelation: 0 });
  expect({ ...noise, sd: [...noise.sd], scale: [...noise.scale] }).toMatchObject({
    sd: [50],
    scale: [50],
    degreesOfFreedom: null,
  });
  expect(Math.abs(mean(noise.values))).toBeLessThan((4 * 50) / Math.sqrt(length));
  expect(Math.abs(variance(noise.values) / 2500 - 1)).toBeLessThan(4 * Math.sqrt(2 / length));
  expect(Math.abs(shareBeyond(noise, 3) - 0.0027)).toBeLessThan(0.0015);
});

test("Student t noise has the same standard deviation, another scale, and heavy tails", () => {
  const noise = simulate({ kind: "student-t", sd: 0.05, degreesOfFreedom: 5, autocorrelation: 0 });
  expect(noise.sd[0]).toBe(50);
  expect(noise.scale[0]).toBeCloseTo(50 * Math.sqrt(3 / 5), 10);
  // The kurtosis of 5 degrees of freedom is 9, so the variance of 20,000 values has a standard error of 2 %.
  expect(Math.abs(variance(noise.values) / 2500 - 1)).toBeLessThan(0.08);
  // P(|t₅| > 3·√(5/3)) = 0.0117.
  expect(Math.abs(shareBeyond(noise, 3) - 0.0117)).toBeLessThan(0.003);
});

test("autocorrelation is that of neighbours and leaves the standard deviation", () => {
  const { values } = simulate({ kind: "normal", sd: 0.05, autocorrelation: 0.6 });
  const products = values.slice(1).map((value, t) => value * values[t]!);
  expect(Math.abs(mean(products) / variance(values) - 0.6)).toBeLessThan(0.025);
  expect(Math.abs(variance(values) / 2500 - 1)).toBeLessThan(0.06);
});

test("no noise is zero", () => {
  const { values } = simulate({ kind: "normal", sd: 0, autocorrelation: 0 });
  expect(values.every((value) => Math.abs(value) === 0)).toBe(true);
});

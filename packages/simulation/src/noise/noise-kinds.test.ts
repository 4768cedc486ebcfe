import { mean, randomStream, variance } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { schemaOfKinds, simulateKind } from "../description/kind.js";
import { makePanel, type Panel } from "../panel/panel.js";
import { panelSchema } from "../panel/panel-schema.js";
import { noiseKinds } from "./noise-kinds.js";
import type { AdditiveNoiseTruth } from "./noise-truth.js";
import type { NoisyKpi } from "./noise-kind.js";

const length = 20_000;
const level = 1000;
const national = makePanel(null, randomStream("panel"));

function simulate(noise: { kind: string; [field: string]: unknown }, panel: Panel = national): NoisyKpi {
  const levels = new Float64Array(panel.cells.length).fill(level);
  const expected = new Float64Array(panel.cells.length * length).fill(level);
  const context = { expected, levels, panel, stream: randomStream("noise") };
  return simulateKind(noiseKinds, schemaOfKinds(noiseKinds).parse(noise), context);
}

function additive(noise: { kind: string; sd: number; autocorrelation: number; degreesOfFreedom?: number }) {
  return simulate(noise).noise as AdditiveNoiseTruth;
}

function shareBeyond({ values, sd }: AdditiveNoiseTruth, deviations: number): number {
  return values.filter((value) => Math.abs(value) > deviations * sd[0]!).length / length;
}

/** Seeds are fixed; of fresh seeds, each bound below would fail for fewer than one in 10,000. */
test("normal noise has mean 0, its standard deviation, and thin tails", () => {
  const noise = additive({ kind: "normal", sd: 0.05, autocorrelation: 0 });
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
  const noise = additive({ kind: "student-t", sd: 0.05, degreesOfFreedom: 5, autocorrelation: 0 });
  expect(noise.sd[0]).toBe(50);
  expect(noise.scale[0]).toBeCloseTo(50 * Math.sqrt(3 / 5), 10);
  // The kurtosis of 5 degrees of freedom is 9, so the variance of 20,000 values has a standard error of 2 %.
  expect(Math.abs(variance(noise.values) / 2500 - 1)).toBeLessThan(0.08);
  // P(|t₅| > 3·√(5/3)) = 0.0117.
  expect(Math.abs(shareBeyond(noise, 3) - 0.0117)).toBeLessThan(0.003);
});

test("autocorrelation is that of neighbours and leaves the standard deviation", () => {
  const { values } = additive({ kind: "normal", sd: 0.05, autocorrelation: 0.6 });
  const products = values.slice(1).map((value, t) => value * values[t]!);
  expect(Math.abs(mean(products) / variance(values) - 0.6)).toBeLessThan(0.025);
  expect(Math.abs(variance(values) / 2500 - 1)).toBeLessThan(0.06);
});

test("no noise is zero", () => {
  const { values } = additive({ kind: "normal", sd: 0, autocorrelation: 0 });
  expect(values.every((value) => Math.abs(value) === 0)).toBe(true);
});

/** The standard error of the variance of n Poisson counts is about √(2 / n) of it, as for normal ones. */
describe("counts", () => {
  const bound = 4 * Math.sqrt(2 / length);

  test("Poisson ones are whole numbers whose mean and variance are what was expected", () => {
    const { kpi, noise } = simulate({ kind: "poisson" });
    expect(kpi.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    expect(Math.abs(mean(kpi) - level)).toBeLessThan(4 * Math.sqrt(level / length));
    expect(Math.abs(variance(kpi) / level - 1)).toBeLessThan(bound);
    expect(noise).toMatchObject({ kind: "poisson", dispersion: null });
    expect(noise.values.every((value, t) => value === kpi[t]! - level)).toBe(true);
  });

  test("negative binomial ones vary more, by the described share", () => {
    const { kpi, noise } = simulate({ kind: "negative-binomial", variation: 0.1 });
    const wanted = level + (0.1 * level) ** 2;
    expect(kpi.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    expect(Math.abs(mean(kpi) - level)).toBeLessThan(4 * Math.sqrt(wanted / length));
    expect(Math.abs(variance(kpi) / wanted - 1)).toBeLessThan(1.1 * bound);
    if (noise.kind !== "negative-binomial") throw new Error("another kind was asked for");
    expect(noise.dispersion![0]).toBeCloseTo(100, 9);
  });
});

describe("in a panel", () => {
  const values = [1, 4, 16];
  const population = { kind: "given", values };
  const panelOf = (scatter: object): Panel =>
    makePanel(
      panelSchema.parse({ dimensions: [{ name: "geo", levels: ["a", "b", "c"], scatter }], population }),
      randomStream("panel"),
    );

  test("cells draw noise of their own, of their own size where asked", () => {
    const { noise } = simulate({ kind: "normal", sd: 0.05 }, panelOf({ noise: 0.5 }));
    const { sd, values: all } = noise as AdditiveNoiseTruth;
    expect(new Set(sd).size).toBe(3);
    for (const g of [0, 1, 2]) {
      const own = all.subarray(g * length, (g + 1) * length);
      expect(Math.abs(variance(own) / sd[g]! ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / length));
    }
    const products = all.subarray(0, length).map((value, t) => value * all[length + t]!);
    expect(Math.abs(mean(products)) / (sd[0]! * sd[1]!)).toBeLessThan(4 / Math.sqrt(length));
  });

  test("small cells are louder by the power of their size", () => {
    const { noise } = simulate({ kind: "normal", sd: 0.05, sizeExponent: 0.5 }, panelOf({}));
    const [a, b, c] = (noise as AdditiveNoiseTruth).sd;
    expect(a! / b!).toBeCloseTo(2, 12);
    expect(b! / c!).toBeCloseTo(2, 12);
  });
});

import { drawNormal, randomStream } from "@mmm/numerics";
import { expect, test } from "vitest";
import { lowRankPays } from "./low-rank-pays.js";
import { drawNormals, equicorrelated } from "./normals.contract.js";

const memoryOf = (correlation: number, count: number) => ({
  ...drawNormals(new Float64Array(12), equicorrelated(12, correlation), count, "memory"),
  split: 0,
});

test("low rank pays for correlated parameters, whatever the metric is now", () => {
  expect(lowRankPays(memoryOf(0.9, 60), false)).toBe(true);
  expect(lowRankPays(memoryOf(0.9, 60), true)).toBe(true);
});

test("low rank does not pay for independent parameters, so the chain falls back to the diagonal", () => {
  expect(lowRankPays(memoryOf(0, 200), false)).toBe(false);
  expect(lowRankPays(memoryOf(0, 200), true)).toBe(false);
});

test("with less than forty draws all stays as it is", () => {
  expect(lowRankPays(memoryOf(0.9, 39), false)).toBe(false);
  expect(lowRankPays(memoryOf(0.9, 39), true)).toBe(true);
});

test("directions that are seen in the older draws only do not pay", () => {
  const stream = randomStream("noise");
  const { positions, gradients } = memoryOf(0, 80);
  // Gradients without a linear part: whatever a fit finds in the older draws is not in the newer ones.
  const noise = gradients.map((g) => g.map(() => drawNormal(stream) * 3));
  expect(lowRankPays({ positions, gradients: noise, split: 0 }, false)).toBe(false);
});

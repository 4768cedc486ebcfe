import { drawNormal, exp, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { psis } from "./psis.js";

const normals = (seed: number, count: number, scale = 1): Float64Array => {
  const stream = randomStream(seed, "psis");
  return Float64Array.from({ length: count }, () => scale * drawNormal(stream));
};

const anyRatios = fc
  .record({
    seed: fc.integer({ min: 0, max: 9999 }),
    count: fc.integer({ min: 5, max: 300 }),
    scale: fc.double({ min: 0, max: 4, noNaN: true }),
  })
  .map(({ seed, count, scale }) => normals(seed, count, scale));

describe("psis", () => {
  test("gives weights that add up to 1, no larger than the largest raw one, and as many effective draws as there are at most", () => {
    fc.assert(
      fc.property(anyRatios, (ratios) => {
        const { logWeights, ess } = psis(ratios);
        expect(logWeights.reduce((total, weight) => total + exp(weight), 0)).toBeCloseTo(1, 12);
        expect(ess).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(ess).toBeLessThanOrEqual(ratios.length * (1 + 1e-9));
      }),
    );
  });

  test("does not care for a constant factor, and follows the order of the draws", () => {
    fc.assert(
      fc.property(anyRatios, fc.double({ min: -800, max: 800, noNaN: true }), (any, anyShift) => {
        // On a grid of 2⁻³⁰ the sums are exact: else the shift itself would round close ratios into equal ones.
        const onGrid = (x: number): number => Math.round(x * 2 ** 30) / 2 ** 30;
        const ratios = any.map(onGrid);
        const shift = onGrid(anyShift);
        const once = psis(ratios);
        const shifted = psis(ratios.map((ratio) => ratio + shift).reverse());
        expect(shifted.tailLength).toBe(once.tailLength);
        if (Number.isFinite(once.paretoK)) expect(shifted.paretoK).toBeCloseTo(once.paretoK, 5);
        const weights = shifted.logWeights.reverse();
        weights.forEach((weight, i) => expect(weight).toBeCloseTo(once.logWeights[i], 5));
      }),
    );
  });

  test("keeps the order of weights and the proportions of those outside the tail", () => {
    const ratios = normals(3, 500).sort();
    const { logWeights, tailLength } = psis(ratios);
    for (let i = 1; i < 500; i++) expect(logWeights[i]).toBeGreaterThanOrEqual(logWeights[i - 1]);
    const small = 500 - tailLength;
    for (let i = 1; i < small; i++) {
      expect(logWeights[i] - logWeights[0]).toBeCloseTo(ratios[i] - ratios[0], 12);
    }
  });

  test("sees that wider ratios have a heavier tail", () => {
    const shapes = [0.2, 0.7, 4].map((scale) => psis(normals(5, 2000, scale)).paretoK);
    expect(shapes).toEqual(shapes.slice().sort((a, b) => a - b));
    expect(shapes[0]).toBeLessThan(0.3);
    expect(shapes[2]).toBeGreaterThan(0.7);
  });

  test("of equal ratios, or fewer than 25, leaves them as they are, with nothing known of their tail", () => {
    for (const ratios of [new Float64Array(100), normals(1, 20)]) {
      const { logWeights, paretoK } = psis(ratios);
      expect(paretoK).toBe(Infinity);
      expect(logWeights[1] - logWeights[0]).toBeCloseTo(ratios[1] - ratios[0], 14);
    }
  });

  test("of a ratio that is no number, or infinite, are NaN; one of −∞ is a weight of 0", () => {
    expect(psis(Float64Array.of(0, NaN)).logWeights).toEqual(Float64Array.of(NaN, NaN));
    expect(psis(Float64Array.of(0, Infinity))).toMatchObject({ paretoK: NaN, ess: NaN });
    expect(psis(Float64Array.of(0, -Infinity)).logWeights).toEqual(Float64Array.of(0, -Infinity));
  });

  test("takes a longer tail for less efficient draws", () => {
    const ratios = normals(1, 4000);
    expect(psis(ratios).tailLength).toBe(190);
    expect(psis(ratios, { relativeEfficiency: 0.25 }).tailLength).toBe(380);
    expect(psis(ratios, { relativeEfficiency: 1e-4 }).tailLength).toBe(800);
  });
});

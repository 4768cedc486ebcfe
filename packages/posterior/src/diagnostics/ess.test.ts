import { exp } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeChains, mapDraws } from "../chains/chains.js";
import { anyChains, autoregressiveChains, reverseChains } from "../chains/any-chains.contract.js";
import { essBulk, essMean, essMedian, essQuantile, essSd, essTail } from "./ess.js";

const all = { essBulk, essTail, essMean, essSd, essMedian };

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b) / values.length;
}

describe("effective sample sizes", () => {
  test("do not depend on the order of chains", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        for (const ess of Object.values(all)) {
          // NaN for an indicator that is the same for all draws: 1 stands for it, since only ratios are compared.
          const ratio = (ess(reverseChains(x)) || 1) / (ess(x) || 1);
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("do not depend on the unit", () => {
    fc.assert(
      fc.property(anyChains, fc.integer({ min: -40, max: 40 }), (x, power) => {
        const scaled = mapDraws(x, (value) => value * 2 ** power);
        for (const ess of Object.values(all)) expect(ess(scaled)).toBe(ess(x));
      }),
    );
  });

  test("in bulk, tails and median are those of any increasing transformation", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        const transformed = mapDraws(x, exp);
        expect(essBulk(transformed)).toBe(essBulk(x));
        // A quantile between two draws moves by an increasing transformation, but not past a draw.
        expect(essTail(transformed)).toBe(essTail(x));
        expect(essMedian(transformed)).toBe(essMedian(x));
      }),
    );
  });

  test("never exceed S · log10(S)", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        const size = 2 * x.chains * Math.floor(x.draws / 2);
        for (const ess of Object.values(all)) {
          const value = ess(x);
          expect(Number.isNaN(value) || value <= size * Math.log10(size) * (1 + 1e-12)).toBe(true);
        }
      }),
    );
  });

  test("of independent draws are their number: mean of 50 runs of 4 × 500 within 5 % of 2,000", () => {
    // The standard error of the mean of 50 runs is about 1 %: a right program fails below once in 10^5 choices of seeds.
    const runs = Array.from({ length: 50 }, (_, seed) =>
      autoregressiveChains(seed, { chains: 4, draws: 500 }),
    );
    for (const ess of [essBulk, essMean, essSd, essMedian]) {
      expect(Math.abs(average(runs.map(ess)) / 2000 - 1)).toBeLessThan(0.05);
    }
  });

  test("of an autoregression are (1 − ρ)/(1 + ρ) of the draws: mean of 50 runs within 10 %", () => {
    // The standard error of the mean of 50 runs is about 2 %.
    for (const rho of [-0.4, 0.5, 0.8]) {
      const runs = Array.from({ length: 50 }, (_, seed) =>
        autoregressiveChains(seed, { chains: 4, draws: 1000, rho }),
      );
      const wanted = (4000 * (1 - rho)) / (1 + rho);
      expect(Math.abs(average(runs.map(essMean)) / wanted - 1)).toBeLessThan(0.1);
    }
  });

  test("of the upper extreme is NaN: no draw lies above it", () => {
    expect(essQuantile(autoregressiveChains(3, { chains: 2, draws: 20 }), 1)).toBeNaN();
  });

  test("of constant or non-finite draws are NaN", () => {
    const constant = makeChains([Array(8).fill(0.1), Array(8).fill(0.1)]);
    const broken = autoregressiveChains(3, { chains: 2, draws: 20 });
    broken.values[7] = NaN;
    for (const ess of Object.values(all)) {
      expect(ess(constant)).toBeNaN();
      expect(ess(broken)).toBeNaN();
    }
  });

  test("of draws whose squares overflow are NaN where moments are needed and right where ranks suffice", () => {
    const x = autoregressiveChains(3, { chains: 2, draws: 100 });
    const huge = mapDraws(x, (value) => value * 2 ** 1000);
    expect(essMean(huge)).toBeNaN();
    expect(essBulk(huge)).toBe(essBulk(x));
  });
});

import { mean } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeChains, mapDraws } from "../chains/chains.js";
import { anyChains, autoregressiveChains } from "../chains/any-chains.contract.js";
import { mcseMean, mcseMedian, mcseQuantile, mcseSd } from "./mcse.js";

const all = {
  mcseMean,
  mcseSd,
  mcseMedian,
  mcseLow: (x: Parameters<typeof mcseMean>[0]) => mcseQuantile(x, 0.05),
};

describe("Monte Carlo standard errors", () => {
  test("scale with the unit, and stay when the zero of the unit moves", () => {
    fc.assert(
      fc.property(anyChains, fc.integer({ min: -60, max: 60 }), (x, power) => {
        const unit = 2 ** power;
        const scaled = mapDraws(x, (value) => value * unit);
        const moved = mapDraws(x, (value) => value + 100);
        for (const mcse of Object.values(all)) {
          const value = mcse(x);
          if (Number.isNaN(value)) continue;
          expect(mcse(scaled)).toBe(unit * value);
          expect(Math.abs(mcse(moved) - value)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  test("halve when draws are four times as many: mean of 50 runs within 10 %", () => {
    const at = (draws: number, mcse: typeof mcseMean): number =>
      Array.from({ length: 50 }, (_, seed) =>
        mcse(autoregressiveChains(seed, { chains: 4, draws, rho: 0.5 })),
      ).reduce((a, b) => a + b) / 50;
    // The standard error of each mean of 50 runs is about 1 % (moments) and 3 % (quantiles).
    for (const mcse of [mcseMean, mcseSd, mcseMedian]) {
      expect(Math.abs(at(1000, mcse) / at(250, mcse) - 0.5)).toBeLessThan(0.05);
    }
  });

  test("of the mean covers the truth: |error| < 3 mcse in at least 97 of 100 runs", () => {
    // 0.27 expected misses in 100; more than 3 has probability 2e-4 with exact errors, a little more with estimated ones.
    const hits = Array.from({ length: 100 }, (_, seed) => {
      const x = autoregressiveChains(seed, { chains: 4, draws: 500, rho: 0.7 });
      return Math.abs(mean(x.values)) < 3 * mcseMean(x);
    });
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(97);
  });

  test("of constant draws are NaN, not 0", () => {
    const constant = makeChains([Array(8).fill(0.1), Array(8).fill(0.1)]);
    for (const mcse of Object.values(all)) expect(mcse(constant)).toBeNaN();
  });
});

import { exp } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeChains, mapDraws } from "../chains/chains.js";
import { anyChains, autoregressiveChains, reverseChains } from "../chains/any-chains.contract.js";
import { convergenceOf } from "./convergence.js";
import { essBulk, essTail } from "./ess.js";
import { rhat, rhatBasic } from "./rhat.js";

describe("rhat", () => {
  test("does not change when chains are put in another order", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        expect(rhat(reverseChains(x))).toBeCloseTo(rhat(x), 12);
      }),
    );
  });

  test("does not change in another unit, downwards included", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        expect(rhat(mapDraws(x, (value) => 1024 * value))).toBe(rhat(x));
        expect(rhat(mapDraws(x, (value) => -value))).toBeCloseTo(rhat(x), 12);
      }),
    );
  });

  test("of chains apart is the same under any increasing transformation", () => {
    // Shifted chains, where the bulk part is the larger one: folding is not invariant, ranking is.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (seed) => {
        const x = autoregressiveChains(seed, { chains: 4, draws: 100 });
        const shifted = { ...x, values: x.values.map((value, i) => value + 3 * Math.floor(i / 100)) };
        expect(rhat(mapDraws(shifted, exp))).toBe(rhat(shifted));
      }),
    );
  });

  test("sees a chain of another spread, which R-hat without folding does not", () => {
    const x = autoregressiveChains(1, { chains: 4, draws: 1000 });
    const wider = { ...x, values: x.values.map((value, i) => (i < 1000 ? 3 * value : value)) };
    expect(rhat(wider)).toBeGreaterThan(1.05);
    expect(rhatBasic(wider)).toBeLessThan(1.01);
  });

  test("sees one long chain that drifts", () => {
    const x = autoregressiveChains(2, { chains: 1, draws: 1000 });
    expect(rhat({ ...x, values: x.values.map((value, i) => value + i / 500) })).toBeGreaterThan(1.1);
  });

  test("of chains that stand still at different places is infinite", () => {
    expect(rhat(makeChains([Array(8).fill(0.1), Array(8).fill(0.2)]))).toBe(Infinity);
  });

  test("of one value everywhere is NaN, because stuck and fixed look the same", () => {
    expect(rhat(makeChains([Array(8).fill(0.1), Array(8).fill(0.1)]))).toBeNaN();
  });

  test("of fewer than 4 draws a chain is NaN", () => {
    expect(
      rhat(
        makeChains([
          [1, 2, 3],
          [2, 3, 1],
        ]),
      ),
    ).toBeNaN();
  });

  test("of chains that agree is below 1.005: 50 runs of 4 × 1,000 independent draws, all pass", () => {
    // Each of the two halves exceeds it when χ²(7) > 42, probability 5e-7: a right program fails once in 20,000 choices
    // of seeds.
    for (let seed = 0; seed < 50; seed++) {
      expect(rhat(autoregressiveChains(seed, { chains: 4, draws: 1000 }))).toBeLessThan(1.005);
    }
  });

  test("and both ESS are the same when computed together", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        expect(convergenceOf(x)).toEqual({ rhat: rhat(x), essBulk: essBulk(x), essTail: essTail(x) });
      }),
    );
  });
});

import { drawNormal, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { makeChains, mapDraws } from "../chains/chains.js";
import { anyChains, autoregressiveChains } from "../chains/any-chains.contract.js";
import fc from "fast-check";
import { paretoDiagnostics } from "./pareto-diagnostics.js";

const none = { paretoK: NaN, threshold: NaN, minSampleSize: NaN, convergenceRate: NaN };

describe("paretoDiagnostics", () => {
  test("tell a ratio of normals, which has no mean, from a normal, which has all", () => {
    const stream = randomStream(1, "ratio");
    const ratio = makeChains(
      [0, 1, 2, 3].map(() => Array.from({ length: 500 }, () => drawNormal(stream) / drawNormal(stream))),
    );
    const heavy = paretoDiagnostics(ratio);
    expect(heavy.paretoK).toBeGreaterThan(heavy.threshold);
    const light = paretoDiagnostics(autoregressiveChains(1, { chains: 4, draws: 500 }));
    expect(light.paretoK).toBeLessThan(0.3);
    expect(light.minSampleSize).toBeLessThan(30);
  });

  test("of the left tail are those of the right tail of mirrored draws, and both give the worse", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        const left = paretoDiagnostics(x, { tail: "left", relativeEfficiency: 1 }).paretoK;
        const right = paretoDiagnostics(x, { tail: "right", relativeEfficiency: 1 }).paretoK;
        const mirrored = mapDraws(x, (value) => -value);
        expect(paretoDiagnostics(mirrored, { tail: "right", relativeEfficiency: 1 }).paretoK).toBe(left);
        expect(paretoDiagnostics(x, { relativeEfficiency: 1 }).paretoK).toBe(Math.max(left, right));
      }),
    );
  });

  test("do not depend on the unit", () => {
    const x = autoregressiveChains(2, { chains: 4, draws: 200 });
    const inCents = mapDraws(x, (value) => 128 * value);
    expect(paretoDiagnostics(inCents).paretoK).toBeCloseTo(paretoDiagnostics(x).paretoK, 12);
  });

  test("of constant, non-finite or too few draws do not exist", () => {
    expect(paretoDiagnostics(makeChains([Array(50).fill(1)]))).toEqual(none);
    expect(paretoDiagnostics(makeChains([[...Array(50).keys(), Infinity]]))).toEqual(none);
    expect(paretoDiagnostics(makeChains([[1, 2, 3, 4, 5]]), { relativeEfficiency: 1 })).toEqual(none);
  });

  test("of a tail that stands still do not exist on that side, and are those of the other for both", () => {
    const x = mapDraws(autoregressiveChains(3, { chains: 4, draws: 100 }), (value) => Math.max(value, 0));
    expect(paretoDiagnostics(x, { tail: "left", relativeEfficiency: 1 }).paretoK).toBeNaN();
    const right = paretoDiagnostics(x, { tail: "right", relativeEfficiency: 1 }).paretoK;
    expect(paretoDiagnostics(x, { relativeEfficiency: 1 }).paretoK).toBe(right);
  });
});

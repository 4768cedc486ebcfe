import { compile, input } from "@mmm/autodiff";
import { normalLogCdf } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalTailDistance, normalTailFall, normalTailHazard, normalTailLogMass } from "./normal-tail.js";

const a = input("a");
const program = compile({
  outputs: { value: normalTailLogMass(a) },
  variables: [a],
  differentiate: "value",
  backend: "twin",
});

test("the mass of a tail is log Φ, and its slope the hazard, with all digits far out", () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 60, noNaN: true }), (at) => {
      const gradient = new Float64Array(1);
      const value = program.evaluateGradient([at], gradient);
      expect(Math.abs(value / normalLogCdf(-at) - 1)).toBeLessThanOrEqual(1e-14);
      expect(Math.abs(gradient[0]! / -normalTailHazard(at) - 1)).toBeLessThanOrEqual(1e-13);
    }),
  );
});

test("the hazard is the ratio of density and tail, far out a little above a", () => {
  // mpmath 1.3 with 40 digits: npdf(a) / ncdf(-a).
  for (const [at, hazard] of [
    [-3, 0.004437839042125663],
    [0, 0.7978845608028654],
    [4.9, 5.089828600129884],
    [5.1, 5.283287616909157],
    [20, 20.04975306852785],
    [1e5, 100000.00001],
  ] as const) {
    expect(Math.abs(normalTailHazard(at) / hazard - 1)).toBeLessThanOrEqual(5e-15);
  }
});

test("the fall of a tail and its distance undo each other", () => {
  const distance = fc.double({ min: 1e-6, max: 30, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: -30, max: 1e4, noNaN: true }), distance, (at, beyond) => {
      const fall = normalTailFall(at, beyond);
      fc.pre(fall > 1e-3);
      const again = normalTailDistance(at, fall);
      expect(Math.abs(again - beyond)).toBeLessThanOrEqual(1e-11 * (beyond + Math.max(0, -at)));
    }),
  );
  expect(normalTailDistance(3, 0)).toBe(0);
  expect(normalTailDistance(3, Infinity)).toBe(Infinity);
});

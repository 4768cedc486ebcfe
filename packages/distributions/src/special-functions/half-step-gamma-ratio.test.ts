import { compile, input } from "@mmm/autodiff";
import { digamma, log, logGamma } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { halfStepGammaRatio } from "./half-step-gamma-ratio.js";

const z = input("z");
const program = compile({
  outputs: { ratio: halfStepGammaRatio(z) },
  variables: [z],
  differentiate: "ratio",
  backend: "twin",
});

function run(at: number): readonly [number, number] {
  const gradient = new Float64Array(1);
  return [program.evaluateGradient([at], gradient), gradient[0]!];
}

test("where two gamma functions keep their digits, it is their ratio", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 20, noNaN: true }), (at) => {
      const [value, slope] = run(at);
      const expected = logGamma(at + 0.5) - logGamma(at) - 0.5 * log(at);
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-13);
      const expectedSlope = digamma(at + 0.5) - digamma(at) - 0.5 / at;
      expect(Math.abs(slope - expectedSlope)).toBeLessThanOrEqual(1e-13 * (1 + 1 / at));
    }),
  );
});

test("where they do not, it is −1/(8z) + 1/(192z³)", () => {
  for (const at of [1e3, 5e5, 1e8]) {
    const expected = -1 / (8 * at) + 1 / (192 * at * at * at);
    expect(Math.abs(run(at)[0] - expected)).toBeLessThanOrEqual(1e-15);
    const slope = 1 / (8 * at * at) - 1 / (64 * at * at * at * at);
    expect(Math.abs(run(at)[1] / slope - 1)).toBeLessThanOrEqual(1e-9);
  }
});

import { compile, input } from "@mmm/autodiff";
import { digamma, log, logGamma } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { logFactorialRest, stirlingRemainder } from "./stirling-remainder.js";

const z = input("z");
const program = compile({
  outputs: { remainder: stirlingRemainder(z) },
  variables: [z],
  differentiate: "remainder",
  backend: "twin",
});

function run(at: number): readonly [number, number] {
  const gradient = new Float64Array(1);
  return [program.evaluateGradient([at], gradient), gradient[0]!];
}

test("where the gamma function keeps its digits, it is what Stirling's formula leaves of it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 20, noNaN: true }), (at) => {
      const [value, slope] = run(at);
      const expected = logGamma(at) - (at - 0.5) * log(at) + at - 0.9189385332046728;
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(4e-14);
      const expectedSlope = digamma(at) - log(at) + 0.5 / at;
      expect(Math.abs(slope - expectedSlope)).toBeLessThanOrEqual(1e-14 * (1 + 1 / at));
    }),
  );
});

test("where it does not, it is 1/(12z) − 1/(360z³)", () => {
  for (const at of [1e3, 5e5, 1e8]) {
    expect(Math.abs(run(at)[0] - (1 / (12 * at) - 1 / (360 * at * at * at)))).toBeLessThanOrEqual(1e-14);
    const slope = -1 / (12 * at * at) + 1 / (120 * at * at * at * at);
    expect(Math.abs(run(at)[1] - slope)).toBeLessThanOrEqual(1e-14 / at);
  }
});

test("with its large part a factorial is whole again", () => {
  const k = input("k");
  const rest = compile({ outputs: { rest: logFactorialRest(k) }, variables: [k], backend: "twin" });
  for (const at of [0, 1, 2, 9, 150]) {
    const whole = rest.evaluate([at]).read("rest")[0]! + at * log(at + 1) - at;
    expect(Math.abs(whole - logGamma(at + 1))).toBeLessThanOrEqual(2e-15 * (1 + logGamma(at + 1)));
  }
  expect(rest.evaluate([0]).read("rest")[0]).toBe(0);
});

/** The gradient contract: what every differentiable expression must satisfy, on both backends. */

import { expect } from "vitest";
import { elementCount } from "../axis.js";
import type { Expression } from "../expression.js";
import { compile } from "./compile.js";

/** Central differences with the step that balances rounding and truncation for doubles. */
function finiteDifference(value: (at: Float64Array) => number, at: Float64Array, i: number): number {
  const step = 6e-6 * Math.max(1, Math.abs(at[i]!));
  const shifted = (by: number): number => {
    const moved = at.slice();
    moved[i] = at[i]! + by;
    return value(moved);
  };
  // Five points: the error is of order step⁴.
  return (8 * (shifted(step) - shifted(-step)) - (shifted(2 * step) - shifted(-2 * step))) / (12 * step);
}

/** Compares the compiled gradient of a scalar with finite differences, and the two backends with each other. */
export function expectGradient(
  output: Expression,
  variables: readonly Expression[],
  position: ArrayLike<number>,
  tolerance = 1e-6,
): void {
  const at = Float64Array.from(position);
  expect(at.length).toBe(variables.reduce((total, { axes }) => total + elementCount(axes), 0));
  const results = (["wasm", "twin"] as const).map((backend) => {
    const program = compile({ outputs: { output }, variables, differentiate: "output", backend });
    const gradient = new Float64Array(at.length);
    const value = program.evaluateGradient(at, gradient);
    const probe = (moved: Float64Array): number => program.evaluate(moved).read("output")[0]!;
    const scale = 1 + Math.max(...gradient.map(Math.abs));
    gradient.forEach((derivative, i) => {
      expect(
        Math.abs(derivative - finiteDifference(probe, at, i)) / scale,
        `derivative ${i} on ${backend}`,
      ).toBeLessThan(tolerance);
    });
    return { value, gradient };
  });
  const [wasm, twin] = results;
  expect(Math.abs(wasm!.value - twin!.value)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(twin!.value)));
  wasm!.gradient.forEach((derivative, i) =>
    expect(Math.abs(derivative - twin!.gradient[i]!)).toBeLessThanOrEqual(
      1e-11 * (1 + Math.abs(twin!.gradient[i]!)),
    ),
  );
}

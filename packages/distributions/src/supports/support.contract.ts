/** The laws of every support of one number. */

import { axis, compile, input } from "@mmm/autodiff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logDeterminant } from "./log-determinant.contract.js";
import type { Support } from "./support.js";

const unconstrained = fc.double({ min: -12, max: 12, noNaN: true });

/** Runs the laws under a name. */
export function supportContract(name: string, support: Support): void {
  const run = compileSupport(support, 3);
  const three = (reach: number): fc.Arbitrary<number[]> =>
    fc.array(fc.double({ min: -reach, max: reach, noNaN: true }), { minLength: 3, maxLength: 3 });

  describe(`${name}`, () => {
    test("both doors undo each other", () => {
      fc.assert(
        fc.property(unconstrained, (u) => {
          const x = support.toConstrained(u);
          expect(support.contains(x)).toBe(true);
          // Half a spacing of x, seen from the real line, where the map is flat.
          const slope = Math.abs(support.toConstrained(u + 1e-3) - support.toConstrained(u - 1e-3)) / 2e-3;
          const resolution = (Math.abs(x) * 2 ** -50) / slope;
          expect(Math.abs(support.toUnconstrained(x) - u)).toBeLessThanOrEqual(1e-13 + resolution);
        }),
      );
    });

    test("the door in grows", () => {
      const grid = Array.from({ length: 25 }, (_, i) => support.toConstrained(i - 12));
      expect(grid.every((x, i) => i === 0 || x > grid[i - 1]!)).toBe(true);
    });

    test("the expression is the same map as the function of one number", () => {
      fc.assert(
        fc.property(three(12), (u) => {
          const { x } = run(u);
          u.forEach((at, i) =>
            expect(Math.abs(x[i]! - support.toConstrained(at))).toBeLessThanOrEqual(1e-14 * Math.abs(x[i]!)),
          );
        }),
        { numRuns: 30 },
      );
    });

    test("the sum of the log Jacobian is the log determinant of the matrix of slopes", () => {
      fc.assert(
        fc.property(three(4), (u) => {
          const total = run(u).logJacobian.reduce((sum, value) => sum + value, 0);
          expect(Math.abs(logDeterminant((at) => run(at).x, u) - total)).toBeLessThanOrEqual(1e-7);
        }),
        { numRuns: 30 },
      );
    });

    test("the log Jacobian stays finite far out", () => {
      for (const value of compileSupport(support, 4)([-700, -40, 40, 700]).logJacobian)
        expect(Number.isFinite(value)).toBe(true);
    });

    test("what is not a number lies outside", () => {
      for (const x of [NaN, Infinity, -Infinity]) expect(support.contains(x)).toBe(false);
    });
  });
}

/** constrain and logJacobian at vectors of one size. */
function compileSupport(
  support: Support,
  size: number,
): (u: readonly number[]) => { x: Float64Array; logJacobian: Float64Array } {
  const grid = input("u", [axis("element", size)]);
  const outputs = { x: support.constrain(grid), logJacobian: support.logJacobian(grid) };
  const program = compile({ outputs, variables: [grid], backend: "twin" });
  return (u) => {
    program.evaluate(u);
    return { x: program.read("x"), logJacobian: program.read("logJacobian") };
  };
}

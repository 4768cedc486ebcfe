/** The laws of every support of arrays. */

import { axis, compile, describeAxes, input } from "@mmm/autodiff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArraySupport } from "./array-support.js";
import { logDeterminant } from "./log-determinant.contract.js";

export interface ArraySupportCase {
  readonly support: ArraySupport;
  /** Elements of x that the others follow from, as many as there are free numbers: what the Jacobian counts. */
  readonly independent: readonly number[];
  /** Arrays that lie outside. */
  readonly outside: readonly (readonly number[])[];
}

/** Runs the laws under a name. */
export function arraySupportContract(
  name: string,
  { support, independent, outside }: ArraySupportCase,
): void {
  const { free, axes } = support;
  const freeNumbers = (reach: number): fc.Arbitrary<number[]> =>
    fc.array(fc.double({ min: -reach, max: reach, noNaN: true }), {
      minLength: free.size,
      maxLength: free.size,
    });
  const program = compileSupport(support, 1);

  describe(`${name}`, () => {
    test("both doors undo each other", () => {
      fc.assert(
        fc.property(freeNumbers(6), (u) => {
          const x = support.toConstrained(u);
          expect(support.contains(x)).toBe(true);
          // The worst is a gap of e⁻⁶ between ordered numbers near 4 e⁶, whose spacing is 2e−13: 1e−10 of the gap.
          support
            .toUnconstrained(x)
            .forEach((value, f) => expect(Math.abs(value - u[f]!)).toBeLessThanOrEqual(1e-9));
        }),
      );
    });

    test("the expression is the same map as the function of plain numbers", () => {
      fc.assert(
        fc.property(freeNumbers(12), (u) => {
          const expected = support.toConstrained(u);
          program(u).x.forEach((value, i) =>
            expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(4e-14 * Math.abs(expected[i]!)),
          );
        }),
        { numRuns: 30 },
      );
    });

    test("the log Jacobian is the log determinant of the matrix of slopes", () => {
      const map = (u: readonly number[]): number[] => {
        const { x } = program(u);
        return independent.map((element) => x[element]!);
      };
      fc.assert(
        fc.property(freeNumbers(1.5), (u) => {
          const [value] = program(u).logJacobian;
          expect(Math.abs(logDeterminant(map, u) - value!)).toBeLessThanOrEqual(1e-7);
        }),
        { numRuns: 30 },
      );
    });

    test("a batch is mapped array by array, wherever its axis stands", () => {
      const rows = [0.3, -1].map((start) => Array.from({ length: free.size }, (_, f) => start + 0.4 * f));
      const byFree = Array.from({ length: free.size }, (_, f) => rows.map((row) => row[f]!)).flat();
      const { x, logJacobian } = compileSupport(support, 2)(byFree);
      const expected = rows.map(program);
      expect(Array.from(x)).toEqual(expected.flatMap((one) => Array.from(one.x)));
      logJacobian.forEach((value, i) => {
        const own = expected[i]!.logJacobian[0]!;
        expect(Math.abs(value - own)).toBeLessThanOrEqual(1e-14 * (1 + Math.abs(own)));
      });
    });

    test("the log Jacobian stays finite far out", () => {
      for (const far of [-300, 300]) {
        expect(Number.isFinite(program(new Array<number>(free.size).fill(far)).logJacobian[0])).toBe(true);
      }
    });

    test("what lies outside is not contained", () => {
      const inside = support.toConstrained(new Float64Array(free.size));
      expect(support.contains(inside)).toBe(true);
      for (const x of [...outside, [...inside, 0], Array.from(inside, () => NaN)]) {
        expect(support.contains(x), JSON.stringify(x)).toBe(false);
      }
    });

    test("the axes of the array come last", () => {
      const u = input("u", [free, axis("batch", 2)]);
      expect(describeAxes(support.constrain(u).axes)).toBe(describeAxes([axis("batch", 2), ...axes]));
      expect(describeAxes(support.logJacobian(u).axes)).toBe("[batch 2]");
    });
  });
}

/** constrain and logJacobian of a batch whose axis stands behind the free one. */
function compileSupport(
  support: ArraySupport,
  batch: number,
): (u: readonly number[]) => { x: Float64Array; logJacobian: Float64Array } {
  const u = input("u", [support.free, axis("batch", batch)]);
  const outputs = { x: support.constrain(u), logJacobian: support.logJacobian(u) };
  const program = compile({ outputs, variables: [u], backend: "twin" });
  return (at) => {
    program.evaluate(at);
    return { x: program.read("x"), logJacobian: program.read("logJacobian") };
  };
}

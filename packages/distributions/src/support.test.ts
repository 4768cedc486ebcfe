import { axis, compile, input } from "@mmm/autodiff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interval, positive, real, type Support, unitInterval } from "./support.js";

const supports: readonly (readonly [string, Support])[] = [
  ["real", real],
  ["positive", positive],
  ["unit interval", unitInterval],
  ["interval(-3, 7)", interval(-3, 7)],
  ["interval(1000, 1000.5)", interval(1000, 1000.5)],
];

const unconstrained = fc.double({ min: -12, max: 12, noNaN: true });

/** constrain, logJacobian and the gradient of its sum at a vector. */
function run(support: Support, u: readonly number[]) {
  const grid = input("u", [axis("element", u.length)]);
  const outputs = { x: support.constrain(grid), logJacobian: support.logJacobian(grid) };
  const program = compile({ outputs, variables: [grid], backend: "twin" }).evaluate(u);
  return { x: program.read("x"), logJacobian: program.read("logJacobian") };
}

/** Determinant by Gaussian elimination; the matrices here are small and far from singular. */
function determinant(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => [...row]);
  let product = 1;
  matrix.forEach((pivotRow, k) => {
    product *= pivotRow[k]!;
    for (const row of matrix.slice(k + 1)) {
      const factor = row[k]! / pivotRow[k]!;
      row.forEach((_, j) => (row[j]! -= factor * pivotRow[j]!));
    }
  });
  return product;
}

describe.each(supports)("%s", (_, support) => {
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

  test("the expression is the same map as the function of one number", () => {
    fc.assert(
      fc.property(fc.array(unconstrained, { minLength: 1, maxLength: 5 }), (u) => {
        const { x } = run(support, u);
        u.forEach((at, i) =>
          expect(Math.abs(x[i]! - support.toConstrained(at))).toBeLessThanOrEqual(1e-14 * Math.abs(x[i]!)),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("the sum of the log Jacobian is the log determinant of the matrix of slopes", () => {
    const three = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -4, max: 4, noNaN: true })));
    fc.assert(
      fc.property(three, (u) => {
        const step = 1e-3;
        const columns = u.map((at, j) => {
          const shifted = (by: number): Float64Array => run(support, u.with(j, at + by)).x;
          const [a, b, c, d] = [2, 1, -1, -2].map((k) => shifted(k * step));
          return Array.from(a!, (_x, i) => (8 * (b![i]! - c![i]!) - (a![i]! - d![i]!)) / (12 * step));
        });
        const total = run(support, u).logJacobian.reduce((sum, value) => sum + value, 0);
        // The fourth-order difference errs by about step⁴/30 and 1000 · 2⁻⁵³ / step, each relative to the slope.
        expect(Math.abs(Math.log(determinant(columns)) - total)).toBeLessThanOrEqual(1e-7);
      }),
      { numRuns: 30 },
    );
  });

  test("the log Jacobian stays finite far out", () => {
    for (const value of run(support, [-700, -40, 40, 700]).logJacobian)
      expect(Number.isFinite(value)).toBe(true);
  });

  test("what is not a number lies outside", () => {
    for (const x of [NaN, Infinity, -Infinity]) expect(support.contains(x)).toBe(false);
  });
});

test("the ends of an interval lie outside", () => {
  expect([-3, 7, 0].map(interval(-3, 7).contains)).toEqual([false, false, true]);
  expect([0, 1].map(unitInterval.contains)).toEqual([false, false]);
  expect(positive.contains(0)).toBe(false);
});

test("an interval whose ends are not in order is refused", () => {
  expect(() => interval(2, 2)).toThrow(
    new RangeError(
      "interval: the lower end must be below the upper, both finite, got 2 and 2. Give the ends in order.",
    ),
  );
});

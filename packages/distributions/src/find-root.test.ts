import fc from "fast-check";
import { expect, test } from "vitest";
import { findRoot } from "./find-root.js";

const anywhere = fc.double({ min: -50, max: 50, noNaN: true });

test("the zero of a rising function is found to the last bits", () => {
  const shapes: readonly ((d: number) => number)[] = [
    (d) => d,
    (d) => d * d * d,
    (d) => Math.expm1(d),
    (d) => Math.tanh(1e3 * d),
    (d) => -Math.expm1(-d),
  ];
  fc.assert(
    fc.property(anywhere, anywhere, fc.constantFrom(...shapes), (zero, guess, shape) => {
      const found = findRoot((x) => shape(x - zero), guess, 200);
      expect(Math.abs(found! - zero)).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(zero)));
    }),
  );
});

test("it is found in few steps where the function is smooth, and in no more than halving where it is a step", () => {
  const count = (f: (x: number) => number): number => {
    let calls = 0;
    findRoot(
      (x) => {
        calls++;
        return f(x);
      },
      0,
      100,
    );
    return calls;
  };
  expect(count((x) => Math.expm1(x - Math.PI))).toBeLessThanOrEqual(16);
  expect(count((x) => (x < Math.PI ? -1 : 1))).toBeLessThanOrEqual(75);
});

test("beyond its reach nothing is found", () => {
  expect(findRoot((x) => x - 11, 0, 10)).toBe(undefined);
  expect(findRoot((x) => x + 11, 0, 10)).toBe(undefined);
});

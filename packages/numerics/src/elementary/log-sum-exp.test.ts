import fc from "fast-check";
import { expect, test } from "vitest";
import { logAddExp, logSumExp } from "../index.js";

test("log-sum-exp of huge and tiny logarithms neither overflows nor vanishes", () => {
  expect(logSumExp([1000, 1000])).toBeCloseTo(1000.6931471805599, 12);
  expect(logSumExp([-1000, -1001])).toBeCloseTo(-999.6867383124818, 12);
  expect(logAddExp(709.9, 709.9)).toBeCloseTo(710.5931471805599, 12);
  expect(logAddExp(1e-10, -50)).toBeCloseTo(1.0000000000019288e-10, 25);
});

test("minus infinity stands for zero, infinity and NaN pass through", () => {
  expect(logSumExp([])).toBe(-Infinity);
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logSumExp([-Infinity, 2])).toBe(2);
  expect(logSumExp([Infinity, 2])).toBe(Infinity);
  expect(logSumExp([1, NaN])).toBeNaN();
  expect(logSumExp([NaN, 1])).toBeNaN();
  expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  expect(logAddExp(Infinity, -Infinity)).toBe(Infinity);
  expect(logAddExp(Infinity, Infinity)).toBe(Infinity);
  expect(logAddExp(NaN, 1)).toBeNaN();
  expect(logAddExp(1, NaN)).toBeNaN();
});

test("adding a constant to all logarithms adds it to the result", () => {
  const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.double({ min: -500, max: 500, noNaN: true }), (logs, shift) => {
      const moved = logSumExp(logs.map((value) => value + shift));
      return Math.abs(moved - logSumExp(logs) - shift) < 1e-12;
    }),
  );
});

test("log-add-exp is log-sum-exp of two", () => {
  const value = fc.double({ min: -800, max: 800, noNaN: true });
  fc.assert(fc.property(value, value, (a, b) => Math.abs(logAddExp(a, b) - logSumExp([a, b])) < 4e-13));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDoubleDouble,
  divideDoubleDouble,
  multiplyDoubleDouble,
  productError,
  sumError,
} from "./double-double.js";

/** Integers of up to 50 bits: their sums and products are exact as big integers. */
const integer = fc.maxSafeInteger().map((value) => Math.trunc(value / 8));

test("sum and product errors make sums and products exact", () => {
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      const product = a * b;
      expect(BigInt(product) + BigInt(productError(a, b, product))).toBe(BigInt(a) * BigInt(b));
      const total = a + b * 1024;
      expect(BigInt(total) + BigInt(sumError(a, b * 1024, total))).toBe(BigInt(a) + BigInt(b) * 1024n);
    }),
  );
});

test("double-double operations undo each other to 100 bits", () => {
  const value = fc.double({ min: 0.5, max: 2, noNaN: true });
  fc.assert(
    fc.property(value, value, value, (high, share, other) => {
      const a = { high, low: high * share * 2e-17 };
      const quotient = divideDoubleDouble(a, other);
      const again = multiplyDoubleDouble(quotient, { high: other, low: 0 });
      const rest = addDoubleDouble(again, { high: -a.high, low: -a.low });
      expect(Math.abs(rest.high + rest.low)).toBeLessThan(1e-30);
    }),
  );
});

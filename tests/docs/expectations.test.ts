import { expect, test } from "vitest";
import { capturedConsole, expectPrinted, expectValue } from "./expectations.js";

function agrees(actual: unknown, expected: unknown): boolean {
  try {
    expectValue("place", actual, expected);
    return true;
  } catch {
    return false;
  }
}

test("numbers agree within 1e-9 of the stated one, small ones too", () => {
  expect(agrees(1 + 1e-10, 1)).toBe(true);
  expect(agrees(1 + 1e-8, 1)).toBe(false);
  expect(agrees(0, 1e-12)).toBe(false);
  expect(agrees(1e-10, 0)).toBe(true);
  expect(agrees(-0, 0)).toBe(true);
  expect(agrees(Number.NaN, Number.NaN)).toBe(true);
  expect(agrees(Infinity, 1e300)).toBe(false);
  expect(agrees(1e300, Infinity)).toBe(false);
});

test("typed arrays agree with arrays, and lengths count", () => {
  expect(agrees(Float64Array.of(1, 0.5), [1, 0.5])).toBe(true);
  expect(agrees([1, 2], [1])).toBe(false);
  expect(agrees({}, [])).toBe(false);
});

test("objects agree key by key", () => {
  expect(agrees({ a: [1], b: "x" }, { b: "x", a: Int32Array.of(1) })).toBe(true);
  expect(agrees({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(agrees({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(agrees(null, {})).toBe(false);
  expect(agrees("1", 1)).toBe(false);
});

test("a difference is told with both values", () => {
  expect(() => expectValue("a.md:1", Float64Array.of(1, 2), [1, 3])).toThrow(
    "a.md:1: must be [ 1, 3 ], got [ 1, 2 ]",
  );
});

test("printed lines are found in their order", () => {
  capturedConsole.log("a %d", 1);
  capturedConsole.info("b\nc");
  expectPrinted("a.md:1", "a 1");
  expectPrinted("a.md:2", "c");
  expect(() => expectPrinted("a.md:3", "b")).toThrow("a.md:3: must print 'b', got ''");
});

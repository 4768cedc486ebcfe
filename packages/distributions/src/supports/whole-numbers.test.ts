import { expect, test } from "vitest";
import { wholeNumbers } from "./whole-numbers.js";

test("a run holds its whole numbers, both ends among them", () => {
  const run = wholeNumbers(2, 5);
  expect([1, 2, 3.5, 5, 6, NaN].map(run.contains)).toEqual([false, true, false, true, false, false]);
  expect(wholeNumbers(0).contains(Infinity)).toBe(false);
});

test("a run says in words what it holds", () => {
  expect([wholeNumbers(0), wholeNumbers(0, 1), wholeNumbers(1, 6)].map(({ range }) => range)).toEqual([
    "a whole number ≥ 0",
    "0 or 1",
    "a whole number from 1 to 6",
  ]);
});

test("ends that are not whole numbers in order are refused", () => {
  expect(() => wholeNumbers(3, 2)).toThrow(
    new RangeError(
      "wholeNumbers: the ends must be whole numbers in order, got 3 and 2. Give the smallest first.",
    ),
  );
});

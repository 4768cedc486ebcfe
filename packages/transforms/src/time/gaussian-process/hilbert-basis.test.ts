import { expect, test } from "vitest";
import { hilbertBasis } from "./hilbert-basis.js";

test("waves vanish at the walls of the box", () => {
  const positions = Float64Array.of(-2, 0, 2);
  const { values } = hilbertBasis({ positions, count: 5, boundary: 2 });
  for (let j = 0; j < 5; j++) {
    expect(Math.abs(values[3 * j]!)).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(values[3 * j + 2]!)).toBeLessThanOrEqual(1e-14);
  }
});

test("a forecast in the same box sees the same waves", () => {
  const weeks = Float64Array.from({ length: 60 }, (_, t) => t);
  const whole = hilbertBasis({ positions: weeks, count: 4, boundary: 60 });
  const past = hilbertBasis({ positions: weeks.slice(0, 50), count: 4, center: whole.center, boundary: 60 });
  for (let j = 0; j < 4; j++) {
    expect(past.values.slice(50 * j, 50 * j + 50)).toEqual(whole.values.slice(60 * j, 60 * j + 50));
  }
});

test("one position alone has a box of its own", () => {
  expect(hilbertBasis({ positions: Float64Array.of(5), count: 1 }).values).toEqual(Float64Array.of(1));
});

test.each([
  [{ count: 0 }, "count must be a whole number ≥ 1, got 0. Give the number of waves."],
  [{ count: 2, boundary: 4 }, "positions must lie within 4 of 5, got 0 to 10. Give a wider boundary."],
])("%j is refused", (request, fault) => {
  expect(() => hilbertBasis({ positions: Float64Array.of(0, 10), ...request })).toThrow(
    new RangeError(`hilbertBasis: ${fault}`),
  );
});

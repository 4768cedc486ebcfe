import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../index.js";
import { projectOntoSumBox, sumBox, type SumBox } from "./sum-box.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A set that is not empty, a point, and shares that say where in the set another point lies. */
const cases = fc
  .array(
    fc.record({
      low: number(-5, 5),
      width: fc.oneof(number(0, 9), fc.constant(0)),
      at: number(-20, 20),
      share: number(0, 1),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .chain((rows) =>
    fc.record({ rows: fc.constant(rows), level: number(0, 1), free: fc.constantFrom("none", "low", "high") }),
  )
  .map(({ rows, level, free }) => {
    const lower = Float64Array.from(rows, ({ low }) => low);
    const upper = Float64Array.from(rows, ({ low, width }) => low + width);
    const total = sum(lower) + level * (sum(upper) - sum(lower));
    if (free === "low") lower[0] = -Infinity;
    if (free === "high") upper[0] = Infinity;
    // Within the finite bounds by construction, so that rounding of the level can not leave them.
    const wanted = Math.min(Math.max(total, sum(lower)), sum(upper));
    return {
      lower,
      upper,
      wanted,
      point: Float64Array.from(rows, ({ at }) => at),
      shares: rows.map(({ share }) => share),
    };
  });

describe("projection", () => {
  test("lies in the set, and no point of the set is on the other side of it", () => {
    fc.assert(
      fc.property(cases, ({ lower, upper, wanted, point, shares }) => {
        const set = sumBox({ lower, upper, sum: wanted });
        const nearest = projectOntoSumBox(point, set);
        nearest.forEach((value, i) => expect(value >= lower[i]! && value <= upper[i]!).toBe(true));
        const scale = 1 + nearest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        expect(Math.abs(sum(nearest) - wanted)).toBeLessThanOrEqual(1e-15 * scale * point.length);
        // The condition that marks a projection: (y − p) · (z − p) ≤ 0 for every z of the set.
        const other = projectOntoSumBox(
          Float64Array.from(shares, (share) => 20 * share - 10),
          set,
        );
        const product = point.reduce(
          (total, y, i) => total + (y - nearest[i]!) * (other[i]! - nearest[i]!),
          0,
        );
        expect(product).toBeLessThan(1e-11 * scale * scale * 20);
      }),
    );
  });

  test("of a point of the set is the point, to rounding", () => {
    fc.assert(
      fc.property(cases, ({ lower, upper, wanted, point }) => {
        const set = sumBox({ lower, upper, sum: wanted });
        const nearest = projectOntoSumBox(point, set);
        projectOntoSumBox(nearest, set).forEach((value, i) => {
          expect(Math.abs(value - nearest[i]!)).toBeLessThan(1e-13 * (1 + Math.abs(value)));
        });
      }),
    );
  });

  test("shifts all free elements alike", () => {
    const set = sumBox({
      lower: Float64Array.of(0, 0, 0, 0),
      upper: Float64Array.of(1, 10, 10, 10),
      sum: 12,
    });
    expect([...projectOntoSumBox(Float64Array.of(8, 7, 5, -9), set)]).toEqual([1, 6.5, 4.5, 0]);
  });

  test("onto a sum that may be less does nothing to points below", () => {
    const set = sumBox({ lower: Float64Array.of(0, 0), upper: Float64Array.of(9, 9), sumAtMost: 10 });
    expect([...projectOntoSumBox(Float64Array.of(3, -2), set)]).toEqual([3, 0]);
    expect([...projectOntoSumBox(Float64Array.of(8, 6), set)]).toEqual([6, 4]);
  });

  test("onto bounds alone cuts, and may be done in place", () => {
    const set = sumBox({ lower: Float64Array.of(0, -Infinity), upper: Float64Array.of(1, Infinity) });
    const point = Float64Array.of(4, -7);
    expect(projectOntoSumBox(point, set, point)).toBe(point);
    expect([...point]).toEqual([1, -7]);
  });

  test("without bounds shares the difference equally", () => {
    const free = new Float64Array(3).fill(Infinity);
    const set = sumBox({ lower: free.map((value) => -value), upper: free, sum: 9 });
    expect([...projectOntoSumBox(Float64Array.of(1, 2, 3), set)]).toEqual([2, 3, 4]);
  });

  test("of money keeps the cents", () => {
    const set = sumBox({
      lower: new Float64Array(7),
      upper: new Float64Array(7).fill(1e9),
      sum: 12_345_678.9,
    });
    const nearest = projectOntoSumBox(
      Float64Array.from({ length: 7 }, (_, i) => 1e6 * (i + 0.1)),
      set,
    );
    expect(Math.abs(sum(nearest) - 12_345_678.9)).toBeLessThan(2e-9);
  });
});

test.each<[SumBox, string]>([
  [
    { lower: Float64Array.of(0), upper: Float64Array.of(1, 2) },
    "both bounds must have one length, got 1 and 2. Give a pair for each element.",
  ],
  [
    { lower: Float64Array.of(0, 3), upper: Float64Array.of(1, 2) },
    "lower bounds must not be above upper ones, got 3 and 2 at index 1. Change one of them.",
  ],
  [
    { lower: Float64Array.of(NaN), upper: Float64Array.of(1) },
    "lower bounds must not be above upper ones, got NaN and 1 at index 0. Change one of them.",
  ],
  [
    { lower: Float64Array.of(0, 0), upper: Float64Array.of(1, 2), sum: 4 },
    "bounds allow sums from 0 to 3, got 4. Widen the bounds or change the sum.",
  ],
  [
    { lower: Float64Array.of(1, 1), upper: Float64Array.of(2, 2), sumAtMost: 1 },
    "bounds allow sums from 2 to 4, got 1. Widen the bounds or change the sum.",
  ],
  [
    { lower: Float64Array.of(1), upper: Float64Array.of(2), sum: 1, sumAtMost: 1 },
    "sum and sumAtMost must not both be given, got 1 and 1. Leave one out.",
  ],
])("a set that can not be is refused", (set, message) => {
  expect(() => sumBox(set)).toThrow(new RangeError(`sumBox: ${message}`));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawNormal, drawPoisson, quantile, randomStream, ranksWithTies, sortedOrder } from "../index.js";

const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 });
const probability = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantile", () => {
  // Exact fractions of (n − 1) · probability between the order statistics, rounded once.
  test.each([
    [0, -2],
    [0.05, -1.3],
    [0.1, -0.6],
    [0.25, 2.325],
    [0.5, 4.5],
    [0.75, 8.1875],
    [0.9, 307.7],
    [0.975, 826.925],
    [1, 1000],
  ])("at %d interpolates as type 7", (p, expected) => {
    expect(quantile(Float64Array.of(3.1, -2, 7.25, 0, 11, 4.5, 4.5, 1000), p)).toBeCloseTo(expected, 10);
  });

  test("does not care about the order and leaves its input alone", () => {
    fc.assert(
      fc.property(values, probability, (list, p) => {
        const given = Float64Array.from(list);
        const before = given.slice();
        const result = quantile(given, p);
        expect(given).toEqual(before);
        expect(quantile(given.slice().sort(), p)).toBe(result);
      }),
    );
  });

  test("lies between the smallest and the largest value and grows with the probability", () => {
    const finite = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(finite, probability, probability, (list, p, q) => {
        const low = quantile(list, Math.min(p, q));
        const high = quantile(list, Math.max(p, q));
        // One rounding of an interpolation may step over a neighbour by an ulp.
        const slack = 4e-16 * Math.max(...list.map(Math.abs));
        return low >= Math.min(...list) - slack && low <= high + slack && high <= Math.max(...list) + slack;
      }),
    );
  });

  test("infinities are values, NaN and nothing have no quantile", () => {
    expect(quantile([-Infinity, -Infinity, 3], 0.25)).toBe(-Infinity);
    expect(quantile([1, NaN], 0.5)).toBeNaN();
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("a probability outside [0, 1] is refused", () => {
    expect(() => quantile([1, 2], 5)).toThrow(
      new RangeError("quantile: probability must be in [0, 1], got 5. Pass 0.05 for 5 %."),
    );
  });
});

describe("ranks", () => {
  test("count the smaller values and half of the equal ones", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 }), (list) => {
        const expected = list.map((value) => {
          const smaller = list.filter((other) => other < value).length;
          const equal = list.filter((other) => other === value).length;
          return smaller + (equal + 1) / 2;
        });
        expect([...ranksWithTies(list)]).toEqual(expected);
      }),
    );
  });

  test("0 and −0 are equal, infinities are the ends", () => {
    expect([...ranksWithTies([0, Infinity, -0, -Infinity])]).toEqual([2.5, 4, 2.5, 1]);
  });

  test("NaN has no rank", () => {
    expect(() => ranksWithTies([1, NaN])).toThrow(
      new RangeError(
        "ranksWithTies: values must be numbers, got NaN at index 1. Leave it out before ranking.",
      ),
    );
  });
});

describe("sorted order", () => {
  function byComparison(values: readonly number[]): number[] {
    return values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  }

  test("is that of comparisons, equal values in their given order", () => {
    const few = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { maxLength: 50 });
    const integers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 200, maxLength: 400 });
    const many = fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), {
      minLength: 200,
      maxLength: 400,
    });
    fc.assert(
      fc.property(fc.oneof(few, integers, many), (values) => {
        expect([...sortedOrder(values)]).toEqual(byComparison(values));
      }),
    );
  });

  test("holds for values that share their leading digits, for ties and for both signs", () => {
    const stream = randomStream("order");
    const makers = [
      () => 1e9 + drawNormal(stream),
      () => -1e9 + drawNormal(stream),
      () => 1e-310 * drawNormal(stream),
      () => drawPoisson(stream, 2) - 2,
      () => (drawPoisson(stream, 1) > 0 ? 1e9 + 1e-6 * drawNormal(stream) : -0),
      () => drawNormal(stream) / drawPoisson(stream, 0.5),
    ];
    for (const make of makers) {
      const values = Array.from({ length: 1000 }, () => make());
      const finite = values.map((value) => (Number.isNaN(value) ? 0 : value));
      const order = [...sortedOrder(finite)];
      expect(order.toSorted((a, b) => a - b)).toEqual(finite.map((_, i) => i));
      for (let i = 1; i < order.length; i++) {
        const [before, after] = [finite[order[i - 1]!]!, finite[order[i]!]!];
        expect(before < after || (before === after && order[i - 1]! < order[i]!)).toBe(true);
      }
    }
  });
});

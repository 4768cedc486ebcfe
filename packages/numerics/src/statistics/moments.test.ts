import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addToVectorWelford,
  addToWelford,
  makeVectorWelford,
  makeWelford,
  mean,
  resetVectorWelford,
  sum,
  variance,
  vectorWelfordVariance,
  welfordVariance,
} from "../index.js";

const moderate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const sample = fc.array(moderate, { minLength: 2, maxLength: 50 });

describe("sum", () => {
  test("keeps what cancels between large terms", () => {
    expect(sum([1e100, 1, -1e100])).toBe(1);
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
  });

  test("of nothing is 0, of infinities is what arithmetic says", () => {
    expect(sum([])).toBe(0);
    expect(sum([1, Infinity, 2])).toBe(Infinity);
    expect(sum([Infinity, -Infinity])).toBeNaN();
    expect(sum([1, NaN])).toBeNaN();
    expect(sum([1e308, 1e308])).toBe(Infinity);
  });

  test("does not depend on the order but for the last bits", () => {
    fc.assert(
      fc.property(sample, (values) => {
        const size = values.reduce((total, value) => total + Math.abs(value), 0);
        return (
          Math.abs(sum(values) - sum([...values].reverse())) <= 1e-15 * Math.abs(sum(values)) + 1e-28 * size
        );
      }),
    );
  });
});

describe("mean and variance", () => {
  test("agree with exact fractions", () => {
    expect(mean([1, 2, 4, 10])).toBe(4.25);
    expect(variance([1, 2, 4, 10])).toBe(16.25);
  });

  test("survive values that are huge beside their spread", () => {
    expect(mean([1e15 + 4, 1e15 + 7, 1e15 + 13, 1e15 + 16])).toBe(1e15 + 10);
    expect(variance([1e15 + 4, 1e15 + 7, 1e15 + 13, 1e15 + 16])).toBe(30);
  });

  test("equal values have variance 0", () => {
    fc.assert(
      fc.property(moderate, fc.integer({ min: 2, max: 40 }), (value, count) => {
        return variance(new Float64Array(count).fill(value)) === 0;
      }),
    );
  });

  test("too few values have none", () => {
    expect(mean([])).toBeNaN();
    expect(variance([])).toBeNaN();
    expect(variance([1])).toBeNaN();
    expect(variance([1, NaN])).toBeNaN();
  });

  test("shifting moves the mean alone, scaling acts on both", () => {
    fc.assert(
      fc.property(sample, moderate, fc.double({ min: -10, max: 10, noNaN: true }), (values, shift, scale) => {
        const moved = values.map((value) => scale * value + shift);
        expect(Math.abs(mean(moved) - scale * mean(values) - shift)).toBeLessThan(1e-8);
        const expected = scale * scale * variance(values);
        expect(Math.abs(variance(moved) - expected)).toBeLessThan(1e-9 * expected + 1e-6);
      }),
    );
  });
});

describe("Welford accumulators", () => {
  test("agree with the two-pass mean and variance", () => {
    fc.assert(
      fc.property(sample, (values) => {
        const moments = makeWelford();
        for (const value of values) addToWelford(moments, value);
        expect(moments.count).toBe(values.length);
        expect(Math.abs(moments.mean - mean(values))).toBeLessThan(1e-8);
        expect(Math.abs(welfordVariance(moments) - variance(values))).toBeLessThan(
          1e-12 * variance(values) + 1e-8,
        );
      }),
    );
  });

  test("of vectors are those of their elements, to the last bit", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(moderate, moderate, moderate), { maxLength: 20 }), (rows) => {
        const together = makeVectorWelford(3);
        const single = [makeWelford(), makeWelford(), makeWelford()];
        for (const row of rows) {
          addToVectorWelford(together, Float64Array.from(row));
          single.forEach((moments, i) => addToWelford(moments, row[i]!));
        }
        expect([...together.mean]).toEqual(single.map((moments) => moments.mean));
        expect([...vectorWelfordVariance(together, new Float64Array(3))]).toEqual(
          single.map(welfordVariance),
        );
      }),
    );
  });

  test("forget everything on reset and know nothing before two values", () => {
    const moments = makeVectorWelford(1);
    addToVectorWelford(moments, Float64Array.of(5));
    expect([...vectorWelfordVariance(moments, new Float64Array(1))]).toEqual([NaN]);
    resetVectorWelford(moments);
    expect(moments).toEqual(makeVectorWelford(1));
    expect(welfordVariance(makeWelford())).toBeNaN();
  });
});

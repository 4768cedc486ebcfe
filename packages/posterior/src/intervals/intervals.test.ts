import { exp } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equalTailedInterval } from "./equal-tailed-interval.js";
import { highestDensityInterval } from "./highest-density-interval.js";

const anyDraws = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 20, maxLength: 200 })
  .map((values) => Float64Array.from(values));
const anyCoverage = fc.double({ min: 0.1, max: 0.95, noNaN: true });

describe("intervals", () => {
  test("equal-tailed: below lies as much as above", () => {
    fc.assert(
      fc.property(anyDraws, anyCoverage, (values, coverage) => {
        const { low, high } = equalTailedInterval(values, coverage);
        const below = values.filter((value) => value < low).length;
        const above = values.filter((value) => value > high).length;
        const tail = ((1 - coverage) / 2) * values.length;
        expect(below).toBeLessThanOrEqual(Math.ceil(tail));
        expect(above).toBeLessThanOrEqual(Math.ceil(tail));
      }),
    );
  });

  test("equal-tailed: ends that are draws follow an increasing transformation", () => {
    const values = Float64Array.from({ length: 21 }, (_, i) => i / 10);
    const { low, high } = equalTailedInterval(values, 0.9);
    const transformed = equalTailedInterval(values.map(exp), 0.9);
    expect(transformed.low).toBeCloseTo(exp(low), 12);
    expect(transformed.high).toBeCloseTo(exp(high), 12);
  });

  test("highest-density: holds its share of the draws, and no interval from draw to draw that does is narrower", () => {
    fc.assert(
      fc.property(anyDraws, anyCoverage, (values, coverage) => {
        const { low, high } = highestDensityInterval(values, coverage);
        const needed = Math.floor(coverage * values.length) + 1;
        expect(values.filter((value) => low <= value && value <= high).length).toBeGreaterThanOrEqual(needed);
        const sorted = values.slice().sort();
        const widths = sorted.slice(needed - 1).map((end, i) => end - sorted[i]);
        expect(high - low).toBe(Math.min(...widths));
      }),
    );
  });

  test("neither changes the draws", () => {
    const values = Float64Array.of(3, 1, 2);
    equalTailedInterval(values, 0.5);
    highestDensityInterval(values, 0.5);
    expect([...values]).toEqual([3, 1, 2]);
  });

  test("one NaN leaves no interval", () => {
    const values = Float64Array.of(3, NaN, 2);
    expect(equalTailedInterval(values, 0.5)).toEqual({ low: NaN, high: NaN });
    expect(highestDensityInterval(values, 0.5)).toEqual({ low: NaN, high: NaN });
  });

  test("a coverage in percent is refused", () => {
    const message = "the probability of an interval must lie in (0, 1), got 90. Give 0.9 for 90 %.";
    expect(() => equalTailedInterval(Float64Array.of(1), 90)).toThrow(`equalTailedInterval: ${message}`);
    expect(() => highestDensityInterval(Float64Array.of(1), 90)).toThrow(
      `highestDensityInterval: ${message}`,
    );
  });
});

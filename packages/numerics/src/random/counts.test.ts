import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawBernoulli,
  drawBinomial,
  drawCategorical,
  drawDirichlet,
  drawNegativeBinomial,
  drawPoisson,
  randomStream,
} from "../index.js";

test("certain outcomes are certain", () => {
  const stream = randomStream(1);
  for (let i = 0; i < 100; i++) {
    expect(drawBernoulli(stream, 0)).toBe(0);
    expect(drawBernoulli(stream, 1)).toBe(1);
    expect(drawBinomial(stream, 0, 0.3)).toBe(0);
    expect(drawBinomial(stream, 1e15, 0)).toBe(0);
    expect(drawBinomial(stream, 1e15, 1)).toBe(1e15);
    expect(drawPoisson(stream, 0)).toBe(0);
    expect(drawPoisson(stream, 5e-324)).toBe(0);
    expect(drawNegativeBinomial(stream, 0, 1)).toBe(0);
    expect(drawCategorical(stream, [0, 0, 1e-300])).toBe(2);
    expect([...drawDirichlet(stream, [3])]).toEqual([1]);
  }
});

test("counts stay whole and within range for any parameters", () => {
  const logarithmic = fc.double({ min: -12, max: 15, noNaN: true }).map((exponent) => 10 ** exponent);
  fc.assert(
    fc.property(
      logarithmic,
      logarithmic,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(),
      (a, b, p, seed) => {
        const stream = randomStream(seed);
        const trials = Math.floor(a);
        const successes = drawBinomial(stream, trials, p);
        return (
          Number.isInteger(drawPoisson(stream, a)) &&
          Number.isInteger(drawNegativeBinomial(stream, a, b)) &&
          Number.isInteger(successes) &&
          successes >= 0 &&
          successes <= trials
        );
      },
    ),
  );
});

test("tiny concentrations give shares that are numbers and add up to one", () => {
  const stream = randomStream(3);
  for (let i = 0; i < 1000; i++) {
    const shares = drawDirichlet(stream, [1e-3, 1e-3, 1e-4]);
    expect(Math.abs(shares[0]! + shares[1]! + shares[2]! - 1)).toBeLessThan(1e-14);
  }
});

test("parameters outside the domain are refused with their value", () => {
  const stream = randomStream(1);
  expect(() => drawPoisson(stream, -1)).toThrow(
    new RangeError("drawPoisson: mean must be a finite number ≥ 0, got -1. Check what it was computed from."),
  );
  expect(() => drawBinomial(stream, 1.5, 0.5)).toThrow(
    new RangeError(
      "drawBinomial: trials must be an integer from 0 to 2^53, got 1.5. Pass how often is tried.",
    ),
  );
  expect(() => drawBinomial(stream, 3, 1.5)).toThrow(
    new RangeError("drawBinomial: probability must be in [0, 1], got 1.5. Check what it was computed from."),
  );
  expect(() => drawBernoulli(stream, NaN)).toThrow(
    new RangeError("drawBernoulli: probability must be in [0, 1], got NaN. Check what it was computed from."),
  );
  expect(() => drawNegativeBinomial(stream, 1, 0)).toThrow(
    new RangeError(
      "drawNegativeBinomial: mean must be a finite number ≥ 0 and dispersion > 0, got 1 and 0. Check what they were computed from.",
    ),
  );
});

test.each([
  [[1, -1], "-1 at index 1"],
  [[NaN], "NaN at index 0"],
  [[0, 0], "a sum of 0"],
  [[1, Infinity], "a sum of Infinity"],
  [[], "a sum of 0"],
])("weights %j are refused", (weights, got) => {
  expect(() => drawCategorical(randomStream(1), weights)).toThrow(
    new RangeError(
      `drawCategorical: weights must be finite numbers ≥ 0, not all 0, got ${got}. Check what they were computed from.`,
    ),
  );
});

test.each([
  [[], "none"],
  [[1, 0], "0 at index 1"],
])("concentrations %j are refused", (concentrations, got) => {
  expect(() => drawDirichlet(randomStream(1), concentrations)).toThrow(
    new RangeError(
      `drawDirichlet: concentrations must be finite numbers > 0, got ${got}. Check what they were computed from.`,
    ),
  );
});

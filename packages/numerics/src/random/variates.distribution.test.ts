import { describe, expect, test } from "vitest";
import {
  drawBeta,
  drawExponential,
  drawGamma,
  drawInteger,
  drawNormal,
  drawPermutation,
  drawStudentT,
  drawUniform,
  expm1,
  incompleteBeta,
  incompleteGamma,
  mean,
  normalCdf,
  randomStream,
  studentTCdf,
  variance,
  type RandomStream,
} from "../index.js";

/**
 * Seeds are fixed, so a test that passes once always passes; a right implementation with new seeds would fail a test
 * once in a million (that is the false-positive rate behind every threshold here).
 */
const DRAWS = 50_000;
/** Kolmogorov–Smirnov: √n · D exceeds this with probability 1e-6, as 2 e^(−2 d²) = 1e-6. */
const KS_LIMIT = 2.694;
/** A normal number exceeds this in size with probability 1e-6. */
const Z_LIMIT = 4.892;

interface Case {
  readonly name: string;
  readonly draw: (stream: RandomStream) => number;
  readonly cdf: (x: number) => number;
  /** Exact mean, variance and variance of (value − mean)², where the fourth moment exists. */
  readonly moments?: readonly [mean: number, variance: number, varianceOfSquare: number];
}

const gamma = (shape: number): Case => ({
  name: `gamma of shape ${shape}`,
  draw: (stream) => drawGamma(stream, shape),
  cdf: (x) => incompleteGamma(x, shape),
  moments: [shape, shape, 2 * shape * shape + 6 * shape],
});

function beta(a: number, b: number): Case {
  const n = a + b;
  const spread = (a * b) / (n * n * (n + 1));
  const excess = (6 * ((a - b) ** 2 * (n + 1) - a * b * (n + 2))) / (a * b * (n + 2) * (n + 3));
  return {
    name: `beta of shapes ${a}, ${b}`,
    draw: (stream) => drawBeta(stream, a, b),
    cdf: (x) => incompleteBeta(x, a, b),
    moments: [a / n, spread, spread * spread * (excess + 2)],
  };
}

const studentT = (degrees: number): Case => ({
  name: `Student t of ${degrees} degrees`,
  draw: (stream) => drawStudentT(stream, degrees),
  cdf: (x) => studentTCdf(x, degrees),
});

const cases: readonly Case[] = [
  { name: "uniform", draw: drawUniform, cdf: (x) => x, moments: [1 / 2, 1 / 12, 1 / 180] },
  { name: "normal", draw: drawNormal, cdf: normalCdf, moments: [0, 1, 2] },
  { name: "exponential", draw: drawExponential, cdf: (x) => -expm1(-x), moments: [1, 1, 8] },
  ...[0.05, 0.3, 1, 2.5, 300].map(gamma),
  beta(2, 3),
  beta(0.2, 0.5),
  beta(1, 40),
  ...[0.7, 4, 1e6, Infinity].map(studentT),
];

describe.each(cases)("$name", ({ name, draw, cdf, moments }) => {
  const stream = randomStream("distribution", name);
  const values = Float64Array.from({ length: DRAWS }, () => draw(stream)).sort();

  test("follows its distribution function", () => {
    let distance = 0;
    values.forEach((value, i) => {
      const probability = cdf(value);
      distance = Math.max(distance, probability - i / DRAWS, (i + 1) / DRAWS - probability);
    });
    expect(Math.sqrt(DRAWS) * distance).toBeLessThan(KS_LIMIT);
  });

  if (moments === undefined) return;
  const [centre, spread, spreadOfSquare] = moments;

  test("has its mean and variance", () => {
    expect(Math.abs(mean(values) - centre)).toBeLessThan(Z_LIMIT * Math.sqrt(spread / DRAWS));
    expect(Math.abs(variance(values) - spread)).toBeLessThan(Z_LIMIT * Math.sqrt(spreadOfSquare / DRAWS));
  });
});

test("normal draws reach beyond the ziggurat's last layer as often as they should, on both sides alike", () => {
  const stream = randomStream("normal tail");
  const draws = 1_000_000;
  const beyond = [0, 0];
  for (let i = 0; i < draws; i++) {
    const x = drawNormal(stream);
    if (Math.abs(x) > 3.654152885361009) beyond[x > 0 ? 1 : 0]++;
  }
  const expected = draws * normalCdf(-3.654152885361009);
  for (const count of beyond) expect(Math.abs(count - expected)).toBeLessThan(Z_LIMIT * Math.sqrt(expected));
});

test.each([2, 3, 10, 1000, 4294967295, 9007199254740992])("integers below %d are equally likely", (bound) => {
  const stream = randomStream("integer", bound);
  const cells = Math.min(bound, 10);
  const counts = new Float64Array(cells);
  for (let i = 0; i < DRAWS; i++) counts[Math.floor((drawInteger(stream, bound) / bound) * cells)]++;
  const expected = DRAWS / cells;
  const chiSquare = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
  // Its distribution function, so that the limit is the same for any number of cells.
  expect(incompleteGamma(chiSquare / 2, (cells - 1) / 2)).toBeLessThan(1 - 1e-6);
});

test("every order of three things is equally likely", () => {
  const stream = randomStream("permutation");
  const counts = new Map<string, number>();
  for (let i = 0; i < 60_000; i++) {
    const order = drawPermutation(stream, 3).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  const chiSquare = [...counts.values()].reduce((total, count) => total + (count - 10_000) ** 2 / 10_000, 0);
  expect(incompleteGamma(chiSquare / 2, 2.5)).toBeLessThan(1 - 1e-6);
});

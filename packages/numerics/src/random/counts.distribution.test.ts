import { describe, expect, test } from "vitest";
import {
  drawBernoulli,
  drawBinomial,
  drawCategorical,
  drawDirichlet,
  drawNegativeBinomial,
  drawPoisson,
  incompleteBeta,
  incompleteGamma,
  mean,
  randomStream,
  variance,
  type RandomStream,
} from "../index.js";

/**
 * Seeds are fixed, so a test that passes once always passes; a right implementation with new seeds would fail a test
 * once in a million (that is the false-positive rate behind every threshold here).
 */
const FALSE_ALARMS = 1e-6;
/** A normal number exceeds this in size with probability 1e-6. */
const Z_LIMIT = 4.892;
const DRAWS = 50_000;
/** Cells of about a fortieth each, so that a χ² test sees the shape and every cell expects over a thousand draws. */
const CELLS = 40;

interface Case {
  readonly name: string;
  readonly draw: (stream: RandomStream) => number;
  /** Probability of a count of at most k. */
  readonly cdf: (k: number) => number;
  readonly mean: number;
  readonly variance: number;
  /** Where a sampler could go over: counts that are never exceeded. */
  readonly largest?: number;
}

const poisson = (rate: number): Case => ({
  name: `Poisson of mean ${rate}`,
  draw: (stream) => drawPoisson(stream, rate),
  cdf: (k) => (k < 0 ? 0 : 1 - incompleteGamma(rate, k + 1)),
  mean: rate,
  variance: rate,
});

const binomial = (trials: number, probability: number): Case => ({
  name: `binomial of ${trials} trials with probability ${probability}`,
  draw: (stream) => drawBinomial(stream, trials, probability),
  cdf: (k) => (k < 0 ? 0 : k >= trials ? 1 : incompleteBeta(1 - probability, trials - k, k + 1)),
  mean: trials * probability,
  variance: trials * probability * (1 - probability),
  largest: trials,
});

const negativeBinomial = (centre: number, dispersion: number): Case => ({
  name: `negative binomial of mean ${centre} with dispersion ${dispersion}`,
  draw: (stream) => drawNegativeBinomial(stream, centre, dispersion),
  cdf: (k) => (k < 0 ? 0 : incompleteBeta(dispersion / (dispersion + centre), dispersion, k + 1)),
  mean: centre,
  variance: centre + (centre * centre) / dispersion,
});

const cases: readonly Case[] = [
  ...[0.01, 0.7, 3.3, 9.99, 10, 12.5, 47, 1000, 1e6].map(poisson),
  binomial(1, 0.3),
  binomial(7, 0.5),
  binomial(20, 0.5),
  binomial(20, 0.93),
  binomial(60, 0.2),
  binomial(1e9, 3e-9),
  binomial(1e6, 0.25),
  negativeBinomial(0.5, 0.3),
  negativeBinomial(5, 2),
  negativeBinomial(100, 1),
  negativeBinomial(30, 1e9),
];

/** The χ² statistic's probability of being as large or larger, by its distribution function. */
function chiSquareTail(counts: readonly number[], expected: readonly number[]): number {
  const statistic = counts.reduce((total, count, i) => total + (count - expected[i]!) ** 2 / expected[i]!, 0);
  return 1 - incompleteGamma(statistic / 2, (counts.length - 1) / 2);
}

/** Upper ends of neighbouring cells, each but the last with a probability of at least 1 / CELLS. */
function cellEnds({ cdf, mean: centre, variance: spread }: Case): number[] {
  const ends: number[] = [];
  let below = 0;
  for (let k = Math.max(0, Math.floor(centre - 8 * Math.sqrt(spread) - 8)); below < 1 - 1 / CELLS; k++) {
    const probability = cdf(k);
    if (probability - below < 1 / CELLS) continue;
    ends.push(k);
    below = probability;
  }
  ends[ends.length - 1] = Infinity;
  return ends;
}

describe.each(cases)("$name", (given) => {
  const stream = randomStream("counts", given.name);
  const values = Float64Array.from({ length: DRAWS }, () => given.draw(stream));

  test("draws whole numbers within range", () => {
    const { largest = Infinity } = given;
    expect(values.every((value) => value >= 0 && value <= largest && Number.isInteger(value))).toBe(true);
  });

  test("has its probabilities", () => {
    const ends = cellEnds(given);
    if (ends.length < 2) ends.unshift(0);
    const counts = new Array<number>(ends.length).fill(0);
    for (const value of values) counts[ends.findIndex((end) => value <= end)]!++;
    const expected = ends.map((end, i) => {
      const upTo = end === Infinity ? 1 : given.cdf(end);
      return DRAWS * (upTo - (i === 0 ? 0 : given.cdf(ends[i - 1]!)));
    });
    expect(chiSquareTail(counts, expected)).toBeGreaterThan(FALSE_ALARMS);
  });

  test("has its mean", () => {
    expect(Math.abs(mean(values) - given.mean)).toBeLessThan(Z_LIMIT * Math.sqrt(given.variance / DRAWS));
  });
});

test("a Poisson number of huge mean has the variance of its mean", () => {
  const stream = randomStream("huge Poisson");
  const values = Float64Array.from({ length: DRAWS }, () => drawPoisson(stream, 1e14) - 1e14);
  expect(Math.abs(mean(values))).toBeLessThan(Z_LIMIT * Math.sqrt(1e14 / DRAWS));
  // The variance of a variance of normal numbers is 2 / n of its square.
  expect(Math.abs(variance(values) / 1e14 - 1)).toBeLessThan(Z_LIMIT * Math.sqrt(2 / DRAWS));
});

test("the rejection samplers need fewer than 1.4 tries", () => {
  let words = 0;
  const inner = randomStream("tries");
  const counting = { ...inner, nextUint32: () => (words++, inner.nextUint32()) } as RandomStream;
  for (const draw of [
    () => drawPoisson(counting, 10),
    () => drawPoisson(counting, 1e10),
    () => drawBinomial(counting, 20, 0.5),
    () => drawBinomial(counting, 1e10, 0.1),
  ]) {
    words = 0;
    for (let i = 0; i < 10_000; i++) draw();
    expect(words / 10_000).toBeLessThan(4 * 1.4);
  }
});

test("zeros and ones come as often as the probability says", () => {
  const stream = randomStream("bernoulli");
  let ones = 0;
  for (let i = 0; i < DRAWS; i++) ones += drawBernoulli(stream, 0.3);
  expect(Math.abs(ones - 0.3 * DRAWS)).toBeLessThan(Z_LIMIT * Math.sqrt(DRAWS * 0.21));
});

test("possibilities come as often as their weights say, and those without weight never", () => {
  const weights = [0, 2, 1, 0, 4, 0.5, 0];
  const stream = randomStream("categorical");
  const counts = new Array<number>(weights.length).fill(0);
  for (let i = 0; i < DRAWS; i++) counts[drawCategorical(stream, weights)]!++;
  expect(counts.filter((_, i) => weights[i] === 0)).toEqual([0, 0, 0]);
  const positive = weights.flatMap((weight, i) => (weight > 0 ? [i] : []));
  expect(
    chiSquareTail(
      positive.map((i) => counts[i]!),
      positive.map((i) => (DRAWS * weights[i]!) / 7.5),
    ),
  ).toBeGreaterThan(FALSE_ALARMS);
});

test.each([[[2, 3, 5]], [[0.2, 0.5, 0.05]], [[40, 1]]])(
  "shares of concentrations %j are beta numbers",
  (shapes) => {
    const stream = randomStream("dirichlet", ...shapes);
    const total = shapes.reduce((a, b) => a + b);
    const draws = Array.from({ length: 20_000 }, () => drawDirichlet(stream, shapes));
    for (const shares of draws) expect(Math.abs(shares.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-14);
    shapes.forEach((shape, i) => {
      // The distribution function turns a beta number into a uniform one; twenty equal cells.
      const counts = new Array<number>(20).fill(0);
      for (const shares of draws)
        counts[Math.min(19, Math.floor(20 * incompleteBeta(shares[i]!, shape, total - shape)))]!++;
      expect(chiSquareTail(counts, new Array<number>(20).fill(1000))).toBeGreaterThan(FALSE_ALARMS);
    });
  },
);

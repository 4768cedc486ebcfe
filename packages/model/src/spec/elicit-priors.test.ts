import { IssueError } from "@mmm/data";
import { distributionOf, distributions, priorParameters } from "@mmm/distributions";
import { describe, expect, it } from "vitest";
import { elicitedKinds, elicitPriors, priorFaults, priorOf } from "./elicit-priors.js";
import { parseModelSpec } from "./parse-model-spec.js";

const roiPrior = (prior: unknown) => ({ media: { default: { effect: { on: "roi", prior } } } });

describe("a prior by mean and sd", () => {
  it("has them", () => {
    const prior = priorOf({ distribution: "log-normal", mean: 2, sd: 1 });
    const { mean, standardDeviation } = distributionOf("log-normal");
    expect(mean(priorParameters(prior))).toBeCloseTo(2, 12);
    expect(standardDeviation(priorParameters(prior))).toBeCloseTo(1, 12);
    expect(priorOf({ distribution: "half-normal", mean: 0.5 })).toEqual({
      distribution: "half-normal",
      sd: expect.closeTo(0.5 * Math.sqrt(Math.PI / 2), 12),
    });
  });

  it("is none where mean and sd are the distribution's own parameters", () => {
    const own = { distribution: "normal", mean: 2, sd: 1 };
    expect(priorOf(own)).toBe(own);
    const bounded = { distribution: "truncated-normal", mean: 0.8, sd: 0.8, low: 0.1, high: 10 };
    expect([priorFaults(bounded), priorOf(bounded)]).toEqual([[], bounded]);
  });
});

it("a prior by an interval holds it with its probability", () => {
  const prior = priorOf({ distribution: "log-normal", low: 0.5, high: 4, probability: 0.9 });
  const { cdf } = distributionOf("log-normal");
  const parameters = priorParameters(prior);
  expect(cdf(4, parameters) - cdf(0.5, parameters)).toBeCloseTo(0.9, 10);
  expect(cdf(0.5, parameters)).toBeCloseTo(0.05, 10);
});

it("a complete spec holds the plain prior, wherever the elicited one stood", () => {
  const interval = { distribution: "log-normal", low: 0.5, high: 2, probability: 0.9 };
  const spec = parseModelSpec({
    ...roiPrior(interval),
    seasonality: [{ periodDays: 365.25, harmonics: 2, prior: { distribution: "laplace", mean: 0, sd: 0.2 } }],
    noise: { kind: "normal", scale: { distribution: "half-normal", mean: 0.2 } },
    controls: {
      only: { price: { prior: { distribution: "normal", low: -0.4, high: 0, probability: 0.8 } } },
    },
    media: {
      ...roiPrior(interval).media,
      only: {
        tv: { adstock: { kind: "geometric", retention: { distribution: "beta", mean: 0.6, sd: 0.1 } } },
      },
    },
  });
  expect(spec.media.default.effect.prior).toEqual(priorOf(interval));
  expect(spec.media.only["tv"]!.adstock["retention"]).toEqual({
    distribution: "beta",
    alpha: expect.closeTo(13.8),
    beta: expect.closeTo(9.2),
  });
  expect(spec.seasonality[0]!.prior).toMatchObject({ location: 0 });
  expect(Object.keys(spec.controls.only["price"]!.prior)).toEqual(["distribution", "mean", "sd"]);
  expect(JSON.stringify(spec)).not.toContain("probability");
  expect(parseModelSpec(spec)).toEqual(spec);
});

it("names that look like parts of a prior stay names", () => {
  const given = { only: { distribution: { mean: 1 }, mean: { distribution: "normal", mean: 0, sd: 1 } } };
  expect(elicitPriors(given)).toEqual(given);
});

it.each([
  [{ distribution: "log-normal", mean: 2 }, 'a prior by mean and sd needs a number for "sd"'],
  [
    { distribution: "log-normal", mean: -2, sd: 1 },
    'mean of a log-normal quantity must be > 0, not -2: choose "normal" for a quantity of either sign',
  ],
  [
    { distribution: "log-normal", mean: 2, sd: 1, logSd: 1 },
    'a prior by mean and sd has no "logSd" (mean, sd)',
  ],
  [
    { distribution: "log-normal", low: 4, high: 0.5, probability: 0.9 },
    "low must be below high, both finite, not 4 and 0.5: give the ends in order",
  ],
  [
    { distribution: "log-normal", low: 0.5, high: 4, probability: 90 },
    "probability must be between 0 and 1, not 90: give a share such as 0.9",
  ],
  [
    { distribution: "log-normal", low: 0.5, probability: 0.9 },
    'a prior by interval needs a number for "high"',
  ],
  [
    { distribution: "cauchy", mean: 2, sd: 1 },
    '"cauchy" cannot be given by mean and sd: give its own parameters',
  ],
  [{ distribution: "log-norml", mean: 2, sd: 1 }, expect.stringContaining('did you mean "log-normal"?')],
])("%j is refused", (prior, fault) => {
  expect(priorFaults(prior)).toEqual([fault]);
  expect(() => parseModelSpec(roiPrior(prior))).toThrow(IssueError);
});

it.each(Object.keys(distributions))(
  "%s can be elicited where the table says so, and nowhere else",
  (distribution) => {
    const isOwn = (name: string): boolean => Object.hasOwn(distributionOf(distribution).parameters, name);
    const { bySpread, byInterval }: Readonly<Record<string, readonly string[]>> = elicitedKinds;
    const low = /half|exponential/.test(distribution) ? 0 : 0.1;
    const interval = { distribution, low, high: 0.5, probability: 0.9 };
    expect(priorFaults(interval).length === 0).toBe(byInterval!.includes(distribution));
    if (isOwn("mean")) return;
    const sd = distribution === "half-normal" ? 0.3 * 0.7555 : 0.1;
    expect(priorFaults({ distribution, mean: 0.3, sd }).length === 0).toBe(bySpread!.includes(distribution));
  },
);

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "../distributions.js";
import { priorFromInterval } from "./prior-from-interval.js";
import { priorParameters } from "./prior.js";

describe("priorFromInterval", () => {
  test.each(["normal", "log-normal", "gamma", "inverse-gamma", "weibull"] as const)(
    "a %s prior leaves equal tails outside the interval",
    (kind) => {
      const low = fc.double({ min: 1e-2, max: 1e2, noNaN: true });
      const factor = fc.double({ min: 1.1, max: 50, noNaN: true });
      const probability = fc.double({ min: 0.1, max: 0.99, noNaN: true });
      fc.assert(
        fc.property(low, factor, probability, (from, times, inside) => {
          const to = from * times;
          const prior = priorFromInterval(kind, { low: from, high: to, probability: inside });
          const parameters = priorParameters(prior);
          const cdf = (x: number): number => distributionOf(kind).cdf(x, parameters);
          expect(Math.abs(cdf(from) - (1 - inside) / 2)).toBeLessThanOrEqual(1e-12);
          expect(Math.abs(cdf(to) - (1 + inside) / 2)).toBeLessThanOrEqual(1e-12);
        }),
      );
    },
  );

  test.each(["half-normal", "half-cauchy", "exponential"] as const)(
    "a %s prior leaves all of the rest above the interval from 0",
    (kind) => {
      const prior = priorFromInterval(kind, { low: 0, high: 3, probability: 0.9 });
      expect(Math.abs(distributionOf(kind).cdf(3, priorParameters(prior)) - 0.9)).toBeLessThanOrEqual(1e-14);
    },
  );

  test("a beta prior leaves equal tails outside the interval", () => {
    const parameters = priorParameters(priorFromInterval("beta", { low: 0.2, high: 0.7, probability: 0.9 }));
    const [below, within] = [0.2, 0.7].map((x) => distributionOf("beta").cdf(x, parameters));
    expect(Math.abs(below! - 0.05)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(within! - 0.95)).toBeLessThanOrEqual(1e-12);
  });

  test.each([
    [
      "normal",
      { low: 2, high: 1, probability: 0.9 },
      "low must be below high, both finite, got 2 and 1. Give the ends in order.",
    ],
    [
      "normal",
      { low: 1, high: 2, probability: 90 },
      "probability must be between 0 and 1, got 90. Give a share such as 0.9.",
    ],
    [
      "log-normal",
      { low: 0, high: 2, probability: 0.9 },
      'low end of a log-normal quantity must be > 0, got 0. Choose "normal" for a quantity of either sign.',
    ],
    [
      "half-normal",
      { low: 1, high: 2, probability: 0.9 },
      "low end of a half-normal quantity must be 0, got 1: its one parameter fits one end. " +
        'Choose "log-normal" or "gamma" for an interval away from 0.',
    ],
    [
      "beta",
      { low: 20, high: 40, probability: 0.9 },
      "ends of a beta quantity must be between 0 and 1, got 20 and 40. Give them as shares.",
    ],
  ] as const)("%s of %j is refused", (kind, belief, message) => {
    expect(() => priorFromInterval(kind, belief)).toThrow(new RangeError(`priorFromInterval: ${message}`));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "../distributions.js";
import { priorFromInterval } from "./prior-from-interval.js";
import { priorParameters } from "./prior.js";

describe("priorFromInterval", () => {
  test.each(["normal", "log-normal"] as const)(
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
  ] as const)("%s of %j is refused", (kind, belief, message) => {
    expect(() => priorFromInterval(kind, belief)).toThrow(new RangeError(`priorFromInterval: ${message}`));
  });
});

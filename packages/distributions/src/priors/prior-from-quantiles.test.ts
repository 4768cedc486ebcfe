import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf } from "../distributions.js";
import { type ElicitedKind, elicitedFamilies, type Quantile } from "./elicited-families.js";
import { priorFromQuantiles } from "./prior-from-quantiles.js";
import { priorParameters } from "./prior.js";

const kinds = Object.keys(elicitedFamilies) as ElicitedKind[];
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const pairOfShares = fc.tuple(share, share).filter(([a, b]) => Math.abs(a - b) > 0.02);

/** Quantiles that a quantity of this kind may have, one or two. */
function valuesOf(kind: ElicitedKind): fc.Arbitrary<readonly [number, number]> {
  const { support } = elicitedFamilies[kind];
  const middle = fc.double({ min: -3, max: 3, noNaN: true });
  const gap = fc.double({ min: 0.1, max: 4, noNaN: true });
  return fc
    .tuple(middle, gap)
    .map(([u, by]) => [support.toConstrained(u - by / 2), support.toConstrained(u + by / 2)] as const);
}

describe("priorFromQuantiles", () => {
  test.each(kinds)("%s: the prior has the quantiles asked for", (kind) => {
    fc.assert(
      fc.property(pairOfShares, valuesOf(kind), ([a, b], [low, high]) => {
        const both: Quantile[] = [
          { probability: Math.min(a, b), value: low },
          { probability: Math.max(a, b), value: high },
        ];
        const asked = both.slice(0, elicitedFamilies[kind].quantiles);
        const prior = priorFromQuantiles(kind, asked.toReversed());
        const parameters = priorParameters(prior);
        for (const { probability, value } of asked) {
          expect(Math.abs(distributionOf(kind).cdf(value, parameters) - probability)).toBeLessThanOrEqual(
            1e-11,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  test("what a beta distribution says is found again", () => {
    const weight = fc.double({ min: 0.2, max: 60, noNaN: true });
    fc.assert(
      fc.property(weight, weight, pairOfShares, (alpha, beta, probabilities) => {
        const quantiles = probabilities.map((probability) => ({
          probability,
          value: distributionOf("beta").quantile(probability, { alpha, beta }),
        }));
        fc.pre(quantiles.every(({ value }) => value > 1e-4 && value < 1 - 1e-4));
        const prior = priorFromQuantiles("beta", quantiles);
        expect(Math.abs(Number(prior.alpha) / alpha - 1)).toBeLessThanOrEqual(1e-8);
        expect(Math.abs(Number(prior.beta) / beta - 1)).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 50 },
    );
  });

  const two = (first: Quantile, second: Quantile): readonly Quantile[] => [first, second];
  const at = (probability: number, value: number): Quantile => ({ probability, value });

  test.each([
    ["gamma", [at(0.5, 1)], "a gamma quantity needs two quantiles, got 1. Give as many pairs."],
    [
      "half-normal",
      two(at(0.1, 1), at(0.9, 2)),
      "a half-normal quantity needs one quantile, because its distribution has one parameter, got 2. Give as many pairs.",
    ],
    [
      "normal",
      two(at(0, 1), at(0.9, 2)),
      "probability must be between 0 and 1, got 0. Give a share such as 0.9.",
    ],
    [
      "beta",
      two(at(0.1, 10), at(0.9, 40)),
      "value of a beta quantity must be between 0 and 1, got 10. Give it as a share.",
    ],
    [
      "gamma",
      two(at(0.1, -1), at(0.9, 2)),
      'value of a gamma quantity must be > 0 and finite, got -1. Choose "normal" for a quantity of either sign.',
    ],
    [
      "normal",
      two(at(0.9, 1), at(0.1, 2)),
      "values must rise with their probabilities, got 1 at 0.9 and 2 at 0.1. Give the larger value the larger probability.",
    ],
    [
      "gamma",
      two(at(0.5, 1), at(0.5000001, 1e300)),
      "a gamma quantity must be able to have the quantiles, got 1 at 0.5 and 1e+300 at 0.5000001. " +
        "Bring the probabilities nearer to what the values say, or choose another distribution.",
    ],
  ] as const)("%s of %j is refused", (kind, quantiles, message) => {
    expect(() => priorFromQuantiles(kind, quantiles)).toThrow(
      new RangeError(`priorFromQuantiles: ${message}`),
    );
  });

  test("a distribution that it can not solve for is named with the nearest it can", () => {
    expect(() => priorFromQuantiles("inverse-gama" as ElicitedKind, [])).toThrow(
      `priorFromQuantiles: kind must be known, got "inverse-gama" (${kinds.join(", ")}). Did you mean "inverse-gamma"?`,
    );
  });
});

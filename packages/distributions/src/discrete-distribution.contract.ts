/** The laws of every distribution of counts; each family's test runs them with its own parameters and reference numbers. */

import { axis, compile, input } from "@mmm/autodiff";
import { exp, gammaQuantile, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DiscreteDistribution } from "./discrete-distribution.js";
import { logDensityContract } from "./log-density.contract.js";

/** What a family's test hands to the contract. */
export interface DiscreteDistributionCase<P extends string> {
  /** Parameters at which every law is judged; at least two, different in every parameter. */
  readonly examples: readonly Readonly<Record<P, number>>[];
  /**
   * Rows `[k, parameters in the order of the table, log probability, [d/dparameter … of those that are not counts]]`,
   * computed elsewhere with many digits: mpmath 1.3 with 60 digits at the exact doubles, from
   * shared/reference/statistics/log_densities.json or by the formula of the docstring.
   */
  readonly probabilities: readonly (readonly [number, readonly number[], number, readonly number[]])[];
}

type Parameters<P extends string> = Readonly<Record<P, number>>;

/** Runs the laws. */
export function discreteDistributionContract<P extends string>(
  distribution: DiscreteDistribution<P>,
  { examples, probabilities }: DiscreteDistributionCase<P>,
): void {
  const names = Object.keys(distribution.parameters) as P[];
  const named = examples.map((parameters) => [JSON.stringify(parameters), parameters] as const);
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const at = (probability: number, parameters: Parameters<P>): number[] => [
    distribution.quantile(probability, parameters),
    ...names.map((name) => parameters[name]),
  ];

  logDensityContract({
    args: [
      { name: "k", axes: [], smooth: false },
      ...names.map((name) => ({
        name,
        axes: [],
        smooth: distribution.parameters[name].support.kind !== "whole-numbers",
      })),
    ],
    logDensity: (k, parameters) =>
      distribution.logProbability(k, parameters as Record<P, (typeof parameters)[P]>),
    references: probabilities.map(([k, values, logProbability, gradient]) => [
      [k, ...values],
      logProbability,
      gradient,
    ]),
    places: named.map(([name, parameters]) => [
      name,
      share.map((probability) => at(probability, parameters)),
    ]),
    // Both counts lie in the support of the first example, which must not be the wider one.
    pair: [at(0.2, examples[0]!), [at(0.8, examples[0]!)[0]!, ...at(0.5, examples[1]!).slice(1)]],
  });

  describe("probabilities", () => {
    test.each(named)("%s: sum to the cdf, and to mean and sd", (_, parameters) => {
      const all = probabilitiesOf(distribution, parameters);
      const sum = (weight: (k: number) => number): number =>
        all.reduce((total, { k, probability }) => total + weight(k) * probability, 0);
      // A long list is compared with the cdf at a hundred of its counts.
      const every = Math.ceil(all.length / 100);
      let cumulated = 0;
      for (const [i, { k, probability }] of all.entries()) {
        cumulated += probability;
        if (i % every > 0) continue;
        expect(Math.abs(distribution.cdf(k, parameters) - cumulated)).toBeLessThanOrEqual(1e-12);
        expect(distribution.cdf(k + 0.5, parameters)).toBe(distribution.cdf(k, parameters));
      }
      expect(Math.abs(cumulated - 1)).toBeLessThanOrEqual(1e-12);
      const [mean, sd] = [distribution.mean(parameters), distribution.standardDeviation(parameters)];
      expect(Math.abs(sum((k) => k) - mean)).toBeLessThanOrEqual(1e-11 * (mean + sd));
      const variance = sum((k) => (k - mean) * (k - mean));
      expect(Math.abs(Math.sqrt(variance) - sd)).toBeLessThanOrEqual(1e-10 * sd);
    });

    test.each(named)("%s: the quantile is the first count whose cdf reaches it", (_, parameters) => {
      const { low, high, contains } = distribution.support(parameters);
      const judge = (probability: number): void => {
        const k = distribution.quantile(probability, parameters);
        expect(contains(k)).toBe(true);
        expect(distribution.cdf(k, parameters)).toBeGreaterThanOrEqual(probability);
        expect(distribution.cdf(k - 1, parameters)).toBeLessThan(probability);
      };
      fc.assert(fc.property(share, judge));
      expect(distribution.quantile(0, parameters)).toBe(low);
      expect(distribution.quantile(1, parameters)).toBe(high);
    });

    test.each(named)("%s: cdf is 0 below the support and 1 above it", (_, parameters) => {
      const { low } = distribution.support(parameters);
      for (const k of [low - 1, -Infinity]) expect(distribution.cdf(k, parameters)).toBe(0);
      for (const k of [1e15, Infinity]) expect(distribution.cdf(k, parameters)).toBe(1);
    });
  });

  describe("draws", () => {
    // χ² over the counts of which at least 20 are expected, with both tails as cells of their own.
    test.each(named)("%s: are as frequent as they should be (false positives < 1e-6)", (_, parameters) => {
      const count = 20_000;
      const drawn = new Map<number, number>();
      for (const k of drawMany(distribution, parameters, count)) drawn.set(k, (drawn.get(k) ?? 0) + 1);
      expect([...drawn.keys()].every(distribution.support(parameters).contains)).toBe(true);
      const cells = cellsOf(distribution, parameters, 20 / count);
      const total = cells.reduce((sum, { from, to, probability }) => {
        let observed = 0;
        for (const [k, times] of drawn) if (k > from && k <= to) observed += times;
        const expected = count * probability;
        return sum + (observed - expected) ** 2 / expected;
      }, 0);
      expect(total).toBeLessThan(2 * gammaQuantile(1 - 1e-6, (cells.length - 1) / 2));
    });

    test("the same seed gives the same draws", () => {
      const [first, second] = [1, 2].map(() => drawMany(distribution, examples[0]!, 5));
      expect(first).toEqual(second);
    });
  });
}

function drawMany<P extends string>(
  distribution: DiscreteDistribution<P>,
  parameters: Parameters<P>,
  count: number,
): Float64Array {
  const stream = randomStream(20260, distribution.kind);
  return Float64Array.from({ length: count }, () => distribution.draw(stream, parameters));
}

/** Every count up to where less than 1e−16 is left, with its probability. */
function probabilitiesOf<P extends string>(
  distribution: DiscreteDistribution<P>,
  parameters: Parameters<P>,
): readonly { readonly k: number; readonly probability: number }[] {
  const { low, high } = distribution.support(parameters);
  const last = Math.min(high, 2 * distribution.quantile(1 - 1e-12, parameters) + 20);
  const counts = Array.from({ length: last - low + 1 }, (_, i) => low + i);
  const k = input("k", [axis("count", counts.length)]);
  const outputs = { logProbability: distribution.logProbability(k, parameters) };
  const program = compile({ outputs, variables: [k], backend: "twin" }).evaluate(counts);
  return Array.from(program.read("logProbability"), (value, i) => ({
    k: counts[i]!,
    probability: exp(value),
  }));
}

/** Runs of counts, each with at least a given probability: from < k ≤ to. */
function cellsOf<P extends string>(
  distribution: DiscreteDistribution<P>,
  parameters: Parameters<P>,
  least: number,
): readonly { readonly from: number; readonly to: number; readonly probability: number }[] {
  const cells: { from: number; to: number; probability: number }[] = [];
  let [from, below] = [-Infinity, 0];
  while (1 - below >= least) {
    const remainder = 1 - below < 2 * least;
    const to = remainder ? Infinity : distribution.quantile(Math.min(1, below + least), parameters);
    const reached = distribution.cdf(to, parameters);
    cells.push({ from, to, probability: reached - below });
    [from, below] = [to, reached];
    if (reached >= 1) break;
  }
  const last = cells[cells.length - 1]!;
  cells[cells.length - 1] = { ...last, to: Infinity, probability: last.probability + 1 - below };
  return cells;
}

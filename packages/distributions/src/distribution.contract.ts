/** The laws of every distribution; each family's test runs them with its own parameters and reference numbers. */

import { add, axis, compile, input, multiply } from "@mmm/autodiff";
import { exp, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Distribution } from "./distribution.js";
import { logDensityContract, relativeError } from "./log-density.contract.js";

/** What a family's test hands to the contract. */
export interface DistributionCase<P extends string> {
  /** Parameters at which every law is judged; at least two, different in every parameter. */
  readonly examples: readonly Readonly<Record<P, number>>[];
  /**
   * Rows `[x, parameters in the order of the table, log density, [d/dx, d/dparameter …]]`, computed elsewhere with many
   * digits: mpmath 1.3 with 60 digits at the exact doubles, from shared/reference/statistics/log_densities.json.
   */
  readonly densities: readonly (readonly [number, readonly number[], number, readonly number[]])[];
  /** Rows `[x, parameters in the order of the table, cdf]`: mpmath 1.3 with 40 digits. */
  readonly probabilities: readonly (readonly [number, readonly number[], number])[];
  /** Where the density has a corner that is not its median. */
  readonly corner?: (parameters: Readonly<Record<P, number>>) => number;
}

type Parameters<P extends string> = Readonly<Record<P, number>>;

/** Runs the laws. */
export function distributionContract<P extends string>(
  distribution: Distribution<P>,
  { examples, densities, probabilities, corner }: DistributionCase<P>,
): void {
  const names = Object.keys(distribution.parameters) as P[];
  const valuesOf = (parameters: Parameters<P>): number[] => names.map((name) => parameters[name]);
  const named = examples.map((parameters) => [JSON.stringify(parameters), parameters] as const);
  const between = (low: number, high: number): fc.Arbitrary<number> =>
    fc.double({ min: low, max: high, noNaN: true });
  const at = (probability: number, parameters: Parameters<P>): number[] => [
    distribution.quantile(probability, parameters),
    ...valuesOf(parameters),
  ];

  // A corner has no slope: differences must not reach across it, where a draw comes as near as once in 150 runs.
  const cornerOf = (parameters: Parameters<P>): number =>
    corner === undefined ? 0.5 : distribution.cdf(corner(parameters), parameters);

  logDensityContract({
    args: ["x", ...names].map((name) => ({ name, axes: [], smooth: true })),
    logDensity: (x, parameters) =>
      distribution.logDensity(x, parameters as Record<P, (typeof parameters)[P]>),
    references: densities.map(([x, values, logDensity, gradient]) => [[x, ...values], logDensity, gradient]),
    places: named.map(([name, parameters]) => [
      name,
      between(0.01, 0.99)
        .filter((probability) => Math.abs(probability - cornerOf(parameters)) > 1e-3)
        .map((probability) => at(probability, parameters)),
    ]),
    pair: [at(0.3, examples[0]!), at(0.3, examples[1]!)],
  });

  test.each(named)("%s: far out, where warm-up goes, value and slope are finite", (_, parameters) => {
    const support = distribution.support(parameters);
    const u = input("u");
    const value = add(distribution.logDensity(support.constrain(u), parameters), support.logJacobian(u));
    const program = compile({ outputs: { value }, variables: [u], differentiate: "value" });
    const middle = support.toUnconstrained(distribution.quantile(0.5, parameters));
    const slope = new Float64Array(1);
    for (const far of [-20, -5, 0, 5, 20]) {
      expect(Number.isFinite(program.evaluateGradient([middle + far], slope)), `value at ${far}`).toBe(true);
      expect(Number.isFinite(slope[0]), `slope at ${far}`).toBe(true);
    }
  });

  describe("moments", () => {
    test.each(named)(
      "%s: with its Jacobian the density integrates to one, and to its mean and sd where they exist",
      (_, parameters) => {
        const [mass, mean, second] = integrals(distribution, parameters, corner?.(parameters));
        expect(Math.abs(mass - 1)).toBeLessThanOrEqual(1e-9);
        const [expected, sd] = [distribution.mean(parameters), distribution.standardDeviation(parameters)];
        if (Number.isFinite(expected)) {
          const width = Number.isFinite(sd) ? sd : 0;
          expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-7 * (Math.abs(expected) + width));
        }
        if (Number.isFinite(sd)) {
          expect(Math.abs(Math.sqrt(second - mean * mean) - sd)).toBeLessThanOrEqual(1e-6 * sd);
        }
      },
    );
  });

  describe("probability", () => {
    test.each(probabilities)("below %d, %j is the reference's", (x, values, expected) => {
      const parameters = Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Parameters<P>;
      expect(relativeError(distribution.cdf(x, parameters), expected)).toBeLessThanOrEqual(1e-12);
    });

    test.each(named)("%s: quantile and cdf undo each other", (_, parameters) => {
      const support = distribution.support(parameters);
      const [low, high] = [0.25, 0.75].map((probability) => distribution.quantile(probability, parameters));
      const judge = (probability: number): void => {
        const x = distribution.quantile(probability, parameters);
        expect(support.contains(x)).toBe(true);
        expect(Math.abs(distribution.cdf(x, parameters) - probability)).toBeLessThanOrEqual(1e-12);
        const again = distribution.quantile(distribution.cdf(x, parameters), parameters);
        expect(Math.abs(again - x)).toBeLessThanOrEqual(1e-10 * (Math.abs(x) + high! - low!));
      };
      fc.assert(fc.property(between(0.001, 0.999), judge));
    });

    test.each(named)("%s: cdf is 0 below the support and 1 above it", (_, parameters) => {
      expect(distribution.cdf(-Infinity, parameters)).toBe(0);
      expect(distribution.cdf(Infinity, parameters)).toBe(1);
      const support = distribution.support(parameters);
      if (!support.contains(-1e300)) expect(distribution.cdf(-1e300, parameters)).toBe(0);
      if (!support.contains(1e300)) expect(distribution.cdf(1e300, parameters)).toBe(1);
    });
  });

  describe("draws", () => {
    // Kolmogorov–Smirnov with 20,000 draws: a right sampler exceeds 2.7 / √n with probability 2 exp(−2 · 2.7²) < 1e−6.
    // The cdf is asked at every tenth draw, which can only miss 10 / n of a gap.
    test.each(named)("%s: follow the cdf (false positives < 1e-6)", (_, parameters) => {
      const [count, every] = [20_000, 10];
      const draws = drawMany(distribution, parameters, count).sort();
      const support = distribution.support(parameters);
      expect(draws.every((x) => support.contains(x))).toBe(true);
      let gap = 0;
      for (let i = 0; i < count; i += every) {
        const probability = distribution.cdf(draws[i]!, parameters);
        gap = Math.max(gap, probability - i / count, (i + 1) / count - probability);
      }
      expect(gap).toBeLessThan(2.7 / Math.sqrt(count));
    });

    test("the same seed gives the same draws", () => {
      const [first, second] = [1, 2].map(() => drawMany(distribution, examples[0]!, 5));
      expect(first).toEqual(second);
    });
  });
}

function drawMany<P extends string>(
  distribution: Distribution<P>,
  parameters: Parameters<P>,
  count: number,
): Float64Array {
  const stream = randomStream(20260, distribution.kind);
  return Float64Array.from({ length: count }, () => distribution.draw(stream, parameters));
}

/**
 * ∫ p, ∫ x p and ∫ x² p over the real line on which a sampler moves, u = middle + width · sinh t, by Simpson's rule on
 * both sides of the middle (a corner of the density, else its median): steps grow into heavy tails, and a corner lies on a
 * border.
 */
function integrals<P extends string>(
  distribution: Distribution<P>,
  parameters: Parameters<P>,
  corner: number | undefined,
): readonly [number, number, number] {
  const support = distribution.support(parameters);
  // Where a quantile rounds to an end of the support, the nearest number inside is at about u = ±36.
  const unconstrained = (probability: number, rounded: number): number => {
    const u = support.toUnconstrained(distribution.quantile(probability, parameters));
    return Number.isFinite(u) ? u : rounded;
  };
  const [from, to] = [unconstrained(1e-16, -36), unconstrained(1 - 2 ** -53, 36)];
  const middle = corner === undefined ? unconstrained(0.5, 0) : support.toUnconstrained(corner);
  const width = (unconstrained(0.75, 0) - unconstrained(0.25, 0)) / 2;
  const half = 1500;
  const nodes = [from, to].flatMap((end) => {
    const reach = Math.asinh((end - middle) / width);
    return Array.from({ length: half + 1 }, (_, i) => {
      const t = (reach * i) / half;
      const weight = i === 0 || i === half ? 1 : i % 2 === 1 ? 4 : 2;
      const step = (Math.abs(reach) / half / 3) * width * Math.cosh(t);
      return { u: middle + width * Math.sinh(t), weight: weight * step };
    });
  });
  const grid = input("u", [axis("grid", nodes.length)]);
  const x = support.constrain(grid);
  const outputs = {
    logDensity: distribution.logDensity(x, parameters),
    logJacobian: support.logJacobian(grid),
    x: multiply(x, 1),
  };
  const program = compile({ outputs, variables: [grid], backend: "twin" }).evaluate(nodes.map(({ u }) => u));
  const [density, jacobian, values] = (["logDensity", "logJacobian", "x"] as const).map(program.read);
  const totals: [number, number, number] = [0, 0, 0];
  nodes.forEach(({ weight }, i) => {
    const mass = weight * exp(density![i]! + jacobian![i]!);
    totals[0] += mass;
    totals[1] += mass * values![i]!;
    totals[2] += mass * values![i]! * values![i]!;
  });
  return totals;
}

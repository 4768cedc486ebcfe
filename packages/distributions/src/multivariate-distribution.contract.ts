/** The laws of every distribution of arrays; each family's test runs them with its own parameters and reference numbers. */

import { axis, compile, elementCount, input } from "@mmm/autodiff";
import { exp, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logDensityContract, type Position } from "./log-density.contract.js";
import { type ArrayValue, elementsOf, type MultivariateDistribution } from "./multivariate-distribution.js";

type Parameters<P extends string> = Readonly<Record<P, ArrayValue>>;

/** A number made of the array, whose distribution is known. */
export interface Marginal {
  readonly name: string;
  of(x: Float64Array): number;
  cdf(value: number): number;
}

/**
 * Weighted sums of numbers with an elliptical distribution: (sum − its centre) / its scale has the standard marginal.
 *
 * @param location     [size] or one number for all
 * @param cholesky     [size × size] or one number for that multiple of the identity
 * @param standardCdf  of one number with location 0 and scale 1
 */
export function ellipticalMarginals(
  location: ArrayValue,
  cholesky: ArrayValue,
  size: number,
  standardCdf: (z: number) => number,
): Marginal[] {
  const centre = elementsOf("location", location, size);
  const factor = elementsOf("cholesky", cholesky, size * size);
  const each = Array.from({ length: size }, (_, k) =>
    Array.from({ length: size }, (_x, i) => Number(i === k)),
  );
  const mixed = Array.from({ length: size }, (_, i) => 1 - 0.7 * i);
  return [...each, mixed].map((weights) => {
    const weigh = (values: ArrayLike<number>): number =>
      weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
    const columns = Array.from({ length: size }, (_, j) =>
      weigh(weights.map((_w, i) => factor[i * size + j]!)),
    );
    const scale = Math.hypot(...columns);
    return { name: weights.join(), of: weigh, cdf: (value) => standardCdf((value - weigh(centre)) / scale) };
  });
}

/** What a family's test hands to the contract. */
export interface MultivariateDistributionCase<P extends string> {
  /** Parameters at which every law is judged; at least two. */
  readonly examples: readonly Parameters<P>[];
  /**
   * Rows `[[x, parameters in the order of the table], log density, gradients in that order]`, computed elsewhere with
   * many digits: mpmath 1.3 with 60 digits at the exact doubles, after shared/reference/statistics/log_densities.json.
   */
  readonly densities: readonly (readonly [Position, number, Position])[];
  /** What draws are judged by. */
  marginals(parameters: Parameters<P>): readonly Marginal[];
  /**
   * How far the density reaches on the axis of each free number, and the step of the trapezoid rule there; left out where
   * there are too many of them for a grid.
   */
  readonly grid?: { readonly reach: number; readonly step: number };
}

/** Runs the laws. */
export function multivariateDistributionContract<P extends string>(
  distribution: MultivariateDistribution<P>,
  { examples, densities, marginals, grid }: MultivariateDistributionCase<P>,
): void {
  const names = Object.keys(distribution.parameters) as P[];
  const { support } = distribution;
  const named = examples.map((parameters) => [JSON.stringify(parameters), parameters] as const);
  const at = (seed: number, parameters: Parameters<P>): Position => [
    Array.from(distribution.draw(randomStream(seed, "place"), parameters)),
    ...names.map((name) =>
      Array.from(elementsOf(name, parameters[name], elementCount(distribution.parameters[name].axes))),
    ),
  ];

  logDensityContract({
    args: [
      { name: "x", axes: support.axes, smooth: true },
      ...names.map((name) => ({ name, axes: distribution.parameters[name].axes, smooth: true })),
    ],
    logDensity: (x, parameters) =>
      distribution.logDensity(x, parameters as Record<P, (typeof parameters)[P]>),
    references: densities,
    places: named.map(([name, parameters]) => [name, fc.nat().map((seed) => at(seed, parameters))]),
    pair: [at(1, examples[0]!), at(2, examples[1]!)],
  });

  if (grid !== undefined) {
    describe("moments", () => {
      test.each(named)(
        "%s: with its Jacobian the density integrates to one, and to the mean and sd of every element",
        (_, parameters) => {
          const { mass, mean, variance } = integrals(distribution, parameters, grid);
          expect(Math.abs(mass - 1)).toBeLessThanOrEqual(1e-9);
          const [means, sds] = [distribution.mean(parameters), distribution.standardDeviation(parameters)];
          mean.forEach((value, i) => {
            const scale = Math.abs(means[i]!) + sds[i]!;
            expect(Math.abs(value - means[i]!)).toBeLessThanOrEqual(1e-9 * scale);
            expect(Math.abs(variance[i]! - sds[i]! * sds[i]!)).toBeLessThanOrEqual(1e-9 * scale * scale);
          });
        },
      );
    });
  }

  describe("draws", () => {
    // Kolmogorov–Smirnov with 5,000 draws: a right sampler exceeds 2.7 / √n with probability below 1e−6, for each number.
    // The cdf is asked at every tenth draw, which can only miss 10 / n of a gap.
    test.each(named)("%s: follow what is known of them (false positives < 1e-6 each)", (_, parameters) => {
      const count = 5_000;
      const stream = randomStream(20260, distribution.kind);
      const draws = Array.from({ length: count }, () => distribution.draw(stream, parameters));
      expect(draws.every(support.contains)).toBe(true);
      for (const { name, of, cdf } of marginals(parameters)) {
        const values = Float64Array.from(draws, of).sort();
        let gap = 0;
        for (let i = 0; i < count; i += 10) {
          const probability = cdf(values[i]!);
          gap = Math.max(gap, probability - i / count, (i + 1) / count - probability);
        }
        expect(gap, name).toBeLessThan(2.7 / Math.sqrt(count));
      }
    });

    test("the same seed gives the same draws", () => {
      const [first, second] = [1, 2].map(() => at(7, examples[0]!));
      expect(first).toEqual(second);
    });
  });
}

/** ∫ p, and mean and variance of every element, by the trapezoid rule over all free numbers. */
function integrals<P extends string>(
  distribution: MultivariateDistribution<P>,
  parameters: Parameters<P>,
  { reach, step }: { readonly reach: number; readonly step: number },
): { readonly mass: number; readonly mean: readonly number[]; readonly variance: readonly number[] } {
  const { support } = distribution;
  const size = support.free.size;
  const perAxis = 2 * Math.round(reach / step) + 1;
  const count = perAxis ** size;
  const nodes = Float64Array.from({ length: count * size }, (_, flat) => {
    const [node, f] = [Math.floor(flat / size), flat % size];
    return ((Math.floor(node / perAxis ** f) % perAxis) - (perAxis - 1) / 2) * step;
  });
  const u = input("u", [axis("node", count), support.free]);
  const x = support.constrain(u);
  const given = Object.fromEntries(
    Object.entries(parameters).map(([name]) => [name, input(name, distribution.parameters[name as P].axes)]),
  );
  const outputs = {
    x,
    logDensity: distribution.logDensity(x, given as Record<P, (typeof given)[P]>),
    logJacobian: support.logJacobian(u),
  };
  const program = compile({ outputs, variables: [u] });
  for (const [name, value] of Object.entries(parameters) as [P, ArrayValue][]) {
    const own = elementCount(distribution.parameters[name].axes);
    program.setInput(name, elementsOf(name, value, own));
  }
  program.evaluate(nodes);
  const [values, density, jacobian] = (["x", "logDensity", "logJacobian"] as const).map(program.read);
  const elements = elementCount(support.axes);
  const [first, second] = [new Float64Array(elements), new Float64Array(elements)];
  let mass = 0;
  for (let node = 0; node < count; node++) {
    const weight = step ** size * exp(density![node]! + jacobian![node]!);
    mass += weight;
    for (let i = 0; i < elements; i++) {
      const value = values![node * elements + i]!;
      first[i]! += weight * value;
      second[i]! += weight * value * value;
    }
  }
  const variance = Array.from(second, (square, i) => square - first[i]! * first[i]!);
  return { mass, mean: Array.from(first), variance };
}

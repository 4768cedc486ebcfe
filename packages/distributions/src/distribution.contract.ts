/** The laws of every distribution; each family's test runs them with its own parameters and reference numbers. */

import { axis, compile, type Expression, input, multiply } from "@mmm/autodiff";
import { exp, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Distribution } from "./distribution.js";

/** What a family's test hands to the contract. */
export interface DistributionCase<P extends string> {
  /** Parameters at which every law is judged. */
  readonly examples: readonly Readonly<Record<P, number>>[];
  /**
   * Rows `[x, parameters in the order of the table, log density, [d/dx, d/dparameter …]]`, computed elsewhere with many
   * digits: mpmath 1.3 with 60 digits at the exact doubles, from shared/reference/statistics/log_densities.json.
   */
  readonly densities: readonly (readonly [number, readonly number[], number, readonly number[]])[];
  /** Rows `[x, parameters in the order of the table, cdf]`: mpmath 1.3 with 40 digits. */
  readonly probabilities: readonly (readonly [number, readonly number[], number])[];
}

type Parameters<P extends string> = Readonly<Record<P, number>>;

/** Runs the laws. */
export function distributionContract<P extends string>(
  distribution: Distribution<P>,
  { examples, densities, probabilities }: DistributionCase<P>,
): void {
  const names = Object.keys(distribution.parameters) as P[];
  const byName = (values: readonly number[]): Parameters<P> =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Parameters<P>;
  const named = examples.map((parameters) => [JSON.stringify(parameters), parameters] as const);

  describe("density", () => {
    const evaluate = densityProgram(distribution, names, "twin");
    const backends = (["wasm", "twin"] as const).map(
      (backend) => [backend, densityProgram(distribution, names, backend)] as const,
    );

    test.each(densities)(
      "at %d, %j is the reference's, with its gradient",
      (x, values, logDensity, gradient) => {
        for (const [backend, run] of backends) {
          const got = run(x, values);
          expect(relativeError(got.value, logDensity), backend).toBeLessThanOrEqual(1e-12);
          gradient.forEach((expected, i) => {
            const place = `${backend}, d/d${["x", ...names][i]}`;
            expect(relativeError(got.gradient[i]!, expected), place).toBeLessThanOrEqual(1e-12);
          });
        }
      },
    );

    test.each(named)("%s: the gradient is the slope of the value", (_, parameters) => {
      const values = names.map((name) => parameters[name]);
      const judge = (probability: number): void => {
        const at = [distribution.quantile(probability, parameters), ...values];
        const { gradient } = evaluate(at[0]!, at.slice(1));
        at.forEach((coordinate, i) => {
          const step = 1e-5 * Math.max(1e-3, Math.abs(coordinate));
          const shifted = (by: number): number => {
            const moved = at.with(i, coordinate + by);
            return evaluate(moved[0]!, moved.slice(1)).value;
          };
          const slope =
            (8 * (shifted(step) - shifted(-step)) - (shifted(2 * step) - shifted(-2 * step))) / (12 * step);
          expect(Math.abs(gradient[i]! - slope)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(slope)));
        });
      };
      fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), judge), { numRuns: 20 });
    });

    test.each(named)(
      "%s: with its Jacobian it integrates to one, and to its mean and sd",
      (_, parameters) => {
        const [mass, mean, second] = moments(distribution, parameters);
        expect(Math.abs(mass - 1)).toBeLessThanOrEqual(1e-9);
        const [expected, sd] = [distribution.mean(parameters), distribution.standardDeviation(parameters)];
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-7 * (Math.abs(expected) + sd));
        expect(Math.abs(Math.sqrt(second - mean * mean) - sd)).toBeLessThanOrEqual(1e-6 * sd);
      },
    );

    test("broadcasts by axis name, one value per element", () => {
      const [first, second] = [examples[0]!, examples[1]!];
      const x = [0.3, 0.7].map((p) => distribution.quantile(p, first));
      const family = axis("family", 2);
      const parameters = Object.fromEntries(names.map((name) => [name, input(name, [family])])) as Record<
        P,
        Expression
      >;
      const density = distribution.logDensity(input("x", [axis("draw", 2)]), parameters);
      const variables = names.map((name) => parameters[name]);
      const program = compile({ outputs: { density }, variables, backend: "twin" });
      program.setInput("x", x);
      program.evaluate(names.flatMap((name) => [first[name], second[name]]));
      const expected = [first, second].map((own) =>
        x.map(
          (at) =>
            evaluate(
              at,
              names.map((name) => own[name]),
            ).value,
        ),
      );
      const [outer, inner] = density.axes.map(({ name }) => name);
      const got = Array.from(program.read("density"));
      expect([outer, inner].toSorted()).toEqual(["draw", "family"]);
      const inOrder = outer === "family" ? expected : [0, 1].map((i) => expected.map((row) => row[i]!));
      inOrder.flat().forEach((value, i) => expect(relativeError(got[i]!, value)).toBeLessThanOrEqual(1e-14));
    });
  });

  describe("probability", () => {
    test.each(probabilities)("below %d, %j is the reference's", (x, values, expected) => {
      expect(relativeError(distribution.cdf(x, byName(values)), expected)).toBeLessThanOrEqual(1e-12);
    });

    test.each(named)("%s: quantile and cdf undo each other", (_, parameters) => {
      const support = distribution.support(parameters);
      const judge = (probability: number): void => {
        const x = distribution.quantile(probability, parameters);
        expect(support.contains(x)).toBe(true);
        expect(Math.abs(distribution.cdf(x, parameters) - probability)).toBeLessThanOrEqual(1e-12);
        const again = distribution.quantile(distribution.cdf(x, parameters), parameters);
        const spread = distribution.standardDeviation(parameters);
        expect(Math.abs(again - x)).toBeLessThanOrEqual(1e-10 * (Math.abs(x) + Math.min(spread, 1e3)));
      };
      fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), judge));
    });

    test.each(named)("%s: cdf is 0 below the support and 1 above it", (_, parameters) => {
      expect(distribution.cdf(-1e300, parameters)).toBe(0);
      expect(distribution.cdf(1e300, parameters)).toBe(1);
    });
  });

  describe("draws", () => {
    // Kolmogorov–Smirnov with 20,000 draws: a right sampler exceeds 2.7 / √n with probability 2 exp(−2 · 2.7²) < 1e−6.
    test.each(named)("%s: follow the cdf (false positives < 1e-6)", (_, parameters) => {
      const count = 20_000;
      const draws = drawMany(distribution, parameters, count).sort();
      const support = distribution.support(parameters);
      expect(draws.every((x) => support.contains(x))).toBe(true);
      const gaps = Array.from(draws, (x, i) => {
        const probability = distribution.cdf(x, parameters);
        return Math.max(probability - i / count, (i + 1) / count - probability);
      });
      expect(Math.max(...gaps)).toBeLessThan(2.7 / Math.sqrt(count));
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

/** Value and gradient [x, parameters…] of the log density, through the engine's kernels. */
function densityProgram<P extends string>(
  distribution: Distribution<P>,
  names: readonly P[],
  backend: "wasm" | "twin",
): (x: number, values: readonly number[]) => { readonly value: number; readonly gradient: Float64Array } {
  const x = input("x");
  const parameters = Object.fromEntries(names.map((name) => [name, input(name)])) as Record<P, Expression>;
  const program = compile({
    outputs: { value: distribution.logDensity(x, parameters) },
    variables: [x, ...names.map((name) => parameters[name])],
    differentiate: "value",
    backend,
  });
  return (at, values) => {
    const gradient = new Float64Array(program.dimension);
    const value = program.evaluateGradient([at, ...values], gradient);
    return { value, gradient };
  };
}

/** ∫ p, ∫ x p and ∫ x² p over the real line on which a sampler moves, by the trapezoid rule. */
function moments<P extends string>(
  distribution: Distribution<P>,
  parameters: Parameters<P>,
): readonly [number, number, number] {
  const support = distribution.support(parameters);
  const count = 20_001;
  // Where a quantile rounds to an end of an interval, the nearest number inside is at about u = ±36.
  const [from, to] = [1e-15, 1 - 1e-15]
    .map((p) => support.toUnconstrained(distribution.quantile(p, parameters)))
    .map((end) => (Number.isFinite(end) ? end : 36 * Math.sign(end)));
  // Steps grow away from the middle like sinh, so that heavy tails take few of them.
  const [middle, reach] = [(from! + to!) / 2, (to! - from!) / 2];
  const growth = 6;
  const position = (i: number): number => growth * ((2 * i) / (count - 1) - 1);
  const u = Float64Array.from({ length: count }, (_, i) => {
    return middle + (reach * Math.sinh(position(i))) / Math.sinh(growth);
  });
  const grid = input("u", [axis("grid", count)]);
  const x = support.constrain(grid);
  const outputs = {
    logDensity: distribution.logDensity(x, parameters),
    logJacobian: support.logJacobian(grid),
    x: multiply(x, 1),
  };
  const program = compile({ outputs, variables: [grid], backend: "twin" }).evaluate(u);
  const [density, jacobian, values] = [
    program.read("logDensity"),
    program.read("logJacobian"),
    program.read("x"),
  ];
  const totals: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const width = (reach * Math.cosh(position(i)) * 2 * growth) / (Math.sinh(growth) * (count - 1));
    const mass = width * exp(density[i]! + jacobian[i]!);
    totals[0] += mass;
    totals[1] += mass * values[i]!;
    totals[2] += mass * values[i]! * values[i]!;
  }
  return totals;
}

/** |got − expected| / |expected|; differences below 1e−15 count as none, for expected zeros. */
export function relativeError(got: number, expected: number): number {
  const error = Math.abs(got - expected);
  return error <= 1e-15 ? 0 : error / Math.abs(expected);
}

import { axis, compile, constant, evaluate, input, sum } from "@mmm/autodiff";
import { randomStream } from "@mmm/numerics";
import { expect, test } from "vitest";
import { distributionOf } from "../distributions.js";
import { checkPrior, priorParameters } from "../priors/prior.js";
import { horseshoeCoefficients, horseshoePriors } from "./horseshoe.js";

const belief = { coefficients: 20, relevant: 3, observations: 156, noiseScale: 0.7, slabScale: 2 };

test("shrinkage 1 / (1 + scale²) is beta(½, ½)-distributed: near none or near all, as the name says", () => {
  const { local } = horseshoePriors(belief);
  const stream = randomStream(20260, "horseshoe");
  const count = 20_000;
  const scales = Array.from({ length: count }, () =>
    distributionOf(local.distribution).draw(stream, priorParameters(local)),
  );
  const coefficients = evaluate(
    horseshoeCoefficients({ raw: 1, global: 1, local: constant(scales, [axis("draw", count)]) }),
  );
  const shrinkage = coefficients.map((scale) => 1 / (1 + scale * scale)).sort();
  const gaps = Array.from(shrinkage, (x, i) => {
    const probability = distributionOf("beta").cdf(x, { alpha: 0.5, beta: 0.5 });
    return Math.max(probability - i / count, (i + 1) / count - probability);
  });
  // Kolmogorov–Smirnov: exceeded with probability below 1e−6.
  expect(Math.max(...gaps)).toBeLessThan(2.7 / Math.sqrt(count));
});

test("the slab limits what is large and leaves what is small", () => {
  const at = (local: number): number =>
    evaluate(horseshoeCoefficients({ raw: -1, local, global: 0.1, slabVariance: 9 }))[0]!;
  expect(at(1e12)).toBeCloseTo(-3, 12);
  expect(at(1e-3) / -1e-4).toBeCloseTo(1, 8);
});

test("at its scale the global part leaves as many coefficients unshrunk as should matter", () => {
  const { global } = horseshoePriors(belief);
  const ratio = (Number(global.scale) * Math.sqrt(belief.observations)) / belief.noiseScale;
  expect((ratio / (1 + ratio)) * belief.coefficients).toBeCloseTo(belief.relevant, 12);
});

test("every part has a prior, and the gradient reaches every part", () => {
  const priors = horseshoePriors(belief);
  for (const prior of Object.values(priors)) expect(checkPrior(prior)).toEqual([]);
  const effect = axis("effect", 2);
  const parts = {
    raw: input("raw", [effect]),
    local: input("local", [effect]),
    global: input("global"),
    slabVariance: input("slabVariance"),
  };
  const variables = Object.values(parts);
  const program = compile({
    outputs: { total: sum(horseshoeCoefficients(parts)) },
    variables,
    differentiate: "total",
  });
  const [at, gradient] = [[0.5, -1.2, 0.3, 8, 0.4, 2], new Float64Array(6)];
  program.evaluateGradient(at, gradient);
  const own = gradient.slice();
  own.forEach((slope, i) => {
    const value = (by: number): number => program.evaluate(at.with(i, at[i]! + by)).read("total")[0]!;
    expect(Math.abs(slope - (value(1e-5) - value(-1e-5)) / 2e-5)).toBeLessThanOrEqual(1e-8);
  });
});

test.each([
  [
    { ...belief, relevant: 20 },
    "fewer coefficients must matter than there are, got 20 of 20. Where all matter, give each a normal prior.",
  ],
  [{ ...belief, noiseScale: 0 }, "noiseScale must be > 0 and finite, got 0. Give what is believed."],
])("a belief that can not be is refused (%#)", (odd, message) => {
  expect(() => horseshoePriors(odd)).toThrow(new RangeError(`horseshoePriors: ${message}`));
});

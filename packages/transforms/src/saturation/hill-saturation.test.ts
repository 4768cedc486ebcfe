import { readFileSync } from "node:fs";
import { axis, compile, constant, contract, input } from "@mmm/autodiff";
import { exp, normalQuantile } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { geometricAdstock } from "../adstock/geometric-adstock.js";
import { slopeProgram } from "../transform.contract.js";
import { hillSaturation } from "./hill-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

type Params = Readonly<Record<string, number>>;

interface Reference {
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly fixtures: readonly { peer: string; params: Params; input: string; output: readonly number[] }[];
  readonly chains: readonly { peer: string; params: Params; input: string; output: readonly number[] }[];
  readonly gradients: readonly { name: string; params: Params; input: string; S: number; grad: Params }[];
}

const file = new URL("./hill-saturation.reference.json", import.meta.url);
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

describe("hill saturation", () => {
  saturationContract({
    transform: saturationOf("hill"),
    examples: [
      { halfSaturation: 1, slope: 1 },
      { halfSaturation: 0.3, slope: 2.5 },
      { halfSaturation: 12, slope: 0.6 },
    ],
    halfSaturation: ({ halfSaturation }) => halfSaturation!,
  });
});

/** How each peer names the two parameters. */
const parametersOf: Readonly<Record<string, (params: Params) => { halfSaturation: number; slope: number }>> =
  {
    meridian: ({ ec, slope }) => ({ halfSaturation: ec!, slope: slope! }),
    pymc: ({ kappa, slope }) => ({ halfSaturation: kappa!, slope: slope! }),
    lightweight_mmm: ({ half_max_effective_concentration: half, slope }) => ({
      halfSaturation: half!,
      slope: slope!,
    }),
    robyn: ({ inflexion, alpha }) => ({ halfSaturation: inflexion!, slope: alpha! }),
  };

describe("against the peers", () => {
  test.each(reference.fixtures.map((f) => [`${f.peer} ${JSON.stringify(f.params)}`, f] as const))(
    "%s",
    (_, { peer, params, input: name, output }) => {
      const got = hillSaturation(Float64Array.from(reference.inputs[name]!), parametersOf[peer]!(params));
      // PyMC's form 1 − k^s / (k^s + x^s) rounds at 1, so its numbers near 0 hold 16 decimals; Robyn's hold 15 digits.
      const decimals = peer === "pymc" ? 2e-16 : 0;
      output.forEach((expected, i) =>
        expect(Math.abs(got[i]! - expected)).toBeLessThanOrEqual(1e-13 * expected + decimals),
      );
    },
  );

  test.each(reference.chains.map((f) => [`${f.peer} ${JSON.stringify(f.params)}`, f] as const))(
    "adstock, then hill: %s",
    (_, { peer, params, input: name, output }) => {
      const x = Float64Array.from(reference.inputs[name]!);
      const stock =
        peer === "meridian"
          ? geometricAdstock(x, { retention: params.alpha! }, { window: params.max_lag! + 1 })
          : geometricAdstock(x, { retention: params.lag_weight! });
      const got = hillSaturation(stock, { halfSaturation: params.ec ?? params.K!, slope: params.slope! });
      output.forEach((expected, t) =>
        expect(Math.abs(got[t]! - expected)).toBeLessThanOrEqual(1e-13 * expected),
      );
    },
  );

  test("gradient of hill", () => {
    const { params, input: name, S, grad } = reference.gradients.find((g) => g.name === "hill")!;
    const x = reference.inputs[name]!;
    const run = slopeProgram(saturationOf("hill"), {}, ["halfSaturation", "slope"])(x.length);
    const position = [...x, params.ec!, params.slope!];
    expect(Math.abs(run.value(position) / S - 1)).toBeLessThanOrEqual(1e-12);
    const got = run.gradient(position).slice(x.length);
    expect(Math.abs(got[0]! / grad.ec! - 1)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(got[1]! / grad.slope! - 1)).toBeLessThanOrEqual(1e-12);
  });

  test("gradient of adstock, then hill", () => {
    const { params, input: name, S, grad } = reference.gradients.find((g) => g.name === "adstock+hill")!;
    const x = reference.inputs[name]!;
    const time = axis("time", x.length);
    const [retention, halfSaturation, slope] = ["alpha", "ec", "slope"].map((parameter) => input(parameter));
    const stock = geometricAdstock(constant(x, [time]), { retention: retention! }, { window: 9 });
    const y = hillSaturation(stock, { halfSaturation: halfSaturation!, slope: slope! });
    const weights = constant(
      x.map((_, t) => Math.sin(t + 1)),
      [time],
    );
    const program = compile({
      outputs: { total: contract(y, weights, ["time"]) },
      variables: [retention!, halfSaturation!, slope!],
      differentiate: "total",
    });
    const gradient = new Float64Array(3);
    const total = program.evaluateGradient([params.alpha!, params.ec!, params.slope!], gradient);
    expect(Math.abs(total / S - 1)).toBeLessThanOrEqual(1e-12);
    [grad.alpha!, grad.ec!, grad.slope!].forEach((expected, i) =>
      expect(Math.abs(gradient[i]! / expected - 1)).toBeLessThanOrEqual(1e-12),
    );
  });
});

test.each([
  [
    { halfSaturation: 0, slope: 1 },
    'parameter "halfSaturation" must be > 0 and finite, got 0. Give the amount of media at which half of the largest ' +
      "effect is reached.",
  ],
  [
    { halfSaturation: 1, slope: -1 },
    'parameter "slope" must be > 0 and finite, got -1. Give the steepness of the curve at half-saturation.',
  ],
])("%j is refused", (parameters, message) => {
  expect(() => hillSaturation(Float64Array.of(1), parameters)).toThrow(
    new RangeError(`hill saturation: ${message}`),
  );
});

test("the reasons of the priors state their quantiles", () => {
  const { halfSaturation, slope } = hillSaturation.parameters;
  const ends = (logSd: number, digits: number): readonly string[] =>
    [0.05, 0.95].map((p) => exp(logSd * normalQuantile(p)).toPrecision(digits));
  expect(halfSaturation.prior).toEqual({ distribution: "log-normal", logMean: 0, logSd: 0.8 });
  expect(ends(0.8, 2)).toEqual(["0.27", "3.7"]);
  expect(halfSaturation.why).toContain("90 % between 0.27 and 3.7");
  expect(slope.prior).toEqual({ distribution: "log-normal", logMean: 0, logSd: 0.3 });
  expect(ends(0.3, 2)).toEqual(["0.61", "1.6"]);
  expect(slope.why).toContain("90 % between 0.61 and 1.6");
});

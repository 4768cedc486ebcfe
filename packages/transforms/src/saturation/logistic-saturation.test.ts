import { readFileSync } from "node:fs";
import { axis, compile, constant, contract, input, multiply } from "@mmm/autodiff";
import { gammaQuantile } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { geometricAdstock } from "../adstock/geometric-adstock.js";
import { logisticSaturation } from "./logistic-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

const ln3 = 1.0986122886681098;

type Params = Readonly<Record<string, number>>;

interface Reference {
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly fixtures: readonly { name: string; params: Params; input: string; output: readonly number[] }[];
  readonly gradients: readonly { name: string; params: Params; input: string; S: number; grad: Params }[];
}

const file = new URL("./logistic-saturation.reference.json", import.meta.url);
const reference = JSON.parse(readFileSync(file, "utf8")) as Reference;

describe("logistic saturation", () => {
  saturationContract({
    transform: saturationOf("logistic"),
    examples: [{ rate: 1 }, { rate: 0.2 }, { rate: 4 }],
    halfSaturation: ({ rate }) => ln3 / rate!,
  });
});

describe("against PyMC-Marketing", () => {
  test.each(reference.fixtures.map((f) => [`${f.name} ${JSON.stringify(f.params)}`, f] as const))(
    "%s",
    (_, { name, params, input: inputName, output }) => {
      const rate = name.startsWith("inverse") ? ln3 / params.lam! : params.lam!;
      const got = logisticSaturation(Float64Array.from(reference.inputs[inputName]!), { rate });
      output.forEach((expected, i) =>
        expect(Math.abs(got[i]! - expected)).toBeLessThanOrEqual(1e-13 * expected),
      );
    },
  );

  test("gradient of a coefficient times logistic of adstock", () => {
    const { params, input: name, S, grad } = reference.gradients[0]!;
    const x = reference.inputs[name]!;
    const time = axis("time", x.length);
    const [retention, rate, coefficient] = ["alpha", "lam", "beta"].map((parameter) => input(parameter));
    const stock = geometricAdstock(constant(x, [time]), { retention: retention! }, { window: 8 });
    const y = multiply(logisticSaturation(stock, { rate: rate! }), coefficient!);
    const weights = constant(
      x.map((_, t) => Math.sin(t + 1)),
      [time],
    );
    const program = compile({
      outputs: { total: contract(y, weights, ["time"]) },
      variables: [retention!, rate!, coefficient!],
      differentiate: "total",
    });
    const gradient = new Float64Array(3);
    const total = program.evaluateGradient([params.alpha!, params.lam!, params.beta!], gradient);
    expect(Math.abs(total / S - 1)).toBeLessThanOrEqual(1e-12);
    [grad.alpha!, grad.lam!, grad.beta!].forEach((expected, i) =>
      expect(Math.abs(gradient[i]! / expected - 1)).toBeLessThanOrEqual(1e-12),
    );
  });
});

test("a rate that is not positive is refused", () => {
  expect(() => logisticSaturation(Float64Array.of(1), { rate: 0 })).toThrow(
    new RangeError(
      'logistic saturation: parameter "rate" must be > 0 and finite, got 0. Give the rate at which further media loses its effect.',
    ),
  );
});

test("the reason of the prior states the half-saturations it means", () => {
  const { prior, why } = logisticSaturation.parameters.rate;
  expect(prior).toEqual({ distribution: "gamma", shape: 3, rate: 2 });
  const [high, median, low] = [0.05, 0.5, 0.95].map((p) => (ln3 / (gammaQuantile(p, 3) / 2)).toPrecision(2));
  expect([low, median, high]).toEqual(["0.35", "0.82", "2.7"]);
  expect(why).toContain("median 0.82 of a mean active period, 90 % between 0.35 and 2.7");
});

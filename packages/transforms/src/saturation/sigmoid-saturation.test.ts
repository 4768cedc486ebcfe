import { logistic } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";
import { sigmoidSaturation } from "./sigmoid-saturation.js";

describe("sigmoid saturation", () => {
  saturationContract({
    transform: saturationOf("sigmoid"),
    examples: [
      { asymptote: 1, slope: 1, inflection: 0.5 },
      { asymptote: 3, slope: 2, inflection: 2 },
      { asymptote: 0.5, slope: 0.3, inflection: 6 },
    ],
    largest: ({ asymptote, slope, inflection }) =>
      Number(asymptote) * logistic(Number(slope) * Number(inflection)),
  });
});

describe("against PyMC-Marketing", () => {
  peersContract({
    reference: readReference("./sigmoid-saturation.reference.json", import.meta.url),
    value: ({ params }, x) =>
      sigmoidSaturation(x, {
        asymptote: Number(params.sigma),
        slope: Number(params.beta),
        inflection: Number(params.lam),
      }),
    // PyMC's form is a difference of two numbers up to σ: it holds 16 decimals of σ, however small the result.
    decimals: ({ params }) => 2.3e-16 * Number(params.sigma),
  });
});

test("small media keeps its digits, where a difference of two logistic functions loses them", () => {
  const [effect] = sigmoidSaturation(Float64Array.of(1e-12), { asymptote: 1, slope: 1, inflection: 0 });
  expect(Math.abs(effect! / 2.5e-13 - 1)).toBeLessThanOrEqual(1e-11);
});

priorsContract(sigmoidSaturation);

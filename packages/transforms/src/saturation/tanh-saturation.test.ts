import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";
import { tanhSaturation } from "./tanh-saturation.js";

const artanhOfHalf = 0.5493061443340549;

describe("tanh saturation", () => {
  saturationContract({
    transform: saturationOf("tanh"),
    examples: [
      { asymptote: 1, cost: 1 },
      { asymptote: 20, cost: 0.05 },
      { asymptote: 0.5, cost: 14 },
    ],
    largest: ({ asymptote }) => Number(asymptote),
    halfSaturation: ({ asymptote, cost }) => artanhOfHalf * Number(asymptote) * Number(cost),
    concave: true,
  });
});

describe("against PyMC-Marketing", () => {
  peersContract({
    reference: readReference("./tanh-saturation.reference.json", import.meta.url),
    value: ({ params }, x) => tanhSaturation(x, { asymptote: Number(params.b), cost: Number(params.c) }),
    graph: (_, x, { b, c_ }) => tanhSaturation(x, { asymptote: b!, cost: c_! }),
  });
});

test("the first unit of media brings what its cost says", () => {
  const [effect] = tanhSaturation(Float64Array.of(1e-6), { asymptote: 3, cost: 0.25 });
  expect(Math.abs(effect! / 4e-6 - 1)).toBeLessThanOrEqual(1e-11);
});

priorsContract(tanhSaturation);

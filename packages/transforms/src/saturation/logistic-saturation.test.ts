import { multiply } from "@mmm/autodiff";
import { gammaQuantile } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { geometricAdstock } from "../adstock/geometric-adstock.js";
import { peersContract, readReference } from "../peers.contract.js";
import { logisticSaturation } from "./logistic-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

const ln3 = 1.0986122886681098;

describe("logistic saturation", () => {
  saturationContract({
    transform: saturationOf("logistic"),
    examples: [{ rate: 1 }, { rate: 0.2 }, { rate: 4 }],
    largest: () => 1,
    concave: true,
    halfSaturation: ({ rate }) => ln3 / Number(rate),
  });
});

describe("against PyMC-Marketing", () => {
  peersContract({
    reference: readReference("./logistic-saturation.reference.json", import.meta.url),
    value: ({ params }, x) => {
      const curve = logisticSaturation(x, { rate: Number(params.lam) });
      if (params.alpha === undefined) return curve;
      // With the saturation first, and a coefficient.
      const stock = geometricAdstock(
        curve,
        { retention: Number(params.alpha) },
        { window: Number(params.l_max) },
      );
      return stock.map((value) => Number(params.beta) * value);
    },
    graph: (_, x, { alpha, lam, beta }) => {
      const stock = geometricAdstock(x, { retention: alpha! }, { window: 8 });
      return multiply(logisticSaturation(stock, { rate: lam! }), beta!);
    },
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

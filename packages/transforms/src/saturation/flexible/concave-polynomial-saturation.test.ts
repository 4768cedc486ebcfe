import { describe, expect, test } from "vitest";
import { priorsContract } from "../../priors.contract.js";
import { saturationContract } from "../saturation.contract.js";
import { saturationOf } from "../saturations.js";
import { concavePolynomialSaturation } from "./concave-polynomial-saturation.js";

describe.each([
  ["of degree 3", 3, [1, 3, 0.5]],
  ["of degree 1, a straight line to a limit", 1, [7]],
])("concave polynomial saturation %s", (_, degree, weights) => {
  saturationContract({
    transform: saturationOf("concave-polynomial"),
    settings: { degree },
    examples: [
      { weights, limit: 4 },
      { weights: weights.toReversed(), limit: 15 },
    ],
    largest: () => 1,
    concave: true,
    corners: [4, 15],
  });
});

test("one degree alone is 1 − (1 − x / limit)^degree", () => {
  const x = Float64Array.of(1e-12, 0.3, 1, 3.9);
  const got = concavePolynomialSaturation(x, { weights: [1e-300, 1e-300, 1], limit: 4 });
  x.forEach((media, i) => {
    const u = media / 4;
    const expected = u * (3 - 3 * u + u * u);
    expect(Math.abs(got[i]! / expected - 1)).toBeLessThanOrEqual(1e-14);
  });
});

priorsContract(concavePolynomialSaturation);

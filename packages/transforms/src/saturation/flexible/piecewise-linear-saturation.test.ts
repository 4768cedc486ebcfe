import { describe, expect, test } from "vitest";
import { priorsContract } from "../../priors.contract.js";
import { saturationContract } from "../saturation.contract.js";
import { saturationOf } from "../saturations.js";
import { piecewiseLinearSaturation } from "./piecewise-linear-saturation.js";

describe.each([
  ["with the usual knots", [0.5, 1, 2, 4], [1, 3, 0.5, 2]],
  ["with one knot, a straight line to a limit", [3], [7]],
])("piecewise-linear saturation %s", (_, knots, rises) => {
  saturationContract({
    transform: saturationOf("piecewise-linear"),
    settings: { knots },
    examples: [
      { rises, scale: 1 },
      { rises: rises.toReversed(), scale: 12 },
    ],
    largest: () => 1,
    corners: knots.flatMap((knot) => [knot, 12 * knot]),
  });
});

test("equal rises on even knots are a straight line, from one number too", () => {
  const x = Float64Array.of(0, 0.5, 1, 2.7, 3);
  for (const rises of [1, [4, 4, 4]]) {
    piecewiseLinearSaturation(x, { rises, scale: 1 }, { knots: [1, 2, 3] }).forEach((effect, i) => {
      expect(Math.abs(effect - x[i]! / 3)).toBeLessThanOrEqual(1e-15);
    });
  }
});

test.each([
  [[1], "have 2 numbers, one for each segment, got 1"],
  [[1, 0], "be > 0 and finite, got 0 as number 2"],
])("rises of %j are refused", (rises, fault) => {
  expect(() => piecewiseLinearSaturation(Float64Array.of(1), { rises, scale: 1 }, { knots: [1, 2] })).toThrow(
    new RangeError(
      `piecewise-linear saturation: parameter "rises" must ${fault}. Give the rise of the effect from each knot to the ` +
        "next, relative to the others.",
    ),
  );
});

test.each([[[]], [[0, 1]], [[2, 1]], [[1, Infinity]]])("knots of %j are refused", (knots) => {
  expect(() => piecewiseLinearSaturation(Float64Array.of(1), { rises: 1, scale: 1 }, { knots })).toThrow(
    new RangeError(
      'piecewise-linear saturation: setting "knots" must be a list of rising numbers above 0, got ' +
        `${String(knots)}. Give the knots of the curve, as multiples of the scale.`,
    ),
  );
});

priorsContract(piecewiseLinearSaturation);

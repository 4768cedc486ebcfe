import { describe, expect, test } from "vitest";
import { priorsContract } from "../../priors.contract.js";
import { saturationContract } from "../saturation.contract.js";
import { saturationOf } from "../saturations.js";
import { splineSaturation } from "./spline-saturation.js";

describe.each([
  ["with the usual knots", [0.5, 1, 2, 4], [1, 3, 0.5, 2]],
  ["with one knot, a parabola", [3], [7]],
])("spline saturation %s", (_, knots, slopes) => {
  saturationContract({
    transform: saturationOf("spline"),
    settings: { knots },
    examples: [
      { slopes, scale: 1 },
      { slopes: slopes.toReversed(), scale: 12 },
    ],
    largest: () => 1,
    corners: knots.flatMap((knot) => [knot, 12 * knot]),
  });
});

test("its slope goes in straight lines through those given, to 0 at the last knot", () => {
  const knots = [0.5, 1, 2, 4];
  const slopes = [1, 3, 0.5, 2];
  const at = (x: number): number => splineSaturation(Float64Array.of(x), { slopes, scale: 1 }, { knots })[0]!;
  const slope = (x: number): number => (at(x + 1e-5) - at(x - 1e-5)) / 2e-5;
  const area = 0.5 * (0.5 * (1 + 3) + 0.5 * (3 + 0.5) + (0.5 + 2) + 2 * 2);
  // Halfway between knots, where a central difference of a parabola is exact but for rounding.
  const expected = [
    [0.25, 2],
    [0.75, 1.75],
    [1.5, 1.25],
    [3, 1],
    [5, 0],
  ] as const;
  for (const [x, value] of expected) expect(Math.abs(slope(x) - value / area)).toBeLessThanOrEqual(1e-10);
});

test("falling slopes make a concave curve", () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => i / 40);
  const y = splineSaturation(x, { slopes: [4, 2, 1, 0.5], scale: 1 });
  for (let i = 1; i < 199; i++) expect(2 * y[i]! - y[i - 1]! - y[i + 1]!).toBeGreaterThanOrEqual(-1e-15);
});

priorsContract(splineSaturation);

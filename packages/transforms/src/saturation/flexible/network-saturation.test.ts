import { logistic } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { priorsContract } from "../../priors.contract.js";
import { saturationContract } from "../saturation.contract.js";
import { saturationOf } from "../saturations.js";
import { networkSaturation } from "./network-saturation.js";

describe("network saturation", () => {
  saturationContract({
    transform: saturationOf("network"),
    settings: { units: 3 },
    examples: [
      { weights: [1, 2, 0.5], rates: [1, 0.3, 4], offsets: [0.5, -2, -5] },
      { weights: [2, 2, 2], rates: [0.2, 0.9, 2], offsets: [1, 2, 3] },
    ],
    largest: () => 1,
  });
});

test("it is the layer of logistic units, moved to 0 and scaled to 1", () => {
  const [weights, rates, offsets] = [
    [1, 2, 0.5],
    [1, 0.3, 4],
    [0.5, -2, -5],
  ] as const;
  const layer = (x: number): number =>
    weights.reduce((sum, weight, u) => {
      const still = logistic(offsets[u]!);
      return sum + (weight * (logistic(rates[u]! * x + offsets[u]!) - still)) / (1 - still);
    }, 0) / 3.5;
  const x = Float64Array.of(0.1, 1, 3, 10);
  const got = networkSaturation(x, { weights, rates, offsets }, { units: 3 });
  x.forEach((media, i) => expect(Math.abs(got[i]! - layer(media))).toBeLessThanOrEqual(1e-14));
});

test("units with offsets above 0 make a concave curve", () => {
  const x = Float64Array.from({ length: 200 }, (_, i) => i / 20);
  const y = networkSaturation(x, { weights: 1, rates: [0.2, 1, 2, 9], offsets: [0, 1, 2, 3] });
  for (let i = 1; i < 199; i++) expect(2 * y[i]! - y[i - 1]! - y[i + 1]!).toBeGreaterThanOrEqual(-1e-15);
});

priorsContract(networkSaturation);

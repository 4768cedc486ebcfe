import { exp, normalQuantile } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { geometricAdstock } from "../adstock/geometric-adstock.js";
import { type PeerFixture, type PeerParameters, peersContract, readReference } from "../peers.contract.js";
import { hillSaturation } from "./hill-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("hill saturation", () => {
  saturationContract({
    transform: saturationOf("hill"),
    examples: [
      { halfSaturation: 1, slope: 1 },
      { halfSaturation: 0.3, slope: 2.5 },
      { halfSaturation: 12, slope: 0.6 },
    ],
    largest: () => 1,
    halfSaturation: ({ halfSaturation }) => Number(halfSaturation),
  });
});

/** How each peer names the two parameters. */
const parametersOf: Readonly<
  Record<string, (params: PeerParameters) => { halfSaturation: unknown; slope: unknown }>
> = {
  meridian: ({ ec, slope }) => ({ halfSaturation: ec, slope }),
  pymc: ({ kappa, slope }) => ({ halfSaturation: kappa, slope }),
  lightweight_mmm: ({ half_max_effective_concentration, K, slope }) => ({
    halfSaturation: half_max_effective_concentration ?? K,
    slope,
  }),
  robyn: ({ inflexion, alpha }) => ({ halfSaturation: inflexion, slope: alpha }),
};

/** The stock that a peer's fixture saturates; the media itself where it has no adstock. */
function stockOf({ peer, params }: PeerFixture, x: Float64Array): Float64Array {
  if (peer === "meridian" && params.max_lag !== undefined)
    return geometricAdstock(x, { retention: Number(params.alpha) }, { window: Number(params.max_lag) + 1 });
  if (params.lag_weight !== undefined) return geometricAdstock(x, { retention: Number(params.lag_weight) });
  if (params.theta === undefined) return x;
  return geometricAdstock(x, { retention: Number(params.theta) }, { normalize: false });
}

describe("against the peers", () => {
  peersContract({
    reference: readReference("./hill-saturation.reference.json", import.meta.url),
    value: (fixture, x) => {
      const stock = stockOf(fixture, x);
      const { halfSaturation, slope } = parametersOf[fixture.peer]!(fixture.params);
      // Robyn may tell the point of inflection as a share of the largest stock.
      const half = halfSaturation ?? Number(fixture.params.gamma) * Math.max(...stock);
      return hillSaturation(stock, { halfSaturation: Number(half), slope: Number(slope) });
    },
    graph: (_, x, { alpha, ec, slope }) => {
      const stock = alpha === undefined ? x : geometricAdstock(x, { retention: alpha }, { window: 9 });
      return hillSaturation(stock, { halfSaturation: ec!, slope: slope! });
    },
    // PyMC's form 1 − k^s / (k^s + x^s) rounds at 1, so its numbers near 0 hold 16 decimals; Robyn's hold 15 digits.
    decimals: ({ peer }) => (peer === "pymc" ? 2e-16 : peer === "robyn" ? 1e-15 : 0),
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

import { axis, constant, evaluate } from "@mmm/autodiff";
import { betaQuantile } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { type PeerParameters, peersContract, readReference } from "../peers.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { geometricAdstock, type GeometricSettings } from "./geometric-adstock.js";
import { adstockOf } from "./adstocks.js";

describe.each([
  ["without a window, normalised", { normalize: true, window: null }],
  ["without a window, raw", { normalize: false, window: null }],
  ["over 4 periods, normalised", { normalize: true, window: 4 }],
  ["over 4 periods, raw", { normalize: false, window: 4 }],
  ["over more periods than there are, normalised", { normalize: true, window: 40 }],
] as const)("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("geometric"),
    settings,
    examples: [{ retention: 0.5 }, { retention: 0.05 }, { retention: 0.9 }],
    normalized: settings.normalize,
  });
});

/** How each peer says the same thing. */
const settingsOf: Readonly<
  Record<string, (params: PeerParameters, periods: number) => Partial<GeometricSettings>>
> = {
  pymc: ({ l_max, normalize }) => ({ normalize: normalize === true, window: Number(l_max) }),
  meridian: ({ max_lag }, periods) => ({ window: Math.min(Number(max_lag) + 1, periods) }),
  lightweight_mmm: ({ normalise }) => ({ normalize: normalise === true }),
  robyn: () => ({ normalize: false }),
};

describe("against the peers", () => {
  peersContract({
    reference: readReference("./geometric-adstock.reference.json", import.meta.url),
    value: ({ peer, params }, x) => {
      const retention = Number(params.alpha ?? params.lag_weight ?? params.theta);
      return geometricAdstock(x, { retention }, settingsOf[peer]!(params, x.length));
    },
    graph: ({ name }, x, { alpha }) => {
      const settings = { window: 8, normalize: name.endsWith(" normalised") };
      return geometricAdstock(x, { retention: alpha! }, settings);
    },
    // Robyn's numbers are printed to 15 digits.
    decimals: ({ peer }) => (peer === "robyn" ? 1e-12 : 1e-13),
  });
});

describe("wrong arguments", () => {
  const x = Float64Array.of(1, 0);

  test.each([
    [
      -0.2,
      {},
      'parameter "retention" must be between 0 and 1, got -0.2. Give the share carried to the next period.',
    ],
    [
      NaN,
      {},
      'parameter "retention" must be between 0 and 1, got NaN. Give the share carried to the next period.',
    ],
    [
      1,
      {},
      'parameter "retention" must be below 1 without a window, got 1. Give a smaller share, or a window.',
    ],
    [
      0.5,
      { window: 2.5 },
      'setting "window" must be a whole number ≥ 1 or null, got 2.5. Give the number of periods that an effect lasts, ' +
        "the first included, or null for no end.",
    ],
    [
      0.5,
      { normalize: "yes" as unknown as boolean },
      'setting "normalize" must be true or false, got yes. Give the choice whether the weights sum to one.',
    ],
    [
      0.5,
      { normalise: true } as object,
      'setting must be known, got "normalise" (normalize, window, lead). Did you mean "normalize"?',
    ],
  ] as const)("retention %d with %j", (retention, settings, message) => {
    const expected = new RangeError(`geometric adstock: ${message}`);
    expect(() => geometricAdstock(x, { retention }, settings)).toThrow(expected);
    expect(() => geometricAdstock(constant(x, [axis("time", 2)]), { retention }, settings)).toThrow(expected);
  });

  test("a misspelt parameter is unknown, and the right one is missing", () => {
    expect(() => geometricAdstock(x, { retenton: 0.5 } as unknown as { retention: number })).toThrow(
      new RangeError(
        'geometric adstock: parameter must be known, got "retenton" (retention). Did you mean "retention"?\n' +
          'geometric adstock: parameter "retention" must be given, got nothing. Give the share carried to the next period.',
      ),
    );
  });
});

test("a retention of 1 is a plain sum over the window", () => {
  const sums = geometricAdstock(
    Float64Array.of(1, 2, 3, 4),
    { retention: 1 },
    { window: 2, normalize: false },
  );
  expect(sums).toEqual(Float64Array.of(1, 3, 5, 7));
});

test("time is the last axis, whatever it is called, and each channel has its own retention", () => {
  const [geo, channel, week] = [axis("geo", 2), axis("channel", 2), axis("week", 2)];
  const media = constant([1, 0, 1, 0, 2, 0, 2, 0], [geo, channel, week]);
  const stock = geometricAdstock(
    media,
    { retention: constant([0.5, 0.25], [channel]) },
    { normalize: false },
  );
  expect(evaluate(stock)).toEqual(Float64Array.of(1, 0.5, 1, 0.25, 2, 1, 2, 0.5));
});

test("the reason of the prior states its quantiles", () => {
  const { prior, why } = geometricAdstock.parameters.retention;
  expect(prior).toEqual({ distribution: "beta", alpha: 2, beta: 3 });
  expect(why).toContain("90 % between 0.1 and 0.75");
  expect([0.05, 0.95].map((p) => Number(betaQuantile(p, 2, 3).toFixed(2)))).toEqual([0.1, 0.75]);
});

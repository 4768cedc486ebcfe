import { describe, expect, test } from "vitest";
import { expectClose, peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { delayedAdstock } from "./delayed-adstock.js";

const defaults = { window: 13, normalize: true, lead: 0 };

describe.each([
  ["over 13 periods, normalised", defaults],
  ["over 5 periods, raw", { ...defaults, window: 5, normalize: false }],
  ["with a lead of 2 periods", { ...defaults, lead: 2 }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("delayed"),
    settings,
    examples: [
      { retention: 0.5, delay: 2 },
      { retention: 0.9, delay: 0.3 },
      { retention: 0.1, delay: 4 },
    ],
    normalized: settings.normalize,
    lead: settings.lead,
  });
});

describe("against the peers", () => {
  peersContract({
    reference: readReference("./delayed-adstock.reference.json", import.meta.url),
    value: ({ params }, x) => {
      const retention = Number(params.alpha ?? params.ad_effect_retention_rate);
      const delay = Number(params.theta ?? params.peak_effect_delay);
      const window = Number(params.l_max ?? params.number_lags);
      return delayedAdstock(x, { retention, delay }, { window, normalize: params.normalize !== false });
    },
    graph: (_, x, { alpha, theta }) => delayedAdstock(x, { retention: alpha!, delay: theta! }, { window: 8 }),
  });
});

priorsContract(delayedAdstock);

test("a retention of 0 leaves the period of the peak alone", () => {
  const stock = delayedAdstock(Float64Array.of(3, 0, 0), { retention: 0, delay: 1 });
  expectClose(stock, [0, 3, 0], 0, 1e-299);
});

test("a lead as long as the window is refused", () => {
  expect(() =>
    delayedAdstock(Float64Array.of(1), { retention: 0.5, delay: 0 }, { window: 3, lead: 3 }),
  ).toThrow(
    new RangeError(
      'delayed adstock: setting "lead" must be below the window (3), got 3. Give a smaller lead, or a longer window.',
    ),
  );
});

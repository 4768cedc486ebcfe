import { exp, pow } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { expectClose } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { betaGammaAdstock } from "./beta-gamma-adstock.js";

describe.each([
  ["over 16 periods, normalised", { window: 16, normalize: true, lead: 0 }],
  ["over 4 periods, raw", { window: 4, normalize: false, lead: 0 }],
  ["with a lead of 1 period", { window: 16, normalize: true, lead: 1 }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("beta-gamma"),
    settings,
    examples: [
      { rise: 1, fall: 0.5 },
      { rise: 3.5, fall: 0.9 },
      { rise: 0.4, fall: 0.2 },
    ],
    normalized: settings.normalize,
    lead: settings.lead,
  });
});

test("its weights are those of the formula, and 16 of them by default", () => {
  const impulse = new Float64Array(20);
  impulse[0] = 1;
  const lags = Array.from({ length: 20 }, (_, t) => t + 1);
  const formula = lags.map((l) => (l > 16 ? 0 : pow(l, 1.3) * exp(-0.7 * l)));
  const total = formula.reduce((sum, weight) => sum + weight, 0);
  const parameters = { rise: 2.3, fall: 0.7 };
  expectClose(betaGammaAdstock(impulse, parameters, { normalize: false }), formula, 1e-14);
  expectClose(
    betaGammaAdstock(impulse, parameters),
    formula.map((weight) => weight / total),
    1e-14,
  );
});

test("a fall so steep that every weight underflows is still a share of one", () => {
  const stock = betaGammaAdstock(Float64Array.of(5, 0), { rise: 1, fall: 1000 });
  expect(stock).toEqual(Float64Array.of(5, 0));
});

priorsContract(betaGammaAdstock);

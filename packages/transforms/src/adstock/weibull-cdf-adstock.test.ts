import { describe } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { type RobynReference, robynWeibullContract } from "./robyn-weibull.contract.js";
import { weibullCdfAdstock } from "./weibull-cdf-adstock.js";

const defaults = { window: 13, normalize: true, lead: 0 };

describe.each([
  ["over 13 periods, normalised", defaults],
  ["over 1 period", { ...defaults, window: 1 }],
  ["over 5 periods, raw, with a lead", { window: 5, normalize: false, lead: 2 }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("weibull-cdf"),
    settings,
    examples: [
      { shape: 1.5, scale: 2 },
      { shape: 0.4, scale: 6 },
      { shape: 5, scale: 0.7 },
    ],
    normalized: settings.normalize,
    lead: settings.lead,
  });
});

const reference = readReference<RobynReference>("./weibull-cdf-adstock.reference.json", import.meta.url);

describe("against PyMC-Marketing, whose window has a period more than it says", () => {
  peersContract({
    reference,
    value: ({ params }, x) =>
      weibullCdfAdstock(
        x,
        { shape: Number(params.k), scale: Number(params.lam) },
        { window: Number(params.l_max) + 1, normalize: params.normalize === true },
      ),
    // Weights are products of numbers 1 − F there, which hold fewer digits the closer F is to 1.
    tolerance: 1e-10,
  });
});

describe("against Robyn", () => {
  robynWeibullContract(
    reference,
    (media, shape, scale, window) => weibullCdfAdstock(media, { shape, scale }, { window, normalize: false }),
    // Weights come from differences 1 − F.
    { tolerance: 1e-12, decimals: 1e-15 },
  );
});

priorsContract(weibullCdfAdstock);

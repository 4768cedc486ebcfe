import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { type RobynReference, robynWeibullContract } from "./robyn-weibull.contract.js";
import { weibullPdfAdstock } from "./weibull-pdf-adstock.js";

const defaults = { window: 13, normalize: true, lead: 0, stretch: false };

describe.each([
  ["over 13 periods, normalised", defaults],
  ["over 5 periods, raw, with a lead", { ...defaults, window: 5, normalize: false, lead: 2 }],
  ["stretched", { ...defaults, stretch: true }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("weibull-pdf"),
    settings,
    examples: [
      { shape: 2.2, scale: 3 },
      { shape: 0.7, scale: 1.5 },
      { shape: 4, scale: 5.3 },
    ],
    normalized: settings.normalize,
    lead: settings.lead,
  });
});

const reference = readReference<RobynReference>("./weibull-pdf-adstock.reference.json", import.meta.url);

describe("against PyMC-Marketing", () => {
  peersContract({
    reference,
    value: ({ params }, x) =>
      weibullPdfAdstock(
        x,
        { shape: Number(params.k), scale: Number(params.lam) },
        { window: Number(params.l_max), normalize: params.normalize === true, stretch: true },
      ),
    graph: (_, x, { k, lam }) =>
      weibullPdfAdstock(x, { shape: k!, scale: lam! }, { window: 12, normalize: false, stretch: true }),
  });
});

describe("against Robyn", () => {
  robynWeibullContract(
    reference,
    (media, shape, scale, window) =>
      weibullPdfAdstock(media, { shape, scale }, { window, normalize: false, stretch: true }),
    // The least weights are differences of numbers near 1.
    { tolerance: 1e-11, decimals: 1e-14 },
  );
});

priorsContract(weibullPdfAdstock);

test("a scale so short that every weight underflows is still a share of one", () => {
  const stock = weibullPdfAdstock(Float64Array.of(5, 0), { shape: 20, scale: 0.5 });
  expect(stock).toEqual(Float64Array.of(5, 0));
});

test("stretching a single weight is refused", () => {
  const parameters = { shape: 1, scale: 1 };
  expect(() => weibullPdfAdstock(Float64Array.of(1), parameters, { window: 1, stretch: true })).toThrow(
    new RangeError(
      'Weibull pdf adstock: setting "window" must be at least 2 to stretch, got 1. Give a longer window, or do not stretch.',
    ),
  );
});

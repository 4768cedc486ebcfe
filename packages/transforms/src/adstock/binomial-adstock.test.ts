import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { adstockContract } from "./adstock.contract.js";
import { adstockOf } from "./adstocks.js";
import { binomialAdstock } from "./binomial-adstock.js";

const defaults = { window: 9, normalize: true, lead: 0, convention: "meridian" };

describe.each([
  ["as Meridian has it", defaults],
  ["as PyMC-Marketing has it, raw", { ...defaults, normalize: false, convention: "pymc" }],
  ["over more periods than there are, with a lead", { ...defaults, window: 35, lead: 4 }],
])("%s", (_, settings) => {
  adstockContract({
    transform: adstockOf("binomial"),
    settings,
    examples: [{ persistence: 0.5 }, { persistence: 0.1 }, { persistence: 0.9 }],
    normalized: settings.normalize,
    lead: settings.lead,
  });
});

describe("against the peers", () => {
  peersContract({
    reference: readReference("./binomial-adstock.reference.json", import.meta.url),
    value: ({ peer, params }, x) => {
      const settings =
        peer === "pymc"
          ? { window: Number(params.l_max), normalize: params.normalize === true, convention: "pymc" }
          : { window: Math.min(Number(params.max_lag) + 1, x.length) };
      return binomialAdstock(x, { persistence: Number(params.alpha) }, settings);
    },
    graph: (_, x, { alpha }) => binomialAdstock(x, { persistence: alpha! }),
  });
});

priorsContract(binomialAdstock);

test("the reason of the prior states the second weights", () => {
  const seconds = [0.1, 0.75].map((persistence) => {
    const [first, second] = binomialAdstock(Float64Array.of(1, 0), { persistence });
    return (second! / first!).toPrecision(2);
  });
  expect(seconds).toEqual(["0.35", "0.96"]);
  expect(binomialAdstock.parameters.persistence.why).toContain("between 0.35 and 0.96 of the first");
});

test("a peer that is not known is refused", () => {
  expect(() => binomialAdstock(Float64Array.of(1), { persistence: 0.5 }, { convention: "robyn" })).toThrow(
    new RangeError(
      'binomial adstock: setting "convention" must be "meridian" or "pymc", got robyn. Give the peer whose window is meant.',
    ),
  );
});

import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { baselinedTanhSaturation } from "./baselined-tanh-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("baselined tanh saturation", () => {
  saturationContract({
    transform: saturationOf("baselined-tanh"),
    examples: [
      { baseline: 1, gain: 1, share: 0.5 },
      { baseline: 10, gain: 0.5, share: 0.9 },
      { baseline: 0.4, gain: 3, share: 0.1 },
    ],
    largest: ({ baseline, gain, share }) => (Number(gain) * Number(baseline)) / Number(share),
    concave: true,
  });
});

describe("against PyMC-Marketing", () => {
  peersContract({
    reference: readReference("./baselined-tanh-saturation.reference.json", import.meta.url),
    value: ({ params }, x) =>
      baselinedTanhSaturation(x, {
        baseline: Number(params.x0),
        gain: Number(params.gain),
        share: Number(params.r),
      }),
  });
});

test.each([0, 1])("a share of %d is refused, because no curve goes through it", (share) => {
  expect(() => baselinedTanhSaturation(Float64Array.of(1), { baseline: 1, gain: 1, share })).toThrow(
    new RangeError(
      `baselined tanh saturation: parameter "share" must be above 0 and below 1, got ${share}. Give the share of the ` +
        "largest effect that the baseline reaches.",
    ),
  );
});

priorsContract(baselinedTanhSaturation);

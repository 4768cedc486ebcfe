import { describe, expect, test } from "vitest";
import { peersContract, readReference } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { rootSaturation } from "./root-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("root saturation", () => {
  saturationContract({
    transform: saturationOf("root"),
    examples: [{ exponent: 0.5 }, { exponent: 0.1 }, { exponent: 0.95 }],
    concave: true,
  });
});

describe("against the peers", () => {
  peersContract({
    reference: readReference("./root-saturation.reference.json", import.meta.url),
    value: ({ params }, x) => rootSaturation(x, { exponent: Number(params.alpha ?? params.exponent) }),
  });
});

test("an exponent of 0 is refused, because no media would have an effect then", () => {
  expect(() => rootSaturation(Float64Array.of(1), { exponent: 0 })).toThrow(
    new RangeError(
      'root saturation: parameter "exponent" must be above 0, got 0. Give the power of media that works.',
    ),
  );
});

priorsContract(rootSaturation);

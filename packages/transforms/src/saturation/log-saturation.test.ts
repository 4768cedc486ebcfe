import { log1p } from "@mmm/numerics";
import { describe, test } from "vitest";
import { expectClose } from "../peers.contract.js";
import { priorsContract } from "../priors.contract.js";
import { logSaturation } from "./log-saturation.js";
import { saturationContract } from "./saturation.contract.js";
import { saturationOf } from "./saturations.js";

describe("log saturation", () => {
  saturationContract({
    transform: saturationOf("log"),
    examples: [{ scale: 1 }, { scale: 0.2 }, { scale: 30 }],
    concave: true,
  });
});

test("with a scale of 1 it is PyMC-Marketing's log(1 + x)", () => {
  const x = Float64Array.of(0, 1e-12, 0.5, 3, 1e8);
  expectClose(logSaturation(x, { scale: 1 }), Array.from(x, log1p), 1e-15);
});

priorsContract(logSaturation);

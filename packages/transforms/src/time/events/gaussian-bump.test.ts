import { exp } from "@mmm/numerics";
import { expect, test } from "vitest";
import { expectClose } from "../../peers.contract.js";
import { priorsContract } from "../../priors.contract.js";
import { gaussianBump } from "./gaussian-bump.js";

const days = Float64Array.from({ length: 41 }, (_, i) => i - 20);

test("it is the normal density without its factor, so PyMC-Marketing's times width √(2π)", () => {
  const formula = Array.from(days, (d) => exp(-0.5 * (d / 6) * (d / 6)));
  expectClose(gaussianBump(days, { width: 6 }), formula, 1e-14);
});

test("before and after are alike", () => {
  const bump = gaussianBump(days, { width: 4.5 });
  expect(bump.toReversed()).toEqual(bump);
});

priorsContract(gaussianBump);

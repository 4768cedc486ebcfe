import { exampleDataset } from "@mmm/data";
import { expect, it } from "vitest";
import { checkModelSpec } from "./check-model-spec.js";
import { parseModelSpec } from "./parse-model-spec.js";

it("a preset's words on the parameters of a transform go with the transform that a user replaces", () => {
  const saturation = { kind: "hill" };
  const spec = parseModelSpec({ preset: "pymc-marketing", media: { default: { saturation } } });
  expect(checkModelSpec(spec, exampleDataset())).toEqual([]);
  expect(spec.media.default.cells).toMatchObject({
    effect: { pooling: "separate" },
    retention: { pooling: "separate" },
    halfSaturation: { pooling: "shared" },
  });
  expect(spec.media.default.cells).not.toHaveProperty("rate");
});

it("they stay where the user changes the transform's parameters alone", () => {
  const saturation = { kind: "logistic", rate: 2 };
  const spec = parseModelSpec({ preset: "pymc-marketing", media: { default: { saturation } } });
  expect(spec.media.default.cells["rate"]).toEqual({ pooling: "separate" });
});

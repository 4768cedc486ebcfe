import { divide, sqrt } from "@mmm/autodiff";
import { expect, test } from "vitest";
import { adstocks } from "./adstock/adstocks.js";
import { defineTransform } from "./define-transform.js";
import { registerTransforms } from "./register-transforms.js";
import { saturations } from "./saturation/saturations.js";
import { bumps } from "./time/events/bumps.js";
import { spectra } from "./time/gaussian-process/spectra.js";

const squareRoot = defineTransform<"scale", Record<never, never>>({
  kind: "square-root",
  title: "square root",
  parameters: {
    scale: {
      meaning: "media with an effect of 1",
      symbol: "s",
      unit: "media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 1 },
      why: "an example",
    },
  },
  settings: {},
  nonNegative: true,
  rule: (x, { scale }) => sqrt(divide(x, scale)),
});

test("one's own transform is found by name beside those of the package", () => {
  const registry = registerTransforms({ saturations: [squareRoot] });
  expect(registry.saturations["square-root"]).toBe(squareRoot);
  expect(registry.saturationOf("square-root")(Float64Array.of(8), { scale: 2 })).toEqual(Float64Array.of(2));
  expect(registry.saturationOf("hill")).toBe(saturations.hill);
  expect(() => registry.saturationOf("squareroot")).toThrow('Did you mean "square-root"?');
});

test("the tables of the package stay what they are", () => {
  const registry = registerTransforms({ saturations: [squareRoot] });
  expect(Object.keys(saturations)).not.toContain("square-root");
  expect(registerTransforms()).toMatchObject({ adstocks, saturations, spectra, bumps });
  expect(registry.adstockOf("geometric")).toBe(adstocks.geometric);
  expect(registry.spectrumOf("periodic")).toBe(spectra.periodic);
  expect(registry.bumpOf("gaussian")).toBe(bumps.gaussian);
});

test("kinds that are taken are refused, all at once", () => {
  const hill = defineTransform({ ...squareRoot, kind: "hill", rule: (x) => x });
  expect(() => registerTransforms({ saturations: [hill, squareRoot, squareRoot] })).toThrow(
    new RangeError(
      'registerTransforms: the kind of a saturation must be new, got "hill". Give yours another kind.\n' +
        'registerTransforms: the kind of a saturation must be new, got "square-root". Give yours another kind.',
    ),
  );
});

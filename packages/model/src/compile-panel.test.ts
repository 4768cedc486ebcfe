import { drawUniform, log, mean, quantile, randomStream, variance } from "@mmm/numerics";
import { type Dataset, makeDataset } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { compileModel } from "./compile-model.js";
import { compileForwardPass } from "./forward/forward-pass.js";
import { expectGradient } from "./gradient.contract.js";
import { smallPanel } from "./small-panel.contract.js";
import { parseModelSpec } from "./spec/parse-model-spec.js";

const pooled = (centring: "centred" | "non-centred", by?: string[]) => ({
  ...{ pooling: "pooled" as const, centring },
  ...(by && { by }),
});
const everywhere = (cells: unknown) => ({
  intercept: { cells },
  trend: { kind: "linear", cells },
  seasonality: [{ periodDays: 365.25, harmonics: 1, cells }],
  controls: { default: { cells } },
  media: { default: { cells: { effect: cells, retention: cells, halfSaturation: cells } } },
});
const effect = (on: string, prior: unknown, cells: unknown = "pooled") => ({
  media: { default: { effect: { on, prior }, cells: { effect: cells } } },
});
const normalPrior = { distribution: "normal", mean: 0.5, sd: 0.3 };

const specs: Readonly<Record<string, unknown>> = {
  "the default": {},
  "effects on ROI": { media: { default: { effect: "roi" } } },
  "effects on marginal ROI": { media: { default: { effect: "marginal-roi" } } },
  "effects on contribution": { media: { default: { effect: "contribution" } } },
  "ROI of each cell": { media: { default: { effect: "roi", cells: { effect: "separate" } } } },
  "effects that may be negative": effect("coefficient", normalPrior),
  "ROI that may be negative": effect("roi", normalPrior),
  "one effect for all cells": effect("coefficient", normalPrior, "shared"),
  "everything shared": everywhere("shared"),
  "everything separate": everywhere("separate"),
  "everything pooled, centred": everywhere(pooled("centred")),
  "everything pooled, not centred": everywhere(pooled("non-centred")),
  "crossed effects of brand and region": everywhere(pooled("centred", ["brand", "region"])),
  "cells nested in brands": everywhere(pooled("centred", ["brand", "cell"])),
  "cells nested in brands, not centred": everywhere(pooled("non-centred", ["brand", "cell"])),
  "ROI of centred cells nested in brands": {
    media: { default: { effect: "roi", cells: { effect: pooled("centred", ["brand", "cell"]) } } },
  },
  "contributions of centred cells": {
    media: { default: { effect: "contribution", cells: { effect: pooled("centred", ["cell"]) } } },
  },
  "centred cells around a coefficient": {
    media: { default: { cells: { effect: pooled("centred", ["cell"]) } } },
  },
  "saturation by lists that cells share": {
    media: { default: { saturation: { kind: "piecewise-linear" }, effect: "roi" } },
  },
  "saturation before adstock": { media: { default: { order: "saturation-first" } } },
  "a trend of slopes": { trend: { kind: "piecewise", changePoints: 3 } },
  "a trend of slopes in each cell": { trend: { kind: "piecewise", changePoints: 3, cells: "pooled" } },
  "a trend of knots": { trend: { kind: "knots", count: 6 } },
  "an event with weeks around it": {
    events: [{ name: "sale", days: ["2023-03-01", "2023-08-02"], lead: 1, lag: 1, cells: "pooled" }],
  },
  "a restricted intercept": {
    intercept: { prior: { distribution: "half-normal", sd: 1 }, cells: "separate" },
  },
  "no intercept": { intercept: "none" },
  "Student t noise of one scale": { noise: { kind: "student-t", cells: "shared" } },
  "sizes from the KPI": { scaling: { size: "kpi", media: "median-active", controls: "standardized" } },
  Meridian: { preset: "meridian" },
  "Meridian with few knots": { preset: "meridian", trend: { kind: "knots", count: 4 } },
  "PyMC-Marketing": { preset: "pymc-marketing" },
};

describe("compileModel of a panel", () => {
  it.each(Object.entries(specs))("has the gradient that finite differences see: %s", (_, input) =>
    expectGradient(smallPanel(), parseModelSpec(input)),
  );

  it.each(Object.entries(specs))("draws its own prior, in whatever coordinates: %s", (_, input) => {
    const spec = parseModelSpec(input);
    const forward = compileForwardPass(smallPanel(), spec);
    const { size, kpi } = unitsOf(smallPanel(), spec.scaling.size);
    const draws = Array.from({ length: 600 }, (_, i) => {
      forward.evaluate(forward.drawPrior(randomStream(11, i)));
      return { noise: forward.quantity("noise_scale")[0]!, roi: forward.quantity("roi")[0]! };
    });
    // The noise of the first cell (or of a cell of mean size) has the median that its prior states: a bound of 4.5
    // standard errors of a sample median, a false positive in 150,000 seeds for each spec.
    const { cells, scale } = spec.noise;
    const unit = cells === "separate" ? size[0]! : mean(size);
    const noise = Float64Array.from(draws, (draw) => draw.noise / (unit * kpi(spec.scaling.kpi)));
    const sd = Number(scale.sd);
    expect(Math.abs(quantile(noise, 0.5) / (0.6744897501960817 * sd) - 1)).toBeLessThan(
      (4.5 * 1.17) / Math.sqrt(600),
    );
    if (spec.media.default.effect.on !== "roi" || spec.media.default.cells.effect.pooling === "separate")
      return;
    if (spec.media.default.effect.prior.distribution !== "log-normal") return;
    const logs = Float64Array.from(draws, ({ roi }) => log(roi));
    expect(Math.abs(mean(logs) - 0.2)).toBeLessThan((4.5 * 0.9) / Math.sqrt(600));
    expect(Math.abs(Math.sqrt(variance(logs)) / 0.9 - 1)).toBeLessThan(4.5 / Math.sqrt(1200));
  });

  it("moves pooled coefficients as its prior says, centred or not", () => {
    const spreads = ["centred", "non-centred"].map((centring) => {
      const spec = parseModelSpec({ intercept: { cells: { pooling: "pooled", centring, by: ["cell"] } } });
      const forward = compileForwardPass(smallPanel(), spec);
      return Float64Array.from({ length: 2000 }, (_, i) => {
        forward.evaluate(forward.drawPrior(randomStream(3, centring, i)));
        const [center] = forward.quantity("intercept_center");
        const [spread] = forward.quantity("intercept_spread");
        const level = forward.quantity("intercept")[1]! / (smallPanel().population!.values[1]! / 2200);
        return (level - center!) / spread!;
      });
    });
    for (const z of spreads) {
      // Standard normal: 4.5 standard errors, a false positive in 150,000 seeds.
      expect(Math.abs(mean(z))).toBeLessThan(4.5 / Math.sqrt(2000));
      expect(Math.abs(variance(z) - 1)).toBeLessThan(4.5 * Math.sqrt(2 / 2000));
    }
  });

  it("keeps a contribution below the whole of sales wherever the sampler goes, also where cells are asked to be centred", () => {
    const spec = parseModelSpec(
      effect("contribution", { distribution: "beta", alpha: 1, beta: 19 }, pooled("centred")),
    );
    const [model, forward] = [compileModel(smallPanel(), spec), compileForwardPass(smallPanel(), spec)];
    for (let i = 0; i < 50; i++) {
      const stream = randomStream(2, i);
      const position = Float64Array.from({ length: model.dimension }, () => 8 * drawUniform(stream) - 4);
      expect(model.logDensity.evaluate(position, new Float64Array(model.dimension))).not.toBeNaN();
      forward.evaluate(position);
      for (const share of forward.quantity("contribution")) expect(share).toBeLessThan(1);
    }
  });

  it("lets cells deviate by factors from a return that its prior keeps above 0, whatever family says so", () => {
    const spec = parseModelSpec(effect("roi", { distribution: "uniform", low: 0, high: 4 }));
    const forward = compileForwardPass(smallPanel(), spec);
    for (let i = 0; i < 50; i++) {
      forward.evaluate(forward.drawPrior(randomStream(4, i)));
      for (const coefficient of forward.quantity("coefficient")) expect(coefficient).toBeGreaterThan(0);
    }
  });

  it("is the national model where a panel has one cell", () => {
    const { name, periods, kpi, channels, controls } = smallPanel();
    const first = (values: Float64Array): Float64Array => values.slice(0, periods.length);
    const parts = {
      ...{ name, periods },
      kpi: { name: kpi.name, values: first(kpi.values) },
      channels: channels.map((channel) => ({ name: channel.name, spend: first(channel.spend) })),
      controls: controls.map((control) => ({ ...control, values: first(control.values) })),
    };
    const [nation, one] = [makeDataset(parts), makeDataset({ ...parts, cells: ["Aqua North"] })];
    const models = [nation, one].map((dataset) => compileModel(dataset, parseModelSpec({})));
    const position = new Float64Array(models[0]!.dimension).fill(0.1);
    const values = models.map((model) => model.logDensity.evaluate(position, position.slice()));
    expect(values[1]).toBe(values[0]);
  });
});

/** Size of each cell, and the unit of the sized KPI under each choice. */
function unitsOf(
  { cells, periods, kpi, population }: Dataset,
  by: string,
): { readonly size: Float64Array; readonly kpi: (unit: string) => number } {
  const ofCell = cells.map((_, g) => kpi.values.subarray(g * periods.length, (g + 1) * periods.length));
  const size =
    by === "none"
      ? Float64Array.from(cells, () => 1)
      : by === "kpi"
        ? Float64Array.from(ofCell, (own) => mean(own))
        : population!.values;
  const sized = kpi.values.map((value, i) => value / size[Math.floor(i / periods.length)]!);
  const center = mean(sized);
  const units: Readonly<Record<string, number>> = {
    mean: center,
    max: Math.max(...sized),
    standardized: Math.sqrt(mean(sized.map((value) => (value - center) ** 2))),
  };
  return { size, kpi: (unit) => units[unit]! };
}

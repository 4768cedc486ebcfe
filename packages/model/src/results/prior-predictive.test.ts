import { exampleDataset } from "@mmm/data";
import { describe, expect, it } from "vitest";
import { smallPanel } from "../small-panel.contract.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import type { ModelSpecInput } from "../spec/spec-schema.js";
import { priorPredictive } from "./prior-predictive.js";

const codes = (given: ModelSpecInput): readonly string[] =>
  priorPredictive(exampleDataset(), parseModelSpec(given), { seed: 2, draws: 200 }).warnings.map(
    ({ code }) => code,
  );

describe("priorPredictive", () => {
  it("of the defaults looks like sales, in a market and in a panel", () => {
    for (const dataset of [exampleDataset(), smallPanel()]) {
      const { warnings, predicted, negativeBaseline, mediaShare } = priorPredictive(
        dataset,
        parseModelSpec({}),
        { seed: 2, draws: 200 },
      );
      expect(warnings).toEqual([]);
      const sold = dataset.kpi.values.reduce((sum, value) => sum + value, 0);
      expect(predicted.total.low).toBeLessThan(sold);
      expect(predicted.total.high).toBeGreaterThan(sold);
      expect(negativeBaseline).toBeLessThan(0.1);
      expect(mediaShare.mean).toBeGreaterThan(0);
    }
  });

  it("knows the prior of ROI where the spec states it", () => {
    const spec = parseModelSpec({ media: { default: { effect: "roi" } } });
    const { channels } = priorPredictive(exampleDataset(), spec, { seed: 3, draws: 2000 });
    // LogNormal(0.2, 0.9): median 1.22; 2,000 draws know it to 2.5 %.
    for (const { roi } of channels) expect(Math.abs(roi.median / 1.2214 - 1)).toBeLessThan(0.12);
  });

  it("warns of priors in the wrong unit, too wide, and below 0", () => {
    const normal = (mean: number, sd: number) => ({ distribution: "normal", mean, sd });
    expect(codes({ intercept: { prior: normal(90_000, 1000) } })).toEqual([
      "prior.misses-sales",
      "prior.too-wide",
    ]);
    expect(codes({ intercept: { prior: normal(0, 50) } })).toEqual([
      "prior.too-wide",
      "prior.negative-sales",
      "prior.negative-baseline",
    ]);
    const large = { distribution: "log-normal", logMean: 3, logSd: 0.3 };
    expect(codes({ media: { default: { effect: { on: "coefficient", prior: large } } } })).toContain(
      "prior.misses-sales",
    );
  });

  it("gives the same bits for the same seed", () => {
    const once = (): unknown => priorPredictive(exampleDataset(), parseModelSpec({}), { seed: 5, draws: 20 });
    expect(once()).toEqual(once());
  });
});

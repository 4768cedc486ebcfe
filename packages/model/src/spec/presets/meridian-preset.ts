/** Google's Meridian 2.1 with its default settings, for a panel of geos; test/peers holds it against the library. */

import type { ModelSpecInput } from "../spec-schema.js";

const wide = { distribution: "normal", mean: 0, sd: 5 } as const;
const deviation = { pooling: "pooled", centring: "auto" } as const;

/**
 * KPI and media per head of the population; KPI standardised, media in medians of their non-zero values; a knot in every
 * period; geometric adstock over nine periods; Hill saturation of slope 1; ROI log-normal(0.2, 0.9); geos' effects
 * log-normal around the national one; normal noise of one scale.
 *
 * For one cell, Meridian has one knot (`trend: { kind: knots, count: 1 }`) and no hierarchy.
 *
 * @source google2024
 */
export const meridianPreset: ModelSpecInput = {
  scaling: { size: "auto", kpi: "standardized", media: "median-active", controls: "standardized" },
  intercept: { prior: wide, cells: "separate", zeroAt: "largest" },
  trend: { kind: "knots", count: "every", prior: wide, cells: "shared" },
  seasonality: [],
  timeEffects: "none",
  controls: {
    default: { prior: wide, cells: { ...deviation, spread: { distribution: "half-normal", sd: 5 } } },
  },
  media: {
    default: {
      order: "adstock-first",
      adstock: {
        ...{ kind: "geometric", window: 9, normalize: true },
        retention: { distribution: "uniform", low: 0, high: 1 },
      },
      saturation: {
        ...{ kind: "hill", slope: 1 },
        halfSaturation: { distribution: "truncated-normal", mean: 0.8, sd: 0.8, low: 0.1, high: 10 },
      },
      effect: { on: "roi", prior: { distribution: "log-normal", logMean: 0.2, logSd: 0.9 } },
      cells: { effect: { ...deviation, spread: { distribution: "half-normal", sd: 1 } } },
    },
  },
  noise: { kind: "normal", scale: { distribution: "half-normal", sd: 5 }, cells: "shared" },
};

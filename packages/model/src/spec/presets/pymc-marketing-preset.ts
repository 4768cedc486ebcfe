/**
 * PyMC-Marketing's MMM (0.19) with geometric adstock over eight periods and logistic saturation, as in its example notebook;
 * test/peers holds it against the library.
 */

import type { ModelSpecInput } from "../spec-schema.js";

const separate = "separate" as const;

/**
 * KPI and media in units of their maxima; intercept, effects, transforms and noise of every cell for itself; geometric
 * adstock over eight periods (its `l_max`), logistic saturation, two yearly Fourier modes of the day of the year.
 * Controls stand as they are.
 *
 * @source pymclabs2026
 */
export const pymcMarketingPreset: ModelSpecInput = {
  scaling: { size: "none", kpi: "max", media: "max", controls: "none" },
  intercept: { prior: { distribution: "normal", mean: 0, sd: 2 }, cells: separate },
  trend: { kind: "none" },
  seasonality: [
    {
      ...{ periodDays: 365.25, from: "year", harmonics: 2 },
      prior: { distribution: "laplace", location: 0, scale: 1 },
      cells: separate,
    },
  ],
  timeEffects: "none",
  controls: { default: { prior: { distribution: "normal", mean: 0, sd: 2 }, cells: separate } },
  media: {
    default: {
      order: "adstock-first",
      adstock: {
        ...{ kind: "geometric", window: 8, normalize: true },
        retention: { distribution: "beta", alpha: 1, beta: 3 },
      },
      saturation: { kind: "logistic", rate: { distribution: "gamma", shape: 3, rate: 1 } },
      effect: { on: "coefficient", prior: { distribution: "half-normal", sd: 2 } },
      cells: { effect: separate, retention: separate, rate: separate },
    },
  },
  noise: { kind: "normal", scale: { distribution: "half-normal", sd: 2 }, cells: separate },
};

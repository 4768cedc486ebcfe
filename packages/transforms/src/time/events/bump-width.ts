/** How wide a bump is, and what it is applied to. */

import type { TransformInput, TransformParameter } from "../../transform.js";

/** Bumps are asked at distances from an event. */
export const bumpDistance: TransformInput = { noun: "distance", place: "period" };

/** The width of a bump in days. */
export const bumpWidth: TransformParameter = {
  meaning: "standard deviation of the bump in days",
  symbol: "σ",
  unit: "media",
  support: "positive",
  prior: { distribution: "log-normal", logMean: 1.9, logSd: 0.4 },
  why:
    "median a week, 90 % between 3.5 and 13 days: most events are felt for one to four weeks in all; PyMC-Marketing's " +
    "belief of seven days, with more doubt",
};

/** The media at half of the largest effect as a parameter of a saturation. */

import type { TransformParameter } from "../transform.js";

/** Where half of the largest effect is reached: the same belief for every curve that is told by it. */
export const halfSaturation: TransformParameter = {
  meaning: "amount of media at which half of the largest effect is reached",
  symbol: "k",
  unit: "media",
  support: "positive",
  prior: { distribution: "log-normal", logMean: 0, logSd: 0.8 },
  why:
    "half of the effect is reached around a mean active period, 90 % between 0.27 and 3.7 of it: far outside the " +
    "spends that were tried, data cannot tell a point of half-saturation from a straight or a flat line",
};

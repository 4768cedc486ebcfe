/** Baselined tanh saturation: the tanh curve, told by what media brings now and how far that is from the top. */

import { divide, log1p, multiply, negate, subtract, tanh } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";

/**
 * Baselined tanh saturation: the tanh curve through a known point.
 *
 *     h(x) = gain · baseline · tanh(x · artanh(share) / baseline) / share
 *
 * At x = `baseline` the effect is gain · baseline, which is the share `share` of the largest effect. All three are things
 * that people know or can guess: what is spent now, what a unit of it brings, and how near that is to the top.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `baseline` (x₀), > 0, in the unit of x; `gain` (g), > 0, effect per unit of x at the baseline;
 *                    `share` (r), in (0, 1), of the largest effect that is reached there. In graphs: axes among the rows
 * @returns           the axes of all, in [0, gain · baseline / share)
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * baselinedTanhSaturation(Float64Array.of(0, 4, 1e9), { baseline: 4, gain: 0.5, share: 0.25 }); // => [0, 2, 8]
 */
export const baselinedTanhSaturation = defineTransform<"baseline" | "gain" | "share", Record<never, never>>({
  kind: "baselined-tanh",
  title: "baselined tanh saturation",
  parameters: {
    baseline: {
      meaning: "amount of media at which gain and share are told",
      symbol: "x₀",
      unit: "media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 0.1 },
      why:
        "when freed: 90 % between 0.85 and 1.2 of a mean active period; it is where one looks, not what is learned, so " +
        "that it is held at a mean active period",
      fixed: 1,
    },
    gain: {
      meaning: "effect per unit of media at the baseline",
      symbol: "g",
      unit: "per-media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 1 },
      why:
        "when freed: median 1, 90 % between 0.19 and 5.2; where a coefficient follows, both say the same, so that it is " +
        "held at 1",
      fixed: 1,
    },
    share: {
      meaning: "share of the largest effect that the baseline reaches",
      symbol: "r",
      unit: "share",
      support: "unit-interval",
      prior: { distribution: "beta", alpha: 2, beta: 2 },
      why:
        "mean ½, 90 % between 0.14 and 0.86: neither a straight line (0) nor a channel that can bring no more (1) is " +
        "believed from the start",
    },
  },
  settings: {},
  nonNegative: true,
  refuse: ({ share }) =>
    share === 0 || share === 1
      ? `parameter "share" must be above 0 and below 1, got ${share}. Give the share of the largest effect that the ` +
        "baseline reaches."
      : undefined,
  rule: (x, { baseline, gain, share }) => {
    const artanh = multiply(subtract(log1p(share), log1p(negate(share))), 0.5);
    const largest = divide(multiply(gain, baseline), share);
    return multiply(tanh(multiply(x, divide(artanh, baseline))), largest);
  },
});

/** Log saturation: a logarithm of media, without an end. */

import { divide, log1p } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";

/**
 * Log saturation: a straight line at first, then the same for every doubling.
 *
 *     h(x) = log(1 + x / scale)
 *
 * The effect has no largest value. PyMC-Marketing's log saturation is the one with a scale of 1.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `scale` (s), > 0, in the unit of x: where the effect is log 2, and a unit brings half of the
 *                    first. In graphs: axes among the rows
 * @returns           the axes of both, ≥ 0
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * logSaturation(Float64Array.of(0, 3), { scale: 3 }); // => [0, Math.log(2)]
 */
export const logSaturation = defineTransform<"scale", Record<never, never>>({
  kind: "log",
  title: "log saturation",
  parameters: {
    scale: {
      meaning: "amount of media at which a further unit brings half of the first",
      symbol: "s",
      unit: "media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 0.8 },
      why:
        "median a mean active period, 90 % between 0.27 and 3.7 of it: far outside the spends that were tried, data " +
        "cannot tell a bend from a straight line",
    },
  },
  settings: {},
  nonNegative: true,
  rule: (x, { scale }) => log1p(divide(x, scale)),
});

/** Hill saturation: returns diminish around a half-saturation point, with a steepness of choice. */

import { hill } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { halfSaturation } from "./half-saturation.js";

/**
 * Hill saturation: the share of the largest possible effect that an amount of media reaches.
 *
 *     h(x) = x^slope / (halfSaturation^slope + x^slope),   h(0) = 0
 *
 * With slope 1 (Michaelis–Menten) the curve is concave: every further unit brings less. With a slope above 1 it is
 * S-shaped: small amounts are wasted.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `halfSaturation` (k), > 0, in the unit of x: where half of the largest effect is reached;
 *                    `slope` (s), > 0. In graphs: axes among the rows
 * @returns           the axes of all, in [0, 1)
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * hillSaturation(Float64Array.of(0, 2, 6), { halfSaturation: 2, slope: 1 }); // => [0, 0.5, 0.75]
 */
export const hillSaturation = defineTransform<"halfSaturation" | "slope", Record<never, never>>({
  kind: "hill",
  title: "hill saturation",
  parameters: {
    halfSaturation,
    slope: {
      meaning: "steepness of the curve at half-saturation",
      symbol: "s",
      unit: "one",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0, logSd: 0.3 },
      why: "when freed: median 1, 90 % between 0.61 and 1.6, so that the curve stays near the concave one that data can tell",
      fixed: 1,
    },
  },
  settings: {},
  nonNegative: true,
  rule: (x, { halfSaturation: half, slope }) => hill(x, half, slope),
});

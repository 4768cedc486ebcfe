/** Logistic saturation: returns diminish from the first unit on, at one rate. */

import { logisticSaturation as logisticCurve } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";

/**
 * Logistic saturation: the share of the largest possible effect that an amount of media reaches.
 *
 *     h(x) = (1 − e^(−rate·x)) / (1 + e^(−rate·x)) = tanh(rate·x / 2)
 *
 * Concave; half of the largest effect is reached at x = ln 3 / rate. Levels off faster than Hill saturation.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `rate` (λ), > 0, per unit of x. In graphs: axes among the rows
 * @returns           the axes of both, in [0, 1)
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * logisticSaturation(Float64Array.of(0, 1.0986122886681098), { rate: 1 }); // => [0, 0.5]
 */
export const logisticSaturation = defineTransform<"rate", Record<never, never>>({
  kind: "logistic",
  title: "logistic saturation",
  parameters: {
    rate: {
      meaning: "rate at which further media loses its effect",
      symbol: "λ",
      unit: "per-media",
      support: "positive",
      prior: { distribution: "gamma", shape: 3, rate: 2 },
      why:
        "half of the effect is reached at ln 3 / rate: median 0.82 of a mean active period, 90 % between 0.35 and 2.7, " +
        "the same belief as for the half-saturation of the Hill curve; keeps from 0, where the curve is a line",
    },
  },
  settings: {},
  nonNegative: true,
  rule: (x, { rate }) => logisticCurve(x, rate),
});

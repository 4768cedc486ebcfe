/** Tanh saturation: a curve told by its asymptote and the media that the first effect costs. */

import { divide, multiply, tanh } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { asymptote } from "./asymptote.js";

/**
 * Tanh saturation: the first unit of media brings 1 / cost, and the curve levels off at its asymptote.
 *
 *     h(x) = asymptote · tanh(x / (asymptote · cost))
 *
 * With customers as the effect and money as the media, `cost` is what the first customer costs.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `asymptote` (b), > 0; `cost` (c), > 0, in the unit of x per unit of effect. In graphs: axes among
 *                    the rows
 * @returns           the axes of all, in [0, asymptote)
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * tanhSaturation(Float64Array.of(0, 3), { asymptote: 2, cost: 1.5 }); // => [0, 2 * Math.tanh(1)]
 */
export const tanhSaturation = defineTransform<"asymptote" | "cost", Record<never, never>>({
  kind: "tanh",
  title: "tanh saturation",
  parameters: {
    asymptote,
    cost: {
      meaning: "media that a first unit of effect costs",
      symbol: "c",
      unit: "media",
      support: "positive",
      prior: { distribution: "log-normal", logMean: 0.6, logSd: 0.8 },
      why:
        "median 1.8 mean active periods, 90 % between 0.49 and 6.8: half of the effect is reached at 0.55 of it, about " +
        "a mean active period, as for the Hill curve",
    },
  },
  settings: {},
  nonNegative: true,
  rule: (x, { asymptote: largest, cost }) => multiply(tanh(divide(x, multiply(cost, largest))), largest),
});

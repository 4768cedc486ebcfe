/** Michaelis–Menten saturation: the concave curve of enzymes, with its largest effect. */

import { add, divide, multiply } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { asymptote } from "./asymptote.js";
import { halfSaturation } from "./half-saturation.js";

/**
 * Michaelis–Menten saturation: the Hill curve of slope 1, times its largest effect.
 *
 *     h(x) = asymptote · x / (halfSaturation + x)
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `asymptote` (a), > 0, the largest effect; `halfSaturation` (k), > 0, in the unit of x. In graphs:
 *                    axes among the rows
 * @returns           the axes of all, in [0, asymptote)
 * @throws {RangeError} that lists every wrong argument
 * @source michaelis1913
 * @example
 * michaelisMentenSaturation(Float64Array.of(0, 2, 6), { asymptote: 10, halfSaturation: 2 }); // => [0, 5, 7.5]
 */
export const michaelisMentenSaturation = defineTransform<
  "asymptote" | "halfSaturation",
  Record<never, never>
>({
  kind: "michaelis-menten",
  title: "Michaelis–Menten saturation",
  parameters: {
    asymptote,
    halfSaturation,
  },
  settings: {},
  nonNegative: true,
  // In this order nothing overflows, however much media there is.
  rule: (x, { asymptote: largest, halfSaturation: half }) => multiply(divide(x, add(x, half)), largest),
});

/** Inverse-scaled logistic saturation: the logistic curve, told by its half-saturation. */

import { divide, logisticSaturation as logisticCurve } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { halfSaturation } from "./half-saturation.js";

const ln3 = 1.0986122886681098;

/**
 * Inverse-scaled logistic saturation: the logistic curve with its rate replaced by the media at half of the effect.
 *
 *     h(x) = (1 − e^(−x ln 3 / halfSaturation)) / (1 + e^(−x ln 3 / halfSaturation))
 *
 * Its parameter means what that of the Hill curve means, so that the two curves can be compared.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `halfSaturation` (k), > 0, in the unit of x. In graphs: axes among the rows
 * @returns           the axes of both, in [0, 1)
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * inverseScaledLogisticSaturation(Float64Array.of(0, 2), { halfSaturation: 2 }); // => [0, 0.5]
 */
export const inverseScaledLogisticSaturation = defineTransform<"halfSaturation", Record<never, never>>({
  kind: "inverse-scaled-logistic",
  title: "inverse-scaled logistic saturation",
  parameters: {
    halfSaturation,
  },
  settings: {},
  nonNegative: true,
  rule: (x, { halfSaturation: half }) => logisticCurve(x, divide(ln3, half)),
});

/** Piecewise-linear saturation: straight lines between knots, each as steep as the data ask. */

import { contract, divide, sum } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { type KnotSettings, knotScale, knotSettings, relative, segmentsOf } from "./knots.js";

/**
 * Monotone piecewise-linear saturation: from knot to knot the effect rises by a share of its own.
 *
 *     h(x) = Σ_j rise_j · clip((x / scale − knot_(j − 1)) / (knot_j − knot_(j − 1)), 0, 1) / Σ_j rise_j,   knot_0 = 0
 *
 * No form is believed except that more media never does less. After the last knot the curve is flat, so put it beyond
 * what may be asked for.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `rises` [segment], each > 0, how much of the effect comes between two knots, relative to the others;
 *                    `scale`, > 0, in the unit of x, of which the knots are multiples. In graphs: axes among the rows,
 *                    and `segment`
 * @param settings    `knots` ([0.5, 1, 2, 4]), rising, above 0
 * @returns           the axes of all, in [0, 1]
 * @throws {RangeError} that lists every wrong argument
 * @example
 * const rises = [3, 1];
 * piecewiseLinearSaturation(Float64Array.of(0, 1, 2, 9), { rises, scale: 2 }, { knots: [0.5, 1] }); // => [0, 0.75, 1, 1]
 */
export const piecewiseLinearSaturation = defineTransform<"rises" | "scale", KnotSettings, "rises">({
  kind: "piecewise-linear",
  title: "piecewise-linear saturation",
  parameters: {
    rises: relative("rise of the effect from each knot to the next, relative to the others", "r", {
      axis: "segment",
      setting: "knots",
    }),
    scale: knotScale,
  },
  settings: knotSettings,
  nonNegative: true,
  rule: (x, { rises, scale }, { knots }) => {
    const { filled } = segmentsOf(x, scale, knots, "segment");
    return divide(contract(filled, rises, ["segment"]), sum(rises, ["segment"]));
  },
});

/** Spline saturation: a smooth rising curve whose slope is free at knots. */

import {
  add,
  type Axis,
  constant,
  contract,
  divide,
  type Expression,
  gather,
  multiply,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { type KnotSettings, knotScale, knotSettings, relative, segmentsOf } from "./knots.js";

/**
 * Monotone spline saturation: the slope of the curve goes in straight lines from knot to knot and is 0 at the last.
 *
 *     h(x) = ∫_0^(x / scale) slope(u) du / ∫_0^(last knot) slope(u) du
 *
 * An integrated spline of non-negative coefficients: a quadratic curve in each segment, without corners. It may be concave
 * or S-shaped, as the slopes say, and levels off at the last knot.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `slopes` [knot], each > 0, at 0 and at every knot but the last, relative to each other; `scale`, > 0,
 *                    in the unit of x, of which the knots are multiples. In graphs: axes among the rows, and `knot`
 * @param settings    `knots` ([0.5, 1, 2, 4]), rising, above 0
 * @returns           the axes of all, in [0, 1]
 * @throws {RangeError} that lists every wrong argument
 * @source ramsay1988
 * @example
 * splineSaturation(Float64Array.of(0, 1, 2, 9), { slopes: [1], scale: 1 }, { knots: [2] }); // => [0, 0.75, 1, 1]
 */
export const splineSaturation = defineTransform<"slopes" | "scale", KnotSettings, "slopes">({
  kind: "spline",
  title: "spline saturation",
  parameters: {
    slopes: relative("slope of the curve at 0 and at every knot but the last, relative to the others", "m", {
      axis: "knot",
      setting: "knots",
    }),
    scale: knotScale,
  },
  settings: knotSettings,
  nonNegative: true,
  rule: (x, { slopes, scale }, { knots }) => {
    const { axis: knot, lengths, filled } = segmentsOf(x, scale, knots, "knot");
    const next = slopesAtEnds(slopes, knot);
    // ∫ of a line from m to n over a share v of a segment: length · (m · (v − v² / 2) + n · v² / 2).
    const late = multiply(square(filled), multiply(lengths, 0.5));
    const early = subtract(multiply(filled, lengths), late);
    const area = add(contract(early, slopes, ["knot"]), contract(late, next, ["knot"]));
    return divide(area, multiply(sum(multiply(add(slopes, next), lengths), ["knot"]), 0.5));
  },
});

/** The slope at the end of each segment, which is that at the next knot, and 0 at the last. */
function slopesAtEnds(slopes: Expression, knot: Axis): Expression {
  const segments = Array.from({ length: knot.size }, (_, j) => j);
  const last = knot.size - 1;
  const shifted = gather(
    slopes,
    knot.name,
    segments.map((j) => Math.min(j + 1, last)),
    knot,
  );
  const held = constant(
    segments.map((j) => (j < last ? 1 : 0)),
    [knot],
  );
  return multiply(shifted, held);
}

/** Gaussian bump: an event that is felt as long before as after. */

import { divide, exp, multiply, square } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { bumpDistance, bumpWidth } from "./bump-width.js";

/**
 * Gaussian bump: 1 during the event, falling off to both sides.
 *
 *     bump(d) = e^(−d² / (2 · width²))
 *
 * Its coefficient is the effect on the day of the event. PyMC-Marketing's bump is divided by width · √(2π), so that its
 * coefficient is the sum of the effect over all days.
 *
 * @param distances   [time] or [rows…, time]  days from the event, as `eventDistances` gives them
 * @param parameters  `width` (σ), > 0, in days. In graphs: axes among the rows
 * @returns           the axes of both, between 0 and 1
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * gaussianBump(Float64Array.of(-7, 0, 7), { width: 7 }); // => [Math.exp(-0.5), 1, Math.exp(-0.5)]
 */
export const gaussianBump = defineTransform<"width", Record<never, never>>({
  kind: "gaussian",
  title: "Gaussian bump",
  input: bumpDistance,
  parameters: { width: bumpWidth },
  settings: {},
  nonNegative: false,
  rule: (distances, { width: deviation }) => exp(multiply(square(divide(distances, deviation)), -0.5)),
});

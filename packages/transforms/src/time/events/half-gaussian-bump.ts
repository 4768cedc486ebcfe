/** Half-Gaussian bump: an event that is felt on one side of it only. */

import { divide, exp, greater, multiply, negate, square, subtract } from "@mmm/autodiff";
import { defineTransform } from "../../define-transform.js";
import { bumpDistance, bumpWidth } from "./bump-width.js";

/** Choices of the half-Gaussian bump. */
export interface HalfGaussianSettings {
  /** Whether the event is felt after it began (default) or before it ended. */
  readonly side: string;
  /** Whether the days of the event itself belong to the bump; default `true`. */
  readonly includeEvent: boolean;
}

/**
 * Half-Gaussian bump: 1 during the event, falling off on one side and 0 on the other.
 *
 *     bump(d) = e^(−d² / (2 · width²)) on the side asked for, otherwise 0
 *
 * An announcement works after it is made; people buy before a shortage that they expect. Two bumps, one for each side and
 * one of them without the event, give an event that is felt differently before and after.
 *
 * @param distances   [time] or [rows…, time]  days from the event, as `eventDistances` gives them
 * @param parameters  `width` (σ), > 0, in days. In graphs: axes among the rows
 * @param settings    `side` (`"after"` or `"before"`), `includeEvent` (true)
 * @returns           the axes of both, between 0 and 1
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * halfGaussianBump(Float64Array.of(-7, 0, 7), { width: 7 }); // => [0, 1, Math.exp(-0.5)]
 * halfGaussianBump(Float64Array.of(-7, 0, 7), { width: 7 }, { side: "before", includeEvent: false }); // => [Math.exp(-0.5), 0, 0]
 */
export const halfGaussianBump = defineTransform<"width", HalfGaussianSettings>({
  kind: "half-gaussian",
  title: "half-Gaussian bump",
  input: bumpDistance,
  parameters: { width: bumpWidth },
  settings: {
    side: {
      meaning: "side of the event on which it is felt",
      default: "after",
      why: "causes come first; only what people expect works before",
      range: '"after" or "before"',
      contains: (value) => value === "after" || value === "before",
    },
    includeEvent: {
      meaning: "choice whether the days of the event belong to the bump",
      default: true,
      why: "an event is felt most while it lasts",
      range: "true or false",
      contains: (value) => typeof value === "boolean",
    },
  },
  nonNegative: false,
  rule: (distances, { width: deviation }, { side, includeEvent }) => {
    const away = side === "after" ? distances : negate(distances);
    const felt = includeEvent ? subtract(1, greater(0, away)) : greater(away, 0);
    return multiply(exp(multiply(square(divide(away, deviation)), -0.5)), felt);
  },
});

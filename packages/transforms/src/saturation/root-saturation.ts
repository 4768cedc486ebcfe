/** Root saturation: a power of media, without an end. */

import { add, exp, log, multiply, subtract } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { tiny } from "../tiny.js";

/**
 * Root saturation: every doubling of media multiplies the effect by the same factor 2^exponent.
 *
 *     h(x) = x^exponent,   h(0) = 0
 *
 * The effect has no largest value, and the first unit of media works beyond measure: the slope at 0 is infinite.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `exponent` (α), in (0, 1]; 1 is no saturation. In graphs: axes among the rows
 * @returns           the axes of both, ≥ 0
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * rootSaturation(Float64Array.of(0, 4, 9), { exponent: 0.5 }); // => [0, 2, 3]
 */
export const rootSaturation = defineTransform<"exponent", Record<never, never>>({
  kind: "root",
  title: "root saturation",
  parameters: {
    exponent: {
      meaning: "power of media that works",
      symbol: "α",
      unit: "one",
      support: "unit-interval",
      prior: { distribution: "beta", alpha: 4, beta: 3 },
      why:
        "mean 0.57, 90 % between 0.27 and 0.85: twice the media brings 1.2 to 1.8 times the effect; keeps from 0, where " +
        "any media brings all, and from 1, a straight line",
    },
  },
  settings: {},
  nonNegative: true,
  refuse: ({ exponent }) =>
    exponent === 0
      ? 'parameter "exponent" must be above 0, got 0. Give the power of media that works.'
      : undefined,
  // x · x^(exponent − 1) is 0 at 0, and so are its slopes in the exponent.
  rule: (x, { exponent }) => multiply(x, exp(multiply(log(add(x, tiny)), subtract(exponent, 1)))),
});

/** Sigmoid saturation: an S-shaped curve with its asymptote, slope and point of inflection. */

import { expm1, logistic, multiply, negate, subtract } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { asymptote } from "./asymptote.js";

/**
 * Sigmoid saturation (PyMC-Marketing's "Hill sigmoid"): a logistic function of media, moved so that no media has no
 * effect.
 *
 *     h(x) = asymptote / (1 + e^(−slope · (x − inflection))) − asymptote / (1 + e^(slope · inflection))
 *
 * What is taken off at 0 is missing at the top: the largest effect is asymptote / (1 + e^(−slope · inflection)).
 * Computed as one product without that difference, so that small media keeps all its digits.
 *
 * @param x           [time] or [rows…, time]  media or stock, ≥ 0
 * @param parameters  `asymptote` (σ), > 0; `slope` (β), > 0, per unit of x; `inflection` (λ), ≥ 0, in the unit of x,
 *                    where the curve is steepest. In graphs: axes among the rows
 * @returns           the axes of all, in [0, asymptote)
 * @throws {RangeError} that lists every wrong argument
 * @source pymclabs2026
 * @example
 * const effect = sigmoidSaturation(Float64Array.of(0, 2), { asymptote: 1, slope: 1, inflection: 2 });
 * effect; // => [0, 0.5 - 1 / (1 + Math.exp(2))]
 */
export const sigmoidSaturation = defineTransform<"asymptote" | "slope" | "inflection", Record<never, never>>({
  kind: "sigmoid",
  title: "sigmoid saturation",
  parameters: {
    asymptote,
    slope: {
      meaning: "steepness of the curve at its inflection",
      symbol: "β",
      unit: "per-media",
      support: "positive",
      prior: { distribution: "gamma", shape: 3, rate: 1.5 },
      why:
        "mean 2, 90 % between 0.55 and 4.2 per mean active period: the curve rises over a few periods' worth of media; " +
        "keeps from 0, where it is a line, and from steps that no data show",
    },
    inflection: {
      meaning: "amount of media at which the curve is steepest",
      symbol: "λ",
      unit: "media",
      support: "non-negative",
      prior: { distribution: "gamma", shape: 2, rate: 2 },
      why: "mean a mean active period, 90 % between 0.18 and 2.4 of it: within the spends that were tried",
    },
  },
  settings: {},
  nonNegative: true,
  // With s = logistic: s(a) − s(b) = s(a) · s(−b) · (1 − e^(b − a)), here with a − b = slope · x.
  rule: (x, { asymptote: largest, slope, inflection }) => {
    const rise = multiply(
      logistic(multiply(subtract(x, inflection), slope)),
      negate(expm1(multiply(x, negate(slope)))),
    );
    return multiply(rise, multiply(logistic(multiply(inflection, slope)), largest));
  },
});

/** Weibull cdf adstock: carry-over whose rate of forgetting changes with its age. */

import { arrange, axis, constant, cumulativeSum, divide, multiply, negate, power } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { weibullScale } from "./weibull-scale.js";
import { lagWeights, windowedStock } from "./windowed-stock.js";
import { refuseLongLead, type WindowSettings, windowSettings } from "./window-settings.js";

/**
 * Weibull cdf adstock: in each period what is left is multiplied by the chance to outlive it.
 *
 *     weight_0 = 1,   weight_l = weight_(l − 1) · e^(−(l / scale)^shape)
 *     stock[t] = Σ_l weight_l · x[t + lead − l],   l = 0 … window − 1
 *
 * The factor is 1 − F(l) with F the Weibull distribution. With a shape below 1 forgetting is quick at first and slows down;
 * above 1 the effect holds for about `scale` periods and then goes. With `normalize` (default) the weights are divided by
 * their sum.
 *
 * PyMC-Marketing's `weibull_adstock` of type CDF has a weight more than its `l_max` says: it is a window of `l_max + 1`.
 * Robyn's is raw, over a window as long as the series, with a scale that `robynWeibullScale` gives.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `shape` (k), > 0; `scale` (λ), > 0, in periods. In graphs: axes among the rows
 * @param settings    `window` (13), `normalize` (true), `lead` (0)
 * @returns           the axes of all, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source robyn2024
 * @example
 * const stock = weibullCdfAdstock(Float64Array.of(1, 0, 0), { shape: 1, scale: 1 }, { normalize: false });
 * stock; // => [1, Math.exp(-1), Math.exp(-3)]
 */
export const weibullCdfAdstock = defineTransform<"shape" | "scale", WindowSettings>({
  kind: "weibull-cdf",
  title: "Weibull cdf adstock",
  parameters: {
    shape: {
      meaning: "change of the rate of forgetting with age: below 1 it slows down, above 1 it speeds up",
      symbol: "k",
      unit: "one",
      support: "positive",
      prior: { distribution: "gamma", shape: 3, rate: 2 },
      why: "mean 1.5, 90 % between 0.41 and 3.1: long tails and effects that end are both believed",
    },
    scale: weibullScale("about when the effect is forgotten, in periods"),
  },
  settings: windowSettings(13, "a quarter of a year of weekly data"),
  nonNegative: false,
  refuse: refuseLongLead,
  rule: (x, { shape, scale }, { window, normalize, lead }) => {
    const lag = axis("lag", window);
    const lags = Array.from({ length: window }, (_, l) => l);
    // Lag 0 forgets nothing; a 1 in its place keeps 0^shape and its slope out of the graph.
    const ages = constant(
      lags.map((l) => Math.max(l, 1)),
      [lag],
    );
    const hazards = multiply(power(divide(ages, scale), shape), constant(lags.map(Math.sign), [lag]));
    const ordered = arrange(hazards, [...hazards.axes.filter(({ name }) => name !== "lag"), lag]);
    return windowedStock(x, lagWeights(negate(cumulativeSum(ordered, "lag")), normalize), lead);
  },
});

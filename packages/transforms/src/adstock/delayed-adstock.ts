/** Delayed adstock: media works most some periods after it ran. */

import { add, axis, constant, log, multiply, square, subtract } from "@mmm/autodiff";
import { defineTransform } from "../define-transform.js";
import { tiny } from "../tiny.js";
import { lagWeights, windowedStock } from "./windowed-stock.js";
import { refuseLongLead, type WindowSettings, windowSettings } from "./window-settings.js";

/**
 * Delayed adstock: what media does is greatest `delay` periods later and falls off to both sides.
 *
 *     stock[t] = Σ_l retention^((l − delay)²) · x[t + lead − l],   l = 0 … window − 1
 *
 * With `normalize` (default) the weights are divided by their sum. PyMC-Marketing's `delayed_adstock` has `l_max` for
 * `window` and `theta` for `delay`; LightweightMMM's carryover is this with a window of 13, normalised.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `retention` (α), weight one period off the peak as a share of that at the peak, in [0, 1];
 *                    `delay` (θ), ≥ 0, in periods, need not be whole. In graphs: axes among the rows
 * @param settings    `window` (13), `normalize` (true), `lead` (0)
 * @returns           the axes of all, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source jin2017
 * @example
 * delayedAdstock(Float64Array.of(1, 0, 0), { retention: 0.5, delay: 1 }, { window: 3 }); // => [0.25, 0.5, 0.25]
 */
export const delayedAdstock = defineTransform<"retention" | "delay", WindowSettings>({
  kind: "delayed",
  title: "delayed adstock",
  parameters: {
    retention: {
      meaning: "weight one period off the peak, as a share of that at the peak",
      symbol: "α",
      unit: "share",
      support: "unit-interval",
      prior: { distribution: "beta", alpha: 2, beta: 3 },
      why:
        "mean 0.4, 90 % between 0.098 and 0.75: from one period that holds nearly all to a hump of about five periods; " +
        "keeps from 1, where all lags are alike and the delay means nothing",
    },
    delay: {
      meaning: "number of periods until the effect is greatest",
      symbol: "θ",
      unit: "periods",
      support: "non-negative",
      prior: { distribution: "gamma", shape: 2, rate: 2 },
      why: "mean 1, 90 % between 0.18 and 2.4 periods: most media works at once or within two weeks of weekly data",
    },
  },
  settings: windowSettings(13, "a quarter of a year of weekly data, as LightweightMMM takes it"),
  nonNegative: false,
  refuse: refuseLongLead,
  rule: (x, { retention, delay }, { window, normalize, lead }) => {
    const lag = axis("lag", window);
    const lags = constant(
      Array.from({ length: window }, (_, l) => l),
      [lag],
    );
    const logWeights = multiply(square(subtract(lags, delay)), log(add(retention, tiny)));
    return windowedStock(x, lagWeights(logWeights, normalize), lead);
  },
});

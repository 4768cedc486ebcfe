/** Beta–gamma adstock: a hump or a fall, as a gamma density taken at whole lags. */

import { axis, constant, multiply, subtract } from "@mmm/autodiff";
import { log } from "@mmm/numerics";
import { defineTransform } from "../define-transform.js";
import { lagWeights, windowedStock } from "./windowed-stock.js";
import { refuseLongLead, type WindowSettings, windowSettings } from "./window-settings.js";

/**
 * Beta–gamma adstock: a power that rises times an exponential that falls.
 *
 *     stock[t] = Σ_l l^(rise − 1) · e^(−fall · l) · x[t + lead + 1 − l],   l = 1 … window
 *
 * The first lag is counted as 1, so that the media's own period has a weight for every rise. With `normalize` (default)
 * the weights are divided by their sum. The peak lies at (rise − 1) / fall: with a rise up to 1 the effect only falls.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `rise` (β), > 0; `fall` (γ), > 0, per period. In graphs: axes among the rows
 * @param settings    `window` (16), `normalize` (true), `lead` (0)
 * @returns           the axes of all, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source schmidt1974
 * @example
 * const stock = betaGammaAdstock(Float64Array.of(1, 0, 0), { rise: 2, fall: 1 }, { normalize: false });
 * stock; // => [Math.exp(-1), 2 * Math.exp(-2), 3 * Math.exp(-3)]
 */
export const betaGammaAdstock = defineTransform<"rise" | "fall", WindowSettings>({
  kind: "beta-gamma",
  title: "beta–gamma adstock",
  parameters: {
    rise: {
      meaning: "power with which the effect rises",
      symbol: "β",
      unit: "one",
      support: "positive",
      prior: { distribution: "gamma", shape: 3, rate: 2 },
      why: "mean 1.5, 90 % between 0.41 and 3.1: a fall from the first period on and a hump are both believed",
    },
    fall: {
      meaning: "rate at which the effect falls",
      symbol: "γ",
      unit: "per-period",
      support: "positive",
      prior: { distribution: "gamma", shape: 2, rate: 2 },
      why:
        "mean 1, 90 % between 0.18 and 2.4 per period: a tail that halves within a third of a period to four periods, " +
        "so that the window rarely cuts off what matters",
    },
  },
  settings: windowSettings(16, "four months of weekly data: the tail of a slow brand effect"),
  nonNegative: false,
  refuse: refuseLongLead,
  rule: (x, { rise, fall }, { window, normalize, lead }) => {
    const lag = axis("lag", window);
    const lags = Array.from({ length: window }, (_, l) => l + 1);
    const risen = multiply(constant(lags.map(log), [lag]), subtract(rise, 1));
    return windowedStock(
      x,
      lagWeights(subtract(risen, multiply(constant(lags, [lag]), fall)), normalize),
      lead,
    );
  },
});

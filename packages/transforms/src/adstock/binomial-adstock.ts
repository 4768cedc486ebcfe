/** Binomial adstock: weights that fall to nothing where the window ends. */

import { add, axis, constant, multiply, reciprocal, subtract } from "@mmm/autodiff";
import { log1p } from "@mmm/numerics";
import { defineTransform } from "../define-transform.js";
import { tiny } from "../tiny.js";
import type { TransformSetting } from "../transform.js";
import { lagWeights, windowedStock } from "./windowed-stock.js";
import { refuseLongLead, type WindowSettings, windowSettings } from "./window-settings.js";

/** Choices of the binomial adstock. */
export interface BinomialSettings extends WindowSettings {
  /** Where the weights would reach 0: at lag `window` (`"meridian"`, default) or one later (`"pymc"`). */
  readonly convention: string;
}

const convention: TransformSetting<string> = {
  meaning: "peer whose window is meant",
  default: "meridian",
  why: "the weights reach 0 exactly where the window ends, so that the window is the one length there is",
  range: '"meridian" or "pymc"',
  contains: (value) => value === "meridian" || value === "pymc",
};

/**
 * Binomial adstock: carry-over that ends for good.
 *
 *     stock[t] = Σ_l (1 − l / end)^(1 / persistence − 1) · x[t + lead − l],   l = 0 … window − 1
 *
 * With the convention `"meridian"` (default) `end` is `window`, which is Meridian's `max_lag + 1`; with `"pymc"` it is
 * `window + 1`, and `window` is PyMC-Marketing's `l_max`. With `normalize` (default) the weights are divided by their
 * sum. A persistence of ½ gives a straight line, a smaller one a convex fall as of the geometric adstock, a greater one
 * a fall that comes late.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `persistence` (α), in [0, 1]: 0 keeps the effect in its period, 1 makes all lags alike. In graphs:
 *                    axes among the rows
 * @param settings    `window` (9), `normalize` (true), `lead` (0), `convention` (`"meridian"`)
 * @returns           the axes of both, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source google2024
 * @example
 * binomialAdstock(Float64Array.of(6, 0, 0, 0), { persistence: 0.5 }, { window: 3 }); // => [3, 2, 1, 0]
 */
export const binomialAdstock = defineTransform<"persistence", BinomialSettings>({
  kind: "binomial",
  title: "binomial adstock",
  parameters: {
    persistence: {
      meaning: "evenness of the weights over the window",
      symbol: "α",
      unit: "share",
      support: "unit-interval",
      prior: { distribution: "beta", alpha: 2, beta: 3 },
      why:
        "mean 0.4, 90 % between 0.098 and 0.75: over 9 periods the second weight is between 0.35 and 0.96 of the first, " +
        "so that both a short and a long memory are believed",
    },
  },
  settings: { ...windowSettings(9, "Meridian's: two months of weekly data"), convention },
  nonNegative: false,
  refuse: refuseLongLead,
  rule: (x, { persistence }, { window, normalize, lead, convention: peer }) => {
    const end = peer === "pymc" ? window + 1 : window;
    const left = constant(
      Array.from({ length: window }, (_, l) => log1p(-l / end)),
      [axis("lag", window)],
    );
    const logWeights = multiply(left, subtract(reciprocal(add(persistence, tiny)), 1));
    return windowedStock(x, lagWeights(logWeights, normalize), lead);
  },
});

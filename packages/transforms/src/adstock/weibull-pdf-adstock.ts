/** Weibull pdf adstock: a hump or a fall, as a Weibull density taken at whole periods. */

import {
  add,
  axis,
  constant,
  divide,
  exp,
  type Expression,
  log,
  maximumOf,
  minimumOf,
  multiply,
  negate,
  power,
  subtract,
  sum,
} from "@mmm/autodiff";
import { log as logOf } from "@mmm/numerics";
import { defineTransform } from "../define-transform.js";
import type { TransformSetting } from "../transform.js";
import { weibullScale } from "./weibull-scale.js";
import { lagWeights, windowedStock } from "./windowed-stock.js";
import { refuseLongLead, type WindowSettings, windowSettings } from "./window-settings.js";

/** Choices of the Weibull pdf adstock. */
export interface WeibullPdfSettings extends WindowSettings {
  /** Whether weights are first stretched so that the smallest is 0 and the largest 1; default `false`. */
  readonly stretch: boolean;
}

const stretch: TransformSetting<boolean> = {
  meaning: "choice whether the smallest weight is moved to 0 and the largest to 1",
  default: false,
  why:
    "what happens to the smallest weight of a window should not move the others, and the corner where another lag " +
    "becomes the largest hinders the sampler; PyMC-Marketing and Robyn stretch",
  range: "true or false",
  contains: (value) => typeof value === "boolean",
};

/**
 * Weibull pdf adstock: the effect builds up and goes, as a Weibull density says.
 *
 *     weight_l = (shape / scale) · (l / scale)^(shape − 1) · e^(−(l / scale)^shape)
 *     stock[t] = Σ_l weight_l · x[t + lead + 1 − l],   l = 1 … window
 *
 * The first lag is counted as 1. With a shape up to 1 the effect only falls; above 1 it peaks near `scale`. With `stretch`
 * the weights become (weight − smallest) / (largest − smallest); with `normalize` (default) they are then divided by their
 * sum.
 *
 * PyMC-Marketing's `weibull_adstock` of type PDF has `l_max` for `window`, and stretches. Robyn's stretches and does not
 * normalise, over a window as long as the series, with a scale that `robynWeibullScale` gives.
 *
 * @param x           [time] or [rows…, time]  media per period, in any unit
 * @param parameters  `shape` (k), > 0; `scale` (λ), > 0, in periods. In graphs: axes among the rows
 * @param settings    `window` (13), `normalize` (true), `stretch` (false), `lead` (0)
 * @returns           the axes of all, time last; in the unit of x
 * @throws {RangeError} that lists every wrong argument
 * @source robyn2024
 * @example
 * const stock = weibullPdfAdstock(Float64Array.of(1, 0), { shape: 1, scale: 1 }, { normalize: false });
 * stock; // => [Math.exp(-1), Math.exp(-2)]
 */
export const weibullPdfAdstock = defineTransform<"shape" | "scale", WeibullPdfSettings>({
  kind: "weibull-pdf",
  title: "Weibull pdf adstock",
  parameters: {
    shape: {
      meaning: "sharpness of the peak: up to 1 there is none",
      symbol: "k",
      unit: "one",
      support: "positive",
      prior: { distribution: "gamma", shape: 3, rate: 1.5 },
      why: "mean 2, 90 % between 0.55 and 4.2: a fall from the first period on and a clear peak are both believed",
    },
    scale: weibullScale("about when the effect is greatest, in periods"),
  },
  settings: { ...windowSettings(13, "a quarter of a year of weekly data"), stretch },
  nonNegative: false,
  refuse: (parameters, settings) =>
    settings.stretch && settings.window === 1
      ? 'setting "window" must be at least 2 to stretch, got 1. Give a longer window, or do not stretch.'
      : refuseLongLead(parameters, settings),
  rule: (x, { shape, scale }, { window, normalize, stretch: asked, lead }) => {
    const lag = axis("lag", window);
    const lags = Array.from({ length: window }, (_, l) => l + 1);
    const ages = divide(constant(lags, [lag]), scale);
    const logAges = subtract(constant(lags.map(logOf), [lag]), log(scale));
    const logShapes = subtract(multiply(logAges, subtract(shape, 1)), power(ages, shape));
    const logWeights = add(logShapes, subtract(log(shape), log(scale)));
    return windowedStock(
      x,
      asked ? stretched(logWeights, normalize) : lagWeights(logWeights, normalize),
      lead,
    );
  },
});

/** From 0 to 1; relative to the largest weight, because a factor of all weights cancels, and so cannot underflow. */
function stretched(logWeights: Expression, normalize: boolean): Expression {
  const weights = exp(subtract(logWeights, maximumOf(logWeights, ["lag"])));
  const least = minimumOf(weights, ["lag"]);
  const between = divide(subtract(weights, least), add(negate(least), 1));
  return normalize ? divide(between, sum(between, ["lag"])) : between;
}

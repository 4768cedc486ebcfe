/** The Weibull distribution. */

import { add, exp as expOf, log as logOf, multiply, subtract } from "@mmm/autodiff";
import { drawExponential, exp, expm1, log, log1p, logGamma } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";

/**
 * Weibull distribution: a power of an exponential quantity; times until something happens whose risk rises (shape > 1) or
 * falls (shape < 1) with age.
 *
 *     log p(x) = log shape − log x + shape · z − e^(shape · z),   z = log(x / scale),   x > 0
 *
 * Parameters: `shape` (k), > 0; `scale` (λ), > 0, in the unit of x: 63 % of the draws lie below.
 *
 * @example
 * weibull.quantile(0.5, { shape: 1, scale: 1 }); // => 0.6931471805599453
 */
export const weibull: Distribution<"shape" | "scale"> = {
  kind: "weibull",
  parameters: {
    shape: { meaning: "growth of the risk with age: constant at 1, rising above", support: positive },
    scale: { meaning: "value below which 63 % lie", support: positive },
  },
  support: () => positive,
  logDensity: (x, { shape, scale }) => {
    const logX = logOf(x);
    const logRisk = multiply(shape, subtract(logX, logOf(scale)));
    return subtract(add(subtract(logOf(shape), logX), logRisk), expOf(logRisk));
  },
  draw: (stream, { shape, scale }) => scale * exp(log(drawExponential(stream)) / shape),
  mean: ({ shape, scale }) => scale * exp(logGamma(1 + 1 / shape)),
  standardDeviation: ({ shape, scale }) => {
    const logMean = logGamma(1 + 1 / shape);
    return scale * exp(logMean) * Math.sqrt(expm1(logGamma(1 + 2 / shape) - 2 * logMean));
  },
  quantile: (probability, { shape, scale }) => scale * exp(log(-log1p(-probability)) / shape),
  cdf: (x, { shape, scale }) => (x <= 0 ? 0 : -expm1(-exp(shape * (log(x) - log(scale))))),
};

/** The logistic distribution. */

import { add, divide, log, multiply, softplus, subtract } from "@mmm/autodiff";
import { drawUniform, logistic as logisticAt, logit } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/** π / √3, the standard deviation when scale = 1. */
const deviationOfOne = 1.8137993642342178;

/**
 * Logistic distribution: much like the normal one, with tails that fall like e^−|z| instead of e^−z²/2; the log odds of a
 * uniform share have it.
 *
 *     log p(x) = z − 2 log(1 + e^z) − log scale,   z = (x − location) / scale
 *
 * Parameters: `location` (μ), any number, mean and median; `scale` (s), > 0, in the unit of x: the standard deviation is
 * 1.81 times as large.
 *
 * @example
 * logisticDistribution.cdf(3, { location: 3, scale: 2 }); // => 0.5
 */
export const logisticDistribution: Distribution<"location" | "scale"> = {
  kind: "logistic",
  parameters: {
    location: { meaning: "mean and median", support: real },
    scale: { meaning: "width: the standard deviation over 1.81", support: positive },
  },
  support: () => real,
  logDensity: (x, { location, scale }) => {
    const z = divide(subtract(x, location), scale);
    return subtract(z, add(multiply(softplus(z), 2), log(scale)));
  },
  draw: (stream, { location, scale }) => location + scale * logit(drawUniform(stream)),
  mean: ({ location }) => location,
  standardDeviation: ({ scale }) => scale * deviationOfOne,
  quantile: (probability, { location, scale }) => location + scale * logit(probability),
  cdf: (x, { location, scale }) => logisticAt((x - location) / scale),
};

/** The Laplace distribution. */

import { add, divide, log, maximum, negate, subtract } from "@mmm/autodiff";
import { drawExponential, exp, log as logAt } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/**
 * Laplace distribution: exponential to both sides of its peak; the prior of the Bayesian lasso.
 *
 *     log p(x) = −|x − location| / scale − log(2 scale)
 *
 * Parameters: `location` (μ), any number, mean and median; `scale` (b), > 0, in the unit of x, the mean distance from it.
 * At the peak itself, where there is no slope, the gradient is that of the side below.
 *
 * @example
 * laplace.standardDeviation({ location: 0, scale: 1 }); // => Math.SQRT2
 */
export const laplace: Distribution<"location" | "scale"> = {
  kind: "laplace",
  parameters: {
    location: { meaning: "mean and median", support: real },
    scale: { meaning: "mean distance from the median", support: positive },
  },
  support: () => real,
  logDensity: (x, { location, scale }) => {
    const z = divide(subtract(x, location), scale);
    return negate(add(maximum(z, negate(z)), add(log(scale), Math.LN2)));
  },
  draw: (stream, { location, scale }) =>
    location + scale * (drawExponential(stream) - drawExponential(stream)),
  mean: ({ location }) => location,
  standardDeviation: ({ scale }) => scale * Math.SQRT2,
  quantile: (probability, { location, scale }) => {
    const beyond = 2 * Math.min(probability, 1 - probability);
    return probability < 0.5 ? location + scale * logAt(beyond) : location - scale * logAt(beyond);
  },
  cdf: (x, { location, scale }) => {
    const z = (x - location) / scale;
    return z < 0 ? 0.5 * exp(z) : 1 - 0.5 * exp(-z);
  },
};

/** The Gumbel distribution. */

import { add, divide, exp as expOf, log as logOf, negate, subtract } from "@mmm/autodiff";
import { drawExponential, exp, log } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/** Euler's constant, the mean when location = 0 and scale = 1, and π / √6, the standard deviation. */
const meanOfOne = 0.5772156649015329;
const deviationOfOne = 1.2825498301618641;

/**
 * Gumbel distribution: the largest of many quantities with light tails; leans to the right.
 *
 *     log p(x) = −z − e^−z − log scale,   z = (x − location) / scale
 *
 * Parameters: `location` (μ), any number, the mode; `scale` (β), > 0, in the unit of x.
 */
export const gumbel: Distribution<"location" | "scale"> = {
  kind: "gumbel",
  parameters: {
    location: { meaning: "mode", support: real },
    scale: { meaning: "width: the standard deviation over 1.28", support: positive },
  },
  support: () => real,
  logDensity: (x, { location, scale }) => {
    const z = divide(subtract(x, location), scale);
    return negate(add(add(z, expOf(negate(z))), logOf(scale)));
  },
  draw: (stream, { location, scale }) => location - scale * log(drawExponential(stream)),
  mean: ({ location, scale }) => location + scale * meanOfOne,
  standardDeviation: ({ scale }) => scale * deviationOfOne,
  quantile: (probability, { location, scale }) => location - scale * log(-log(probability)),
  cdf: (x, { location, scale }) => exp(-exp(-(x - location) / scale)),
};

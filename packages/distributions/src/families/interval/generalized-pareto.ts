/** The generalized Pareto distribution. */

import {
  add,
  divide,
  log as logOf,
  log1p as log1pOf,
  multiply,
  negate,
  reciprocal,
  subtract,
} from "@mmm/autodiff";
import { drawExponential, expm1, log1p } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { interval } from "../../supports/interval.js";
import { lowerBounded } from "../../supports/lower-bounded.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/**
 * Generalized Pareto distribution: what lies beyond a high threshold, whatever it came from.
 *
 *     log p(x) = −(1 + 1 / shape) log(1 + shape · z) − log scale,   z = (x − threshold) / scale,   x > threshold
 *
 * Parameters: `threshold` (μ), any number; `scale` (σ), > 0, in the unit of x; `shape` (k), any number but 0: above 0 the
 * tail is heavy (the mean is finite below 1, the standard deviation below ½), below 0 it ends at threshold − scale / shape.
 *
 * @source zhang2009
 */
export const generalizedPareto: Distribution<"threshold" | "scale" | "shape"> = {
  kind: "generalized-pareto",
  parameters: {
    threshold: { meaning: "bound below which nothing lies", support: real },
    scale: { meaning: "scale of what lies beyond the threshold", support: positive },
    shape: { meaning: "heaviness of the tail: above 0 heavy, below 0 it ends", support: real },
  },
  relation: {
    rule: '"shape" must not be 0, where an "exponential" begins at "threshold"',
    holds: ({ shape }) => shape !== 0,
  },
  support: ({ threshold, scale, shape }) =>
    shape > 0 ? lowerBounded(threshold) : interval(threshold, threshold - scale / shape),
  logDensity: (x, { threshold, scale, shape }) => {
    const z = divide(subtract(x, threshold), scale);
    const power = multiply(add(reciprocal(shape), 1), log1pOf(multiply(z, shape)));
    return negate(add(power, logOf(scale)));
  },
  draw: (stream, { threshold, scale, shape }) =>
    threshold + (scale / shape) * expm1(shape * drawExponential(stream)),
  mean: ({ threshold, scale, shape }) => (shape < 1 ? threshold + scale / (1 - shape) : Infinity),
  standardDeviation: ({ scale, shape }) =>
    shape < 0.5 ? scale / (1 - shape) / Math.sqrt(1 - 2 * shape) : Infinity,
  quantile: (probability, { threshold, scale, shape }) =>
    threshold + (scale / shape) * expm1(-shape * log1p(-probability)),
  cdf: (x, { threshold, scale, shape }) => {
    if (x <= threshold) return 0;
    const grown = (shape * (x - threshold)) / scale;
    return grown <= -1 ? 1 : -expm1(-log1p(grown) / shape);
  },
};

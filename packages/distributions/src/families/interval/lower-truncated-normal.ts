/** The normal distribution truncated from below. */

import { divide, log, subtract, toExpression } from "@mmm/autodiff";
import { drawUniform, expm1, log1p } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { lowerBounded } from "../../supports/lower-bounded.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import {
  normalTailHazard,
  normalTailLogDensity,
  normalTailDistance,
  normalTailFall,
} from "../../special-functions/normal-tail.js";

type Parameter = "mean" | "sd" | "low";

/**
 * Normal distribution truncated from below: a normal quantity of which is known that it lies above a bound. At low = 0
 * it says "positive, about `mean`".
 *
 *     log p(x) = log φ((x − mean) / sd) − log sd − log Φ((mean − low) / sd),   x > low
 *
 * Parameters: `mean` (μ), any number, and `sd` (σ), > 0, of the normal distribution before it is cut; `low`, the bound,
 * any number. All in the unit of x. Far bounds are no difficulty: digits are kept where Φ underflows.
 *
 * @example
 * lowerTruncatedNormal.mean({ mean: 0, sd: 1, low: 0 }); // => 0.7978845608028654
 */
export const lowerTruncatedNormal: Distribution<Parameter> = {
  kind: "lower-truncated-normal",
  parameters: {
    mean: { meaning: "mean before truncation", support: real },
    sd: { meaning: "standard deviation before truncation", support: positive },
    low: { meaning: "bound below which nothing lies", support: real },
  },
  support: ({ low }) => lowerBounded(low),
  logDensity: (x, { mean, sd, low }) => {
    const a = divide(subtract(low, mean), sd);
    const tail = normalTailLogDensity(a, divide(subtract(x, low), sd), divide(subtract(x, mean), sd));
    return subtract(tail, log(toExpression(sd)));
  },
  draw: (stream, parameters) => lowerTruncatedNormal.quantile(drawUniform(stream), parameters),
  mean: ({ mean, sd, low }) => {
    const a = (low - mean) / sd;
    return low + sd * (normalTailHazard(a) - a);
  },
  standardDeviation: ({ mean, sd, low }) => {
    const a = (low - mean) / sd;
    const hazard = normalTailHazard(a);
    return sd * Math.sqrt(1 - hazard * (hazard - a));
  },
  quantile: (probability, { mean, sd, low }) =>
    low + sd * normalTailDistance((low - mean) / sd, -log1p(-probability)),
  cdf: (x, { mean, sd, low }) => (x <= low ? 0 : -expm1(-normalTailFall((low - mean) / sd, (x - low) / sd))),
};

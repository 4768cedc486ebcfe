/** The half-normal distribution. */

import { add } from "@mmm/autodiff";
import { drawNormal, erf, gammaQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { normal } from "../real-line/normal.js";

const ln2 = 0.6931471805599453;
/** √(2/π), the mean when sd = 1, and √(1 − 2/π), the standard deviation. */
const meanOfOne = 0.7978845608028654;
const deviationOfOne = 0.6028102749890869;

/**
 * Half-normal distribution: the absolute value of a normal quantity with mean 0. Says "positive, most likely near zero,
 * hardly above 2 sd".
 *
 *     log p(x) = −½ (x / sd)² − log sd + ½ log(2/π),   x > 0
 *
 * Parameters: `sd` (σ), > 0, the standard deviation of the normal quantity, in the unit of x.
 *
 * @example
 * halfNormal.mean({ sd: 2 }); // => 1.5957691216057308
 */
export const halfNormal: Distribution<"sd"> = {
  kind: "half-normal",
  parameters: {
    sd: {
      meaning: "standard deviation of the normal distribution that is folded at zero",
      support: positive,
    },
  },
  support: () => positive,
  logDensity: (x, { sd }) => add(normal.logDensity(x, { mean: 0, sd }), ln2),
  draw: (stream, { sd }) => sd * Math.abs(drawNormal(stream)),
  mean: ({ sd }) => sd * meanOfOne,
  standardDeviation: ({ sd }) => sd * deviationOfOne,
  // (x / sd)² / 2 is gamma(½)-distributed; unlike the normal quantile at (1 + p) / 2 this keeps the digits of a small p.
  quantile: (probability, { sd }) => sd * Math.sqrt(2 * gammaQuantile(probability, 0.5)),
  cdf: (x, { sd }) => (x <= 0 ? 0 : erf((x / sd) * Math.SQRT1_2)),
};

/** The normal distribution. */

import { add, divide, log, multiply, square, subtract } from "@mmm/autodiff";
import { drawNormal, normalCdf, normalQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/** ½ log 2π, rounded to nearest. */
export const halfLogTwoPi = 0.9189385332046728;

/**
 * Normal distribution: the sum of many small influences.
 *
 *     log p(x) = −½ ((x − mean) / sd)² − log sd − ½ log 2π
 *
 * Parameters: `mean` (μ), any number; `sd` (σ), > 0, in the unit of x.
 *
 * @example
 * normal.quantile(0.975, { mean: 0, sd: 1 }); // => 1.959963984540054
 */
export const normal: Distribution<"mean" | "sd"> = {
  kind: "normal",
  parameters: {
    mean: { meaning: "mean and median", support: real },
    sd: { meaning: "standard deviation", support: positive },
  },
  support: () => real,
  logDensity: (x, { mean, sd }) => {
    const z = divide(subtract(x, mean), sd);
    return subtract(multiply(square(z), -0.5), add(log(sd), halfLogTwoPi));
  },
  draw: (stream, { mean, sd }) => mean + sd * drawNormal(stream),
  mean: ({ mean }) => mean,
  standardDeviation: ({ sd }) => sd,
  quantile: (probability, { mean, sd }) => mean + sd * normalQuantile(probability),
  cdf: (x, { mean, sd }) => normalCdf((x - mean) / sd),
};

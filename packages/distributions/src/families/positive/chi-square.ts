/** The chi-square distribution. */

import { multiply } from "@mmm/autodiff";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { gamma } from "./gamma.js";

/**
 * Chi-square distribution: the sum of squares of so many standard normal quantities; gamma(degreesOfFreedom / 2, ½).
 *
 *     log p(x) = (½ ν − 1) log x − ½ x − ½ ν log 2 − log Γ(½ ν),   x > 0
 *
 * Parameters: `degreesOfFreedom` (ν), > 0, the mean; need not be whole.
 */
export const chiSquare: Distribution<"degreesOfFreedom"> = {
  kind: "chi-square",
  parameters: { degreesOfFreedom: { meaning: "number of squares, the mean", support: positive } },
  support: () => positive,
  logDensity: (x, { degreesOfFreedom }) =>
    gamma.logDensity(x, { shape: multiply(degreesOfFreedom, 0.5), rate: 0.5 }),
  draw: (stream, parameters) => gamma.draw(stream, asGamma(parameters)),
  mean: ({ degreesOfFreedom }) => degreesOfFreedom,
  standardDeviation: ({ degreesOfFreedom }) => Math.sqrt(2 * degreesOfFreedom),
  quantile: (probability, parameters) => gamma.quantile(probability, asGamma(parameters)),
  cdf: (x, parameters) => gamma.cdf(x, asGamma(parameters)),
};

function asGamma({ degreesOfFreedom }: Readonly<Record<"degreesOfFreedom", number>>): {
  readonly shape: number;
  readonly rate: number;
} {
  return { shape: 0.5 * degreesOfFreedom, rate: 0.5 };
}

/** The log-normal distribution. */

import { log as logOf, subtract } from "@mmm/autodiff";
import { drawNormal, exp, expm1, log, normalCdf, normalQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import { normal } from "../real-line/normal.js";

/**
 * Log-normal distribution: a positive quantity whose logarithm is normal; multiplying and dividing it by the same factor
 * are equally likely.
 *
 *     log p(x) = −½ ((log x − logMean) / logSd)² − log logSd − log x − ½ log 2π,   x > 0
 *
 * Parameters: `logMean` (μ), any number: the log of the median; `logSd` (σ), > 0: 0.7 says "within a factor of 4 at 95 %".
 *
 * @example
 * logNormal.quantile(0.5, { logMean: 0, logSd: 0.9 }); // => 1
 */
export const logNormal: Distribution<"logMean" | "logSd"> = {
  kind: "log-normal",
  parameters: {
    logMean: { meaning: "mean of the logarithm, the logarithm of the median", support: real },
    logSd: { meaning: "standard deviation of the logarithm", support: positive },
  },
  support: () => positive,
  logDensity: (x, { logMean, logSd }) => {
    const logX = logOf(x);
    return subtract(normal.logDensity(logX, { mean: logMean, sd: logSd }), logX);
  },
  draw: (stream, { logMean, logSd }) => exp(logMean + logSd * drawNormal(stream)),
  mean: ({ logMean, logSd }) => exp(logMean + 0.5 * logSd * logSd),
  standardDeviation: ({ logMean, logSd }) =>
    exp(logMean + 0.5 * logSd * logSd) * Math.sqrt(expm1(logSd * logSd)),
  quantile: (probability, { logMean, logSd }) => exp(logMean + logSd * normalQuantile(probability)),
  cdf: (x, { logMean, logSd }) => (x <= 0 ? 0 : normalCdf((log(x) - logMean) / logSd)),
};

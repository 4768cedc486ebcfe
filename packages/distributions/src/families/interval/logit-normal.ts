/** The logit-normal distribution. */

import { add, log, log1p, negate, subtract } from "@mmm/autodiff";
import { drawNormal, exp, logistic, logit, normalCdf, normalQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import { unitInterval } from "../../supports/unit-interval.js";
import { halfLogTwoPi, normal } from "../real-line/normal.js";

/**
 * Logit-normal distribution: a share between 0 and 1 whose log odds are normal.
 *
 *     log p(x) = log φ((logit x − logitMean) / logitSd) − log logitSd − log x − log(1 − x),   0 < x < 1
 *
 * Parameters: `logitMean` (μ), any number, the log odds of the median; `logitSd` (σ), > 0.
 */
export const logitNormal: Distribution<"logitMean" | "logitSd"> = {
  kind: "logit-normal",
  parameters: {
    logitMean: { meaning: "mean of the log odds, the log odds of the median", support: real },
    logitSd: { meaning: "standard deviation of the log odds", support: positive },
  },
  support: () => unitInterval,
  logDensity: (x, { logitMean, logitSd }) => {
    const [logX, logRest] = [log(x), log1p(negate(x))];
    const ofLogOdds = normal.logDensity(subtract(logX, logRest), { mean: logitMean, sd: logitSd });
    return subtract(ofLogOdds, add(logX, logRest));
  },
  draw: (stream, { logitMean, logitSd }) => logistic(logitMean + logitSd * drawNormal(stream)),
  mean: ({ logitMean, logitSd }) => expected((x) => x, logitMean, logitSd),
  standardDeviation: ({ logitMean, logitSd }) => {
    const mean = expected((x) => x, logitMean, logitSd);
    return Math.sqrt(expected((x) => (x - mean) * (x - mean), logitMean, logitSd));
  },
  quantile: (probability, { logitMean, logitSd }) =>
    logistic(logitMean + logitSd * normalQuantile(probability)),
  cdf: (x, { logitMean, logitSd }) => {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    return normalCdf((logit(x) - logitMean) / logitSd);
  },
};

/**
 * The mean of a function of the share, for which there is no formula: the trapezoid rule over ±9 sd of the log odds, whose
 * error falls like e^(−2π · distance of the nearest pole / step) and is below 1e−14 here up to logitSd = 10.
 */
function expected(of: (x: number) => number, logitMean: number, logitSd: number): number {
  const step = Math.min(0.25, 0.5 / logitSd);
  const count = Math.ceil(9 / step);
  let total = 0;
  for (let i = -count; i <= count; i++) {
    const z = i * step;
    total += step * exp(-0.5 * z * z - halfLogTwoPi) * of(logistic(logitMean + logitSd * z));
  }
  return total;
}

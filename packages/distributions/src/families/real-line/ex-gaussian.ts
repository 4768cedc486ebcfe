/** The exponentially modified normal distribution. */

import { add, divide, log as logOf, multiply, negate, square, subtract } from "@mmm/autodiff";
import { drawExponential, drawNormal, exp, normalCdf, normalLogCdf } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { findRoot } from "../../find-root.js";
import {
  normalTailCases,
  normalTailLogHazard,
  normalTailLogMass,
} from "../../special-functions/normal-tail.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import { halfLogTwoPi } from "./normal.js";

type Parameters = Readonly<Record<"mean" | "sd" | "delay", number>>;

/**
 * Exponentially modified normal (ex-Gaussian) distribution: a normal quantity and an exponential delay added up.
 *
 *     log p(x) = −log delay − (x − mean) / delay + ½ (sd / delay)² + log Φ((x − mean) / sd − sd / delay)
 *
 * Parameters: `mean` (μ), any number, and `sd` (σ), > 0, of the normal part; `delay` (ν), > 0, mean of the exponential
 * part. All in the unit of x.
 */
export const exGaussian: Distribution<"mean" | "sd" | "delay"> = {
  kind: "ex-gaussian",
  parameters: {
    mean: { meaning: "mean of the normal part", support: real },
    sd: { meaning: "standard deviation of the normal part", support: positive },
    delay: { meaning: "mean of the exponential part", support: positive },
  },
  support: () => real,
  logDensity: (x, { mean, sd, delay }) => {
    const [z, ratio] = [divide(subtract(x, mean), sd), divide(sd, delay)];
    // With a = ratio − z the squares are −½ z² + ½ a²: left of the middle the hazard at a takes the place of ½ a² + log Φ(−a).
    const logDensity = normalTailCases(
      subtract(ratio, z),
      (a) => negate(add(add(multiply(square(z), 0.5), halfLogTwoPi), normalTailLogHazard(a))),
      (a) => add(multiply(ratio, subtract(multiply(ratio, 0.5), z)), normalTailLogMass(a)),
    );
    return subtract(logDensity, logOf(delay));
  },
  draw: (stream, { mean, sd, delay }) => mean + sd * drawNormal(stream) + delay * drawExponential(stream),
  mean: ({ mean, delay }) => mean + delay,
  standardDeviation: ({ sd, delay }) => Math.sqrt(sd * sd + delay * delay),
  quantile: (probability, parameters) => quantileOf(probability, parameters),
  cdf: (x, { mean, sd, delay }) => {
    if (Math.abs(x) === Infinity) return x < 0 ? 0 : 1;
    const [z, ratio] = [(x - mean) / sd, sd / delay];
    const late = exp(ratio * (0.5 * ratio - z) + normalLogCdf(z - ratio));
    return Math.min(1, Math.max(0, normalCdf(z) - late));
  },
};

function quantileOf(probability: number, parameters: Parameters): number {
  if (!(probability > 0 && probability < 1)) return probability === 0 ? -Infinity : Infinity;
  const [middle, spread] = [exGaussian.mean(parameters), exGaussian.standardDeviation(parameters)];
  const excess = (z: number): number => exGaussian.cdf(middle + spread * z, parameters) - probability;
  return middle + spread * findRoot(excess, 0, 800)!;
}

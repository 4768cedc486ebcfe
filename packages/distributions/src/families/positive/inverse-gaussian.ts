/** The inverse Gaussian distribution. */

import { divide, log as logOf, multiply, square, subtract } from "@mmm/autodiff";
import { drawNormal, drawUniform, exp, log, normalCdf, normalLogCdf } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { findRoot } from "../../find-root.js";
import { positive } from "../../supports/positive.js";
import { halfLogTwoPi } from "../real-line/normal.js";

/**
 * Inverse Gaussian (Wald) distribution: the time at which a drifting random walk first passes a line.
 *
 *     log p(x) = ½ log(shape / (2π x³)) − shape · (x − mean)² / (2 mean² x),   x > 0
 *
 * Parameters: `mean` (μ), > 0, in the unit of x; `shape` (λ), > 0, in the unit of x; variance mean³ / shape.
 *
 * @source michael1976
 * @example
 * inverseGaussian.standardDeviation({ mean: 2, shape: 8 }); // => 1
 */
export const inverseGaussian: Distribution<"mean" | "shape"> = {
  kind: "inverse-gaussian",
  parameters: {
    mean: { meaning: "mean", support: positive },
    shape: { meaning: "concentration around the mean, in the unit of the quantity", support: positive },
  },
  support: () => positive,
  logDensity: (x, { mean, shape }) => {
    const distance = divide(subtract(x, mean), mean);
    const kernel = divide(multiply(shape, square(distance)), multiply(x, 2));
    const front = multiply(subtract(logOf(shape), multiply(logOf(x), 3)), 0.5);
    return subtract(subtract(front, halfLogTwoPi), kernel);
  },
  draw: (stream, { mean, shape }) => {
    // Both x and mean² / x solve shape (x − mean)² / (mean² x) = N²; the smaller one, written without a difference.
    const normal = drawNormal(stream);
    const half = (mean / shape) * 0.5 * normal * normal;
    const smaller = mean / (1 + half + Math.sqrt(half * (2 + half)));
    return drawUniform(stream) * (mean + smaller) <= mean ? smaller : mean * (mean / smaller);
  },
  mean: ({ mean }) => mean,
  standardDeviation: ({ mean, shape }) => mean * Math.sqrt(mean / shape),
  quantile: (probability, parameters) => quantileOf(probability, parameters),
  cdf: (x, { mean, shape }) => {
    if (x <= 0) return 0;
    if (x === Infinity) return 1;
    const root = Math.sqrt(shape / x);
    const mirrored = exp(2 * (shape / mean) + normalLogCdf(-root * (x / mean + 1)));
    return Math.min(1, normalCdf(root * (x / mean - 1)) + mirrored);
  },
};

function quantileOf(probability: number, parameters: Readonly<Record<"mean" | "shape", number>>): number {
  if (probability <= 0 || probability >= 1) return probability <= 0 ? 0 : Infinity;
  const excess = (logX: number): number => inverseGaussian.cdf(exp(logX), parameters) - probability;
  return exp(findRoot(excess, log(parameters.mean), 700)!);
}

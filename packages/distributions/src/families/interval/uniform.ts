/** The uniform distribution. */

import { log, multiply, subtract } from "@mmm/autodiff";
import { drawUniform } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { interval } from "../../supports/interval.js";
import { real } from "../../supports/real.js";

/** √(1/12), the standard deviation on an interval of length one. */
const deviationOfOne = 0.28867513459481287;

/**
 * Uniform distribution: every number between two ends is as likely as any other, and none outside is possible. Prefer a
 * distribution without hard ends where an end is a guess.
 *
 *     log p(x) = −log(high − low),   low < x < high
 *
 * Parameters: `low` and `high`, in the unit of x, low < high.
 *
 * @example
 * uniform.mean({ low: 1, high: 4 }); // => 2.5
 */
export const uniform: Distribution<"low" | "high"> = {
  kind: "uniform",
  parameters: {
    low: { meaning: "lower end", support: real },
    high: { meaning: "upper end", support: real },
  },
  relation: { rule: '"low" must be below "high"', holds: ({ low, high }) => low < high },
  support: ({ low, high }) => interval(low, high),
  // x takes part for its axes alone: one log density per element.
  logDensity: (x, { low, high }) => subtract(multiply(x, 0), log(subtract(high, low))),
  draw: (stream, { low, high }) => low + (high - low) * drawUniform(stream),
  mean: ({ low, high }) => low + 0.5 * (high - low),
  standardDeviation: ({ low, high }) => (high - low) * deviationOfOne,
  quantile: (probability, { low, high }) => low + (high - low) * probability,
  cdf: (x, { low, high }) => Math.min(1, Math.max(0, (x - low) / (high - low))),
};

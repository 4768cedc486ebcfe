/** The Pareto distribution. */

import { add, log as logOf, multiply, subtract } from "@mmm/autodiff";
import { drawExponential, exp, expm1, log, log1p } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { lowerBounded } from "../../supports/lower-bounded.js";
import { positive } from "../../supports/positive.js";

/**
 * Pareto distribution: sizes above a minimum, of which each doubling halves the count by the same factor.
 *
 *     log p(x) = log shape + shape · log minimum − (shape + 1) log x,   x > minimum
 *
 * Parameters: `minimum` (x_m), > 0, in the unit of x; `shape` (α), > 0: the mean is finite above 1, the standard deviation
 * above 2.
 */
export const pareto: Distribution<"minimum" | "shape"> = {
  kind: "pareto",
  parameters: {
    minimum: { meaning: "bound below which nothing lies", support: positive },
    shape: { meaning: "lightness of the tail: the larger, the lighter", support: positive },
  },
  support: ({ minimum }) => lowerBounded(minimum),
  logDensity: (x, { minimum, shape }) => {
    const power = multiply(shape, subtract(logOf(minimum), logOf(x)));
    return add(power, subtract(logOf(shape), logOf(x)));
  },
  draw: (stream, { minimum, shape }) => minimum + minimum * expm1(drawExponential(stream) / shape),
  mean: ({ minimum, shape }) => (shape > 1 ? (minimum * shape) / (shape - 1) : Infinity),
  standardDeviation: ({ minimum, shape }) =>
    shape > 2 ? (minimum / (shape - 1)) * Math.sqrt(shape / (shape - 2)) : Infinity,
  quantile: (probability, { minimum, shape }) => minimum * exp(-log1p(-probability) / shape),
  cdf: (x, { minimum, shape }) => (x <= minimum ? 0 : -expm1(-shape * log(x / minimum))),
};

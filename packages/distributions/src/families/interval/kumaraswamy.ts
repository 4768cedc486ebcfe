/** The Kumaraswamy distribution. */

import { add, expm1 as expm1Of, log as logOf, multiply, negate, subtract } from "@mmm/autodiff";
import { drawUniform, exp, expm1, log, log1p, logBeta } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { unitInterval } from "../../supports/unit-interval.js";

/**
 * Kumaraswamy distribution: a share between 0 and 1, much like the beta distribution, with a cdf that is a formula.
 *
 *     log p(x) = log a + log b + (a − 1) log x + (b − 1) log(1 − x^a),   0 < x < 1
 *
 * Parameters: `a` and `b`, both > 0: weights of 1 and of 0.
 */
export const kumaraswamy: Distribution<"a" | "b"> = {
  kind: "kumaraswamy",
  parameters: {
    a: { meaning: "weight of 1", support: positive },
    b: { meaning: "weight of 0", support: positive },
  },
  support: () => unitInterval,
  logDensity: (x, { a, b }) => {
    const logX = logOf(x);
    const logRest = logOf(negate(expm1Of(multiply(a, logX))));
    const powers = add(multiply(subtract(a, 1), logX), multiply(subtract(b, 1), logRest));
    return add(powers, add(logOf(a), logOf(b)));
  },
  draw: (stream, parameters) => kumaraswamy.quantile(drawUniform(stream), parameters),
  mean: ({ a, b }) => moment(1, a, b),
  standardDeviation: ({ a, b }) => {
    const mean = moment(1, a, b);
    return Math.sqrt(moment(2, a, b) - mean * mean);
  },
  quantile: (probability, { a, b }) => exp(log(-expm1(log1p(-probability) / b)) / a),
  cdf: (x, { a, b }) => {
    if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
    return -expm1(b * log1p(-exp(a * log(x))));
  },
};

/** E xⁿ = b B(1 + n/a, b). */
function moment(n: number, a: number, b: number): number {
  return b * exp(logBeta(1 + n / a, b));
}

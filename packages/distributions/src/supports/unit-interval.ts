/** The shares between 0 and 1 as a support. */

import { logistic as logisticOf } from "@mmm/autodiff";
import { logistic, logit } from "@mmm/numerics";
import { logisticLogSlope } from "./logistic-log-slope.js";
import type { Support } from "./support.js";

/**
 * Shares between 0 and 1, through the logistic function: x = 1 / (1 + e⁻ᵘ).
 *
 * @example
 * unitInterval.toConstrained(0); // => 0.5
 * unitInterval.toUnconstrained(0.5); // => 0
 */
export const unitInterval: Support = {
  kind: "unit-interval",
  range: "between 0 and 1",
  constrain: (u) => logisticOf(u),
  logJacobian: logisticLogSlope,
  toUnconstrained: (x) => logit(x),
  toConstrained: (u) => logistic(u),
  contains: (x) => x > 0 && x < 1,
};

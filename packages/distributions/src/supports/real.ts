/** The whole real line as a support. */

import { multiply } from "@mmm/autodiff";
import type { Support } from "./support.js";

/**
 * All real numbers; both maps are the identity.
 *
 * @example
 * real.contains(-3); // => true
 */
export const real: Support = {
  kind: "real",
  range: "a finite number",
  constrain: (u) => u,
  logJacobian: (u) => multiply(u, 0),
  toUnconstrained: (x) => x,
  toConstrained: (u) => u,
  contains: (x) => Number.isFinite(x),
};

/** The largest effect as a parameter of a saturation. */

import type { TransformParameter } from "../transform.js";

/**
 * The level that a curve approaches. A model multiplies every saturation by a coefficient, which says the same: so it
 * is held at 1 there, and freed only where a curve is used without one.
 */
export const asymptote: TransformParameter = {
  meaning: "largest effect, which the curve approaches",
  symbol: "a",
  unit: "one",
  support: "positive",
  prior: { distribution: "log-normal", logMean: 0, logSd: 1 },
  why:
    "when freed: median 1, 90 % between 0.19 and 5.2, with effects in units of the mean KPI of a period; where a " +
    "coefficient follows, both say the same, so that it is held at 1",
  fixed: 1,
};

/** The scale of a Weibull adstock as a parameter. */

import type { TransformParameter } from "../transform.js";

/** The scale in periods, with what it means for one of the two curves. */
export function weibullScale(meaning: string): TransformParameter {
  return {
    meaning,
    symbol: "λ",
    unit: "periods",
    support: "positive",
    prior: { distribution: "gamma", shape: 2, rate: 1 },
    why: "mean 2, 90 % between 0.36 and 4.7 periods: from an effect of days to one of a good month of weekly data",
  };
}

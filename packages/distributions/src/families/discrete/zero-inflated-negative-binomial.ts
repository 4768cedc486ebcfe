/** The zero-inflated negative binomial distribution. */

import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { negativeBinomial } from "./negative-binomial.js";
import { zeroInflated } from "./zero-inflated.js";

/**
 * Zero-inflated negative binomial distribution: overdispersed counts, and a share of periods in which nothing can happen.
 *
 *     P(k) = zeroProbability · [k = 0] + (1 − zeroProbability) · NegativeBinomial(k; mean, dispersion)
 *
 * Parameters: `mean` (μ), > 0, the count expected where something can happen; `dispersion` (φ), > 0;
 * `zeroProbability` (π), in (0, 1).
 *
 * @example
 * zeroInflatedNegativeBinomial.mean({ mean: 4, dispersion: 2, zeroProbability: 0.25 }); // => 3
 */
export const zeroInflatedNegativeBinomial: DiscreteDistribution<"mean" | "dispersion" | "zeroProbability"> =
  zeroInflated(negativeBinomial, "zero-inflated-negative-binomial");

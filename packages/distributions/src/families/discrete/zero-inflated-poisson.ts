/** The zero-inflated Poisson distribution. */

import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { poisson } from "./poisson.js";
import { zeroInflated } from "./zero-inflated.js";

/**
 * Zero-inflated Poisson distribution: Poisson counts, and a share of periods in which nothing can happen.
 *
 *     P(k) = zeroProbability · [k = 0] + (1 − zeroProbability) · Poisson(k; mean)
 *
 * Parameters: `mean` (λ), > 0, the count expected where something can happen; `zeroProbability` (π), in (0, 1).
 *
 * @example
 * zeroInflatedPoisson.mean({ mean: 4, zeroProbability: 0.25 }); // => 3
 */
export const zeroInflatedPoisson: DiscreteDistribution<"mean" | "zeroProbability"> = zeroInflated(
  poisson,
  "zero-inflated-poisson",
);

/** R2D2: a prior on how much a regression explains, divided among its coefficients. */

import { divide, type Expression, multiply, type Operand, sqrt, subtract } from "@mmm/autodiff";
import type { Prior } from "../priors/prior.js";

/** What the coefficients are made of. */
export interface R2d2Parts {
  /** Standard normal, one per coefficient. */
  readonly raw: Operand;
  /** (φ) one per coefficient, above 0 and summing to 1: the part of what is explained that each explains. */
  readonly shares: Operand;
  /** (R²) in (0, 1), one for all: the share of the outcome's variance that the regression explains. */
  readonly explained: Operand;
  /** (σ) > 0: standard deviation of the noise, in the unit of the outcome. */
  readonly noiseScale: Operand;
}

/**
 * Coefficients of standardised columns whose regression explains a share R² of the variance:
 *
 *     coefficient = raw · noiseScale · √(shares · R² / (1 − R²))
 *
 * One prior on R², which people can state, fixes the size of all coefficients together, however many there are.
 *
 * @param parts  `raw`, `shares`, `explained`, `noiseScale`, with the priors of `r2d2Priors` and a Dirichlet for the shares
 * @returns      the axes of all
 * @source zhang2022, aguilar2023
 * @example
 * import { evaluate } from "@mmm/autodiff";
 * evaluate(r2d2Coefficients({ raw: 1, shares: 0.25, explained: 0.8, noiseScale: 3 })); // => [3]
 */
export function r2d2Coefficients({ raw, shares, explained, noiseScale }: R2d2Parts): Expression {
  const odds = divide(explained, subtract(1, explained));
  return multiply(multiply(raw, noiseScale), sqrt(multiply(shares, odds)));
}

/**
 * Priors of the parts of `r2d2Coefficients` that are single numbers: R² ~ beta with a stated mean. The shares have a
 * Dirichlet distribution: concentrations below 1 expect few coefficients to matter, above 1 all to matter alike.
 *
 * @param belief  `mean`: expected R², in (0, 1); `weight`: as many observations as the belief is worth, > 0 (2 at a mean
 *                of ½ makes all R² equally likely)
 * @returns       the priors of `raw` and `explained`
 * @throws {RangeError} when the mean is not in (0, 1) or the weight not > 0
 * @source zhang2022, aguilar2023
 * @example
 * r2d2Priors({ mean: 0.4, weight: 5 }).explained; // => { distribution: "beta", alpha: 2, beta: 3 }
 */
export function r2d2Priors({
  mean,
  weight,
}: {
  readonly mean: number;
  readonly weight: number;
}): Readonly<Record<"raw" | "explained", Prior>> {
  if (!(mean > 0 && mean < 1 && weight > 0 && weight < Infinity)) {
    throw new RangeError(
      `r2d2Priors: mean must be between 0 and 1 and weight > 0, got ${mean} and ${weight}. ` +
        "Say which share of the variance is expected to be explained.",
    );
  }
  return {
    raw: { distribution: "normal", mean: 0, sd: 1 },
    explained: { distribution: "beta", alpha: mean * weight, beta: (1 - mean) * weight },
  };
}

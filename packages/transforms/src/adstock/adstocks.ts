/** The table of adstocks, by the names that specs use. */

import { transformOf } from "../transform-of.js";
import type { Transform } from "../transform.js";
import { betaGammaAdstock } from "./beta-gamma-adstock.js";
import { binomialAdstock } from "./binomial-adstock.js";
import { delayedAdstock } from "./delayed-adstock.js";
import { geometricAdstock } from "./geometric-adstock.js";
import { halfLifeAdstock } from "./half-life-adstock.js";
import { noAdstock } from "./no-adstock.js";
import { weibullCdfAdstock } from "./weibull-cdf-adstock.js";
import { weibullPdfAdstock } from "./weibull-pdf-adstock.js";

/**
 * Every adstock by kind.
 *
 * @example
 * adstocks.geometric.parameters.retention.symbol; // => "α"
 */
export const adstocks = {
  geometric: geometricAdstock,
  "half-life": halfLifeAdstock,
  delayed: delayedAdstock,
  binomial: binomialAdstock,
  "weibull-pdf": weibullPdfAdstock,
  "weibull-cdf": weibullCdfAdstock,
  "beta-gamma": betaGammaAdstock,
  none: noAdstock,
} as const;

/** The kinds of adstock. */
export type AdstockKind = keyof typeof adstocks;

/**
 * The adstock of a kind.
 *
 * @param kind  its name in specs
 * @returns     the transform
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * adstockOf("geometric")(Float64Array.of(1, 0), { retention: 0.5 }, { normalize: false }); // => [1, 0.5]
 */
export function adstockOf(kind: string): Transform {
  return transformOf("adstock", adstocks, kind);
}

/** The table of distributions, by the names that specs use. */

import type { Distribution } from "./distribution.js";
import { beta } from "./families/interval/beta.js";
import { exponential } from "./families/positive/exponential.js";
import { gamma } from "./families/positive/gamma.js";
import { halfNormal } from "./families/positive/half-normal.js";
import { logNormal } from "./families/positive/log-normal.js";
import { normal } from "./families/real-line/normal.js";
import { studentT } from "./families/real-line/student-t.js";
import { uniform } from "./families/interval/uniform.js";
import { nearestName } from "./nearest-name.js";

/**
 * Every distribution by kind.
 *
 * @example
 * Object.keys(distributions); // => ["normal", "half-normal", "log-normal", "beta", "gamma", "student-t", "exponential", "uniform"]
 */
export const distributions = {
  normal,
  "half-normal": halfNormal,
  "log-normal": logNormal,
  beta,
  gamma,
  "student-t": studentT,
  exponential,
  uniform,
} as const satisfies Readonly<Record<string, Distribution>>;

/** The kinds of distributions. */
export type DistributionKind = keyof typeof distributions;

/** The kinds, in the order of the table. */
export const distributionKinds: readonly string[] = Object.keys(distributions);

/**
 * The distribution of a kind.
 *
 * @param kind  its name in specs
 * @returns     the distribution
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * distributionOf("log-normal").mean({ logMean: 0, logSd: 0.5 }); // => 1.133148453066826
 */
export function distributionOf(kind: string): Distribution {
  if (!distributionKinds.includes(kind)) {
    const nearest = nearestName(kind, distributionKinds);
    const advice = nearest === undefined ? "Choose one of them." : `Did you mean "${nearest}"?`;
    throw new RangeError(
      `distribution: kind must be known, got "${kind}" (${distributionKinds.join(", ")}). ${advice}`,
    );
  }
  return distributions[kind as DistributionKind];
}

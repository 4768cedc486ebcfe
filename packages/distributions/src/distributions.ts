/** The table of distributions of one real number, by the names that specs use. */

import type { Distribution } from "./distribution.js";
import { beta } from "./families/interval/beta.js";
import { lowerTruncatedNormal } from "./families/interval/lower-truncated-normal.js";
import { truncatedNormal } from "./families/interval/truncated-normal.js";
import { uniform } from "./families/interval/uniform.js";
import { exponential } from "./families/positive/exponential.js";
import { gamma } from "./families/positive/gamma.js";
import { halfCauchy } from "./families/positive/half-cauchy.js";
import { halfNormal } from "./families/positive/half-normal.js";
import { halfStudentT } from "./families/positive/half-student-t.js";
import { inverseGamma } from "./families/positive/inverse-gamma.js";
import { inverseGaussian } from "./families/positive/inverse-gaussian.js";
import { logNormal } from "./families/positive/log-normal.js";
import { weibull } from "./families/positive/weibull.js";
import { cauchy } from "./families/real-line/cauchy.js";
import { laplace } from "./families/real-line/laplace.js";
import { logisticDistribution } from "./families/real-line/logistic.js";
import { normal } from "./families/real-line/normal.js";
import { studentT } from "./families/real-line/student-t.js";
import { namedRow } from "./named-row.js";

/**
 * Every distribution of one real number by kind: what a prior may be.
 *
 * @example
 * Object.keys(distributions).slice(0, 3); // => ["normal", "student-t", "cauchy"]
 */
export const distributions = {
  normal,
  "student-t": studentT,
  cauchy,
  laplace,
  logistic: logisticDistribution,
  "half-normal": halfNormal,
  "half-student-t": halfStudentT,
  "half-cauchy": halfCauchy,
  "log-normal": logNormal,
  exponential,
  gamma,
  "inverse-gamma": inverseGamma,
  weibull,
  "inverse-gaussian": inverseGaussian,
  "lower-truncated-normal": lowerTruncatedNormal,
  beta,
  uniform,
  "truncated-normal": truncatedNormal,
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
  return namedRow<Distribution>(distributions, kind, "distribution");
}

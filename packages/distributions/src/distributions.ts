/** The table of distributions of one real number, by the names that specs use. */

import type { Distribution } from "./distribution.js";
import { beta } from "./families/interval/beta.js";
import { generalizedPareto } from "./families/interval/generalized-pareto.js";
import { kumaraswamy } from "./families/interval/kumaraswamy.js";
import { logitNormal } from "./families/interval/logit-normal.js";
import { lowerTruncatedNormal } from "./families/interval/lower-truncated-normal.js";
import { truncatedNormal } from "./families/interval/truncated-normal.js";
import { uniform } from "./families/interval/uniform.js";
import { vonMises } from "./families/interval/von-mises.js";
import { chiSquare } from "./families/positive/chi-square.js";
import { exponential } from "./families/positive/exponential.js";
import { gamma } from "./families/positive/gamma.js";
import { halfCauchy } from "./families/positive/half-cauchy.js";
import { halfNormal } from "./families/positive/half-normal.js";
import { halfStudentT } from "./families/positive/half-student-t.js";
import { inverseGamma } from "./families/positive/inverse-gamma.js";
import { inverseGaussian } from "./families/positive/inverse-gaussian.js";
import { logNormal } from "./families/positive/log-normal.js";
import { pareto } from "./families/positive/pareto.js";
import { weibull } from "./families/positive/weibull.js";
import { asymmetricLaplace } from "./families/real-line/asymmetric-laplace.js";
import { cauchy } from "./families/real-line/cauchy.js";
import { exGaussian } from "./families/real-line/ex-gaussian.js";
import { gumbel } from "./families/real-line/gumbel.js";
import { laplace } from "./families/real-line/laplace.js";
import { logisticDistribution } from "./families/real-line/logistic.js";
import { normal } from "./families/real-line/normal.js";
import { skewNormal } from "./families/real-line/skew-normal.js";
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
  "skew-normal": skewNormal,
  "asymmetric-laplace": asymmetricLaplace,
  "ex-gaussian": exGaussian,
  gumbel,
  "half-normal": halfNormal,
  "half-student-t": halfStudentT,
  "half-cauchy": halfCauchy,
  "log-normal": logNormal,
  exponential,
  gamma,
  "inverse-gamma": inverseGamma,
  weibull,
  "inverse-gaussian": inverseGaussian,
  "chi-square": chiSquare,
  pareto,
  "lower-truncated-normal": lowerTruncatedNormal,
  beta,
  kumaraswamy,
  "logit-normal": logitNormal,
  uniform,
  "von-mises": vonMises,
  "truncated-normal": truncatedNormal,
  "generalized-pareto": generalizedPareto,
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

/** The table of distributions of arrays, by the names that specs use. */

import type { Axis } from "@mmm/autodiff";
import { dirichlet } from "./families/multivariate/dirichlet.js";
import { lkjCholesky } from "./families/multivariate/lkj-cholesky.js";
import { multivariateNormal } from "./families/multivariate/multivariate-normal.js";
import { multivariateStudentT } from "./families/multivariate/multivariate-student-t.js";
import type { MultivariateDistribution } from "./multivariate-distribution.js";
import { namedRow } from "./named-row.js";

/**
 * Every distribution of arrays by kind, each made for an axis.
 *
 * @example
 * Object.keys(multivariateDistributions); // => ["dirichlet", "multivariate-normal", "multivariate-student-t", "lkj-cholesky"]
 */
export const multivariateDistributions = {
  dirichlet,
  "multivariate-normal": multivariateNormal,
  "multivariate-student-t": multivariateStudentT,
  "lkj-cholesky": lkjCholesky,
} as const satisfies Readonly<Record<string, (along: Axis) => MultivariateDistribution>>;

/**
 * The distribution of arrays of a kind, for an axis.
 *
 * @param kind   its name in specs
 * @param along  the axis of the quantity
 * @returns      the distribution
 * @throws {RangeError} naming the nearest kind when there is no such kind
 * @example
 * import { axis } from "@mmm/autodiff";
 * multivariateDistributionOf("dirichlet", axis("channel", 4)).mean({ concentration: 1 }); // => [0.25, 0.25, 0.25, 0.25]
 */
export function multivariateDistributionOf(kind: string, along: Axis): MultivariateDistribution {
  const table: Readonly<Record<string, (along: Axis) => MultivariateDistribution>> =
    multivariateDistributions;
  return namedRow(table, kind, "multivariate distribution")(along);
}

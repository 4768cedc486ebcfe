/** @mmm/distributions: densities as expressions, supports with Jacobians, random variates, priors as plain data. */

export type { Distribution, DistributionParameter } from "./distribution.js";
export { type DistributionKind, distributionOf, distributions } from "./distributions.js";
export { beta } from "./families/interval/beta.js";
export { exponential } from "./families/positive/exponential.js";
export { gamma } from "./families/positive/gamma.js";
export { halfNormal } from "./families/positive/half-normal.js";
export { logNormal } from "./families/positive/log-normal.js";
export { normal } from "./families/real-line/normal.js";
export { studentT } from "./families/real-line/student-t.js";
export { uniform } from "./families/interval/uniform.js";
export { type BelievedInterval, priorFromInterval } from "./priors/prior-from-interval.js";
export { type MeanAndSd, priorFromMeanAndSd } from "./priors/prior-from-mean-and-sd.js";
export { checkPrior, type Prior, priorParameters } from "./priors/prior.js";
export { type ArraySupport, columnAxis } from "./supports/array-support.js";
export { correlationCholesky } from "./supports/correlation-cholesky.js";
export { covarianceCholesky } from "./supports/covariance-cholesky.js";
export { interval } from "./supports/interval.js";
export { lowerBounded } from "./supports/lower-bounded.js";
export { ordered } from "./supports/ordered.js";
export { positive } from "./supports/positive.js";
export { realArray } from "./supports/real-array.js";
export { real } from "./supports/real.js";
export { simplex } from "./supports/simplex.js";
export type { Support } from "./supports/support.js";
export { unitInterval } from "./supports/unit-interval.js";
export { upperBounded } from "./supports/upper-bounded.js";
export { type WholeNumbers, wholeNumbers } from "./supports/whole-numbers.js";

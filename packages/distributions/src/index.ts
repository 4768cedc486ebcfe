/** @mmm/distributions: densities as expressions, supports with Jacobians, random variates, priors as plain data. */

export type { DiscreteDistribution } from "./discrete-distribution.js";
export {
  type DiscreteDistributionKind,
  discreteDistributionOf,
  discreteDistributions,
} from "./discrete-distributions.js";
export type { Distribution, DistributionParameter } from "./distribution.js";
export { type DistributionKind, distributionOf, distributions } from "./distributions.js";
export { bernoulliLogit } from "./families/discrete/bernoulli-logit.js";
export { bernoulli } from "./families/discrete/bernoulli.js";
export { binomial } from "./families/discrete/binomial.js";
export { negativeBinomial } from "./families/discrete/negative-binomial.js";
export { poisson } from "./families/discrete/poisson.js";
export { zeroInflatedNegativeBinomial } from "./families/discrete/zero-inflated-negative-binomial.js";
export { zeroInflatedPoisson } from "./families/discrete/zero-inflated-poisson.js";
export { beta } from "./families/interval/beta.js";
export { lowerTruncatedNormal } from "./families/interval/lower-truncated-normal.js";
export { truncatedNormal } from "./families/interval/truncated-normal.js";
export { uniform } from "./families/interval/uniform.js";
export { exponential } from "./families/positive/exponential.js";
export { gamma } from "./families/positive/gamma.js";
export { halfCauchy } from "./families/positive/half-cauchy.js";
export { halfNormal } from "./families/positive/half-normal.js";
export { halfStudentT } from "./families/positive/half-student-t.js";
export { inverseGamma } from "./families/positive/inverse-gamma.js";
export { inverseGaussian } from "./families/positive/inverse-gaussian.js";
export { logNormal } from "./families/positive/log-normal.js";
export { weibull } from "./families/positive/weibull.js";
export { cauchy } from "./families/real-line/cauchy.js";
export { laplace } from "./families/real-line/laplace.js";
export { logisticDistribution } from "./families/real-line/logistic.js";
export { normal } from "./families/real-line/normal.js";
export { studentT } from "./families/real-line/student-t.js";
export type { Family, FamilyParameter } from "./family.js";
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

/** @mmm/distributions: densities as expressions, supports with Jacobians, random variates, priors as plain data. */

export type { Distribution, DistributionParameter } from "./distribution.js";
export { type DistributionKind, distributionOf, distributions } from "./distributions.js";
export { beta } from "./families/beta.js";
export { exponential } from "./families/exponential.js";
export { gamma } from "./families/gamma.js";
export { halfNormal } from "./families/half-normal.js";
export { logNormal } from "./families/log-normal.js";
export { normal } from "./families/normal.js";
export { studentT } from "./families/student-t.js";
export { uniform } from "./families/uniform.js";
export { type BelievedInterval, priorFromInterval } from "./priors/prior-from-interval.js";
export { type MeanAndSd, priorFromMeanAndSd } from "./priors/prior-from-mean-and-sd.js";
export { checkPrior, type Prior, priorParameters } from "./priors/prior.js";
export { interval, positive, real, type Support, unitInterval } from "./support.js";

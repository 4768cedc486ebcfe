/** Everything `@mmm/numerics` offers: random streams, elementary and special functions, small statistics. */
export { drawBeta } from "./random/draw-beta.js";
export { drawBernoulli, drawBinomial } from "./random/draw-binomial.js";
export { drawCategorical } from "./random/draw-categorical.js";
export { drawDirichlet } from "./random/draw-dirichlet.js";
export { drawExponential } from "./random/draw-exponential.js";
export { drawGamma } from "./random/draw-gamma.js";
export { drawInteger } from "./random/draw-integer.js";
export { drawNegativeBinomial } from "./random/draw-negative-binomial.js";
export { drawNormal } from "./random/draw-normal.js";
export { drawPermutation } from "./random/draw-permutation.js";
export { drawPoisson } from "./random/draw-poisson.js";
export { drawStudentT } from "./random/draw-student-t.js";
export { drawUniform } from "./random/draw-uniform.js";
export { randomStream, restoreStream } from "./random/random-stream.js";
export type { RandomStream } from "./random/random-stream.js";

export { exp } from "./elementary/exp.js";
export { expm1 } from "./elementary/expm1.js";
export { log } from "./elementary/log.js";
export { log1p } from "./elementary/log1p.js";
export { logAddExp, logSumExp } from "./elementary/log-sum-exp.js";
export { logistic } from "./elementary/logistic.js";
export { logit } from "./elementary/logit.js";
export { pow } from "./elementary/pow.js";
export { cos, sin } from "./elementary/sin.js";
export { softplus } from "./elementary/softplus.js";
export { tanh } from "./elementary/tanh.js";

export { betaQuantile } from "./special/beta/beta-quantile.js";
export { digamma } from "./special/gamma/digamma.js";
export { erf, erfc } from "./special/normal/erf.js";
export { gammaQuantile } from "./special/gamma/gamma-quantile.js";
export { incompleteBeta } from "./special/beta/incomplete-beta.js";
export { incompleteGamma } from "./special/gamma/incomplete-gamma.js";
export { logBeta } from "./special/beta/log-beta.js";
export { logGamma } from "./special/gamma/log-gamma.js";
export { normalCdf, normalLogCdf } from "./special/normal/normal-cdf.js";
export { normalQuantile } from "./special/normal/normal-quantile.js";
export { studentTCdf, studentTQuantile } from "./special/beta/student-t.js";

export { mean } from "./statistics/mean.js";
export { quantile } from "./statistics/quantile.js";
export { ranksWithTies } from "./statistics/ranks-with-ties.js";
export { sum } from "./statistics/sum.js";
export { variance } from "./statistics/variance.js";
export {
  addToVectorWelford,
  addToWelford,
  makeVectorWelford,
  makeWelford,
  resetVectorWelford,
  vectorWelfordVariance,
  welfordVariance,
} from "./statistics/welford.js";
export type { VectorWelford, Welford } from "./statistics/welford.js";

export { invertUpper, thinQr, type ThinQr } from "./linear-algebra/thin-qr.js";

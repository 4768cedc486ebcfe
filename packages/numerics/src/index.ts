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
export * from "./random/random-stream.js";

export { exp } from "./elementary/exp.js";
export { expm1 } from "./elementary/expm1.js";
export { log } from "./elementary/log.js";
export { log1mExp, logSubtractExp } from "./elementary/log1m-exp.js";
export { log1p } from "./elementary/log1p.js";
export { logAddExp, logSumExp } from "./elementary/log-sum-exp.js";
export { logistic } from "./elementary/logistic.js";
export { logit } from "./elementary/logit.js";
export { pow } from "./elementary/pow.js";
export { cos, sin } from "./elementary/sin.js";
export { logLogistic, softplus } from "./elementary/softplus.js";
export { tanh } from "./elementary/tanh.js";

export { besselI0LogSlope, logBesselI0 } from "./special/bessel-i0.js";
export { betaQuantile } from "./special/beta/beta-quantile.js";
export { incompleteBeta, incompleteBetaUpper } from "./special/beta/incomplete-beta.js";
export { logBeta } from "./special/beta/log-beta.js";
export { logChoose, logFactorial } from "./special/beta/log-choose.js";
export { studentTCdf, studentTQuantile } from "./special/beta/student-t.js";
export { digamma } from "./special/gamma/digamma.js";
export { gammaQuantile } from "./special/gamma/gamma-quantile.js";
export { incompleteGamma, incompleteGammaUpper } from "./special/gamma/incomplete-gamma.js";
export { log1pMinus } from "./special/gamma/log1p-minus.js";
export { logGamma } from "./special/gamma/log-gamma.js";
export { logMultivariateGamma } from "./special/gamma/log-multivariate-gamma.js";
export { tetragamma, trigamma } from "./special/gamma/trigamma.js";
export { lambertW } from "./special/lambert-w.js";
export { erf, erfc, erfcx } from "./special/normal/erf.js";
export { erfcInverse, erfInverse } from "./special/normal/erf-inverse.js";
export { inverseMillsRatio } from "./special/normal/inverse-mills-ratio.js";
export { normalCdf, normalLogCdf } from "./special/normal/normal-cdf.js";
export { normalQuantile } from "./special/normal/normal-quantile.js";
export { owensT } from "./special/normal/owens-t.js";

export { mean } from "./statistics/mean.js";
export { quantile, type QuantileType } from "./statistics/quantile.js";
export { ranksWithTies } from "./statistics/ranks-with-ties.js";
export { sortedOrder } from "./statistics/sorted-order.js";
export { sum } from "./statistics/sum.js";
export { variance } from "./statistics/variance.js";
export * from "./statistics/welford.js";

export { invertUpper, thinQr, type ThinQr } from "./linear-algebra/thin-qr.js";

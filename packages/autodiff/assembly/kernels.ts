/** All kernels of the table under their names there; `run.ts`, which the build script writes, calls them. */

export { add, copy, divide, fill, multiply, subtract } from "./arithmetic";
export { contract } from "./contract";
export { anticausalConvolution, causalConvolution, convolutionWeightsPullback } from "./convolution";
export {
  cos,
  digamma,
  exp,
  expm1,
  log,
  log1p,
  logGamma,
  logistic,
  negate,
  reciprocal,
  sin,
  softplus,
  sqrt,
  square,
  tanh,
  trigamma,
} from "./elementwise";
export { geometricRecursion, geometricRetentionPullback, reverseGeometricRecursion } from "./geometric";
export { hill, hillPullback } from "./hill";
export { logisticSaturation, logisticSaturationPullback } from "./logistic-saturation";
export { powers, powersPullback } from "./powers";
export { gather, scatterAdd } from "./gather";
export { normalLogCdf } from "./normal-log-cdf";
export { power } from "./power";
export { cumulativeProduct, cumulativeProductPullback, rowMaximum, rowMaximumPullback } from "./rows";
export { greater, maximum, minimum, select } from "./selection";

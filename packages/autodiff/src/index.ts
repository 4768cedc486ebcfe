/** @mmm/autodiff: array expressions with named axes, compiled to a reverse-mode program of SIMD kernels. */

export { axis, type Axis, describeAxes, elementCount } from "./axis.js";
export {
  type Adjoints,
  constant,
  describeExpression,
  type Expression,
  input,
  makeNode,
  type Operand,
  type Primitive,
  toExpression,
} from "./expression.js";
export { add, contract, divide, mean, multiply, subtract, sum } from "./primitives/algebra.js";
export { arrange, at, concatenate, slice, stack } from "./primitives/arrangement.js";
export { clip, greater, maximum, minimum, select } from "./primitives/comparison.js";
export { causalConvolution, powers } from "./primitives/convolution.js";
export {
  cos,
  digamma,
  exp,
  expm1,
  log,
  log1p,
  logBeta,
  logGamma,
  logistic,
  logLogistic,
  negate,
  normalLogCdf,
  reciprocal,
  sin,
  softplus,
  sqrt,
  square,
  tanh,
} from "./primitives/elementwise.js";
export { cumulativeProduct, cumulativeSum } from "./primitives/cumulative.js";
export { logSumExp, maximumOf, minimumOf } from "./primitives/extremes.js";
export { gather } from "./primitives/gather.js";
export { power } from "./primitives/power.js";
export { geometricRecursion } from "./primitives/recursion.js";
export { hill, logisticSaturation } from "./primitives/saturation.js";
export { compile, type CompileRequest, type Program } from "./program/compile.js";
export { differentiate } from "./program/differentiate.js";
export { evaluate } from "./program/evaluate.js";
export type { Attributes, Buffer, KernelArguments, Step } from "./program/step.js";

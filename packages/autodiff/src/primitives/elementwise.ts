/** Elementwise functions of one array, each with its derivative. */

import { elementCount } from "../axis.js";
import { type Expression, makeNode, type Operand, type Primitive, toExpression } from "../expression.js";
import type { KernelName } from "../kernels/kernel-table.js";
import { add, divide, multiply, subtract } from "./algebra.js";

type UnaryKernel = Extract<
  KernelName,
  | "negate"
  | "exp"
  | "log"
  | "log1p"
  | "expm1"
  | "sqrt"
  | "square"
  | "reciprocal"
  | "tanh"
  | "logistic"
  | "softplus"
  | "sin"
  | "cos"
  | "logGamma"
  | "digamma"
  | "trigamma"
  | "normalLogCdf"
>;

/** Builds the operation of one kernel; `derivative(x, y)` is dy/dx. */
function elementwise(
  kernel: UnaryKernel,
  derivative: (x: Expression, y: Expression) => Operand,
): (x: Operand) => Expression {
  const primitive: Primitive = {
    name: kernel,
    emit: ({ operands, outputs, call }) =>
      call(kernel, { out: outputs[0]!.offset, x: operands[0]!.offset, n: elementCount(outputs[0]!.axes) }),
    pullback: (node, [g]) => [multiply(g!, derivative(node.operands[0]!, node))],
  };
  return (x) => {
    const node = toExpression(x);
    return makeNode(primitive, [node], node.axes);
  };
}

/**
 * −x.
 *
 * @param x  any axes
 * @returns  the same axes
 * @example
 * evaluate(negate(2)); // => [-2]
 */
export const negate: (x: Operand) => Expression = elementwise("negate", () => -1);

/**
 * eˣ.
 *
 * @param x  any axes; overflows to infinity above 709.78
 * @returns  the same axes, > 0
 * @example
 * evaluate(exp(0)); // => [1]
 */
export const exp: (x: Operand) => Expression = elementwise("exp", (_, y) => y);

/**
 * Natural logarithm.
 *
 * @param x  any axes, > 0 (0 gives −∞, negative numbers NaN)
 * @returns  the same axes
 * @example
 * evaluate(log(1)); // => [0]
 */
export const log: (x: Operand) => Expression = elementwise("log", (x) => reciprocal(x));

/**
 * log(1 + x), exact for small x.
 *
 * @param x  any axes, > −1
 * @returns  the same axes
 * @example
 * evaluate(log1p(0)); // => [0]
 */
export const log1p: (x: Operand) => Expression = elementwise("log1p", (x) => reciprocal(add(x, 1)));

/**
 * eˣ − 1, exact for small x.
 *
 * @param x  any axes
 * @returns  the same axes, > −1
 * @example
 * evaluate(expm1(0)); // => [0]
 */
export const expm1: (x: Operand) => Expression = elementwise("expm1", (_, y) => add(y, 1));

/**
 * Square root.
 *
 * @param x  any axes, ≥ 0
 * @returns  the same axes
 * @example
 * evaluate(sqrt(9)); // => [3]
 */
export const sqrt: (x: Operand) => Expression = elementwise("sqrt", (_, y) => divide(0.5, y));

/**
 * x².
 *
 * @param x  any axes
 * @returns  the same axes
 * @example
 * evaluate(square(3)); // => [9]
 */
export const square: (x: Operand) => Expression = elementwise("square", (x) => multiply(x, 2));

/**
 * 1 / x.
 *
 * @param x  any axes, ≠ 0
 * @returns  the same axes
 * @example
 * evaluate(reciprocal(4)); // => [0.25]
 */
export const reciprocal: (x: Operand) => Expression = elementwise("reciprocal", (_, y) => negate(square(y)));

/**
 * Hyperbolic tangent.
 *
 * @param x  any axes
 * @returns  the same axes, in [−1, 1]
 * @example
 * evaluate(tanh(0)); // => [0]
 */
export const tanh: (x: Operand) => Expression = elementwise("tanh", (_, y) => subtract(1, square(y)));

/**
 * 1 / (1 + e^−x): any real number to a share between 0 and 1.
 *
 * @param x  any axes
 * @returns  the same axes, in [0, 1]
 * @example
 * evaluate(logistic(0)); // => [0.5]
 */
export const logistic: (x: Operand) => Expression = elementwise("logistic", (_, y) =>
  multiply(y, subtract(1, y)),
);

/**
 * log(1 + eˣ), without overflow.
 *
 * @param x  any axes
 * @returns  the same axes, > 0
 * @example
 * evaluate(softplus(0)); // => [0.6931471805599453]
 */
export const softplus: (x: Operand) => Expression = elementwise("softplus", (x) => logistic(x));

/**
 * Sine.
 *
 * @param x  any axes, in radians
 * @returns  the same axes
 * @example
 * evaluate(sin(0)); // => [0]
 */
export const sin: (x: Operand) => Expression = elementwise("sin", (x) => cos(x));

/**
 * Cosine.
 *
 * @param x  any axes, in radians
 * @returns  the same axes
 * @example
 * evaluate(cos(0)); // => [1]
 */
export const cos: (x: Operand) => Expression = elementwise("cos", (x) => negate(sin(x)));

/**
 * log Γ(x), the logarithm of the gamma function.
 *
 * @param x  any axes, > 0
 * @returns  the same axes
 * @example
 * evaluate(logGamma(3)); // => [0.6931471805599453]
 */
export const logGamma: (x: Operand) => Expression = elementwise("logGamma", (x) => digamma(x));

/**
 * ψ(x), the derivative of log Γ.
 *
 * @param x  any axes, > 0
 * @returns  the same axes
 * @example
 * evaluate(digamma(1)); // => [-0.5772156649015329]
 */
export const digamma: (x: Operand) => Expression = elementwise("digamma", (x) => trigamma(x));

const trigamma: (x: Operand) => Expression = elementwise("trigamma", () => {
  throw new RangeError(
    "trigamma: has no derivative here, got a third derivative of logGamma. Differentiate less often.",
  );
});

/**
 * log(1 / (1 + e^−x)), the logarithm of the logistic function, without overflow or cancellation.
 *
 * @param x  any axes
 * @returns  the same axes, < 0
 * @example
 * evaluate(logLogistic(0)); // => [-0.6931471805599453]
 */
export function logLogistic(x: Operand): Expression {
  return negate(softplus(negate(x)));
}

/** ½ log 2π. */
const halfLogTwoPi = 0.9189385332046727;

/**
 * log Φ(x), the logarithm of the standard normal distribution function, without underflow in the left tail.
 *
 * @param x  any axes
 * @returns  the same axes, < 0
 * @source cody1969
 * @example
 * evaluate(normalLogCdf(0)); // => [-0.6931471805599453]
 */
export const normalLogCdf: (x: Operand) => Expression = elementwise("normalLogCdf", (x, y) =>
  exp(subtract(subtract(multiply(square(x), -0.5), halfLogTwoPi), y)),
);

/**
 * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b).
 *
 * @param a  any axes, > 0
 * @param b  any axes, > 0
 * @returns  the axes of both
 * @throws {RangeError} naming both expressions when a shared axis has two sizes
 * @example
 * evaluate(logBeta(2, 3)); // => [-2.4849066497880004]
 */
export function logBeta(a: Operand, b: Operand): Expression {
  return subtract(add(logGamma(a), logGamma(b)), logGamma(add(a, b)));
}

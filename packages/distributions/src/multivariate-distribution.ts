/** MultivariateDistribution: what the library must know about a family of distributions of one array, in one record. */

import type { Axis, Expression, Operand } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";
import type { ArraySupport } from "./supports/array-support.js";
import type { Support } from "./supports/support.js";

/** One parameter of a multivariate family. */
export interface ArrayParameter {
  /** In words, for messages and tables. */
  readonly meaning: string;
  /** Axes of its own, beside those of a batch; `[]` for one number. */
  readonly axes: readonly Axis[];
  /** Where it may lie: each element by itself, or the array as a whole. */
  readonly support: Support | ArraySupport;
}

/** A parameter on plain numbers: its elements, innermost fastest, or one number for all of them. */
export type ArrayValue = number | ArrayLike<number>;

/**
 * A family of distributions of numbers that are tied to each other, made for one named axis: `dirichlet(channel)`.
 *
 * The density is an expression, so its gradient with respect to every element of the quantity and of every parameter
 * comes from the engine; everything else works on plain numbers, arrays flat in the order of `support.axes`.
 */
export interface MultivariateDistribution<P extends string = string> {
  /** Its name in specs: `"dirichlet"`. */
  readonly kind: string;
  readonly parameters: { readonly [Name in P]: ArrayParameter };
  /** Where the quantity lies, on which axes, and both doors to as many free numbers. */
  readonly support: ArraySupport;
  /**
   * Log density, normalised, with every constant, with respect to the independent elements that the Jacobian of
   * `support` counts. Holds inside the support only.
   *
   * @param x           `support.axes` and any others, inside the support
   * @param parameters  their own axes and any others each; broadcast by axis name
   * @returns           the other axes of all, one log density per array
   */
  logDensity(x: Expression, parameters: Readonly<Record<P, Operand>>): Expression;
  /** One draw; it moves the stream forward. */
  draw(stream: RandomStream, parameters: Readonly<Record<P, ArrayValue>>): Float64Array;
  /** The mean of every element. */
  mean(parameters: Readonly<Record<P, ArrayValue>>): Float64Array;
  /** The standard deviation of every element. */
  standardDeviation(parameters: Readonly<Record<P, ArrayValue>>): Float64Array;
}

/**
 * The elements of a parameter, repeated where one number stands for all.
 *
 * @throws {RangeError} when there are as many elements as neither
 */
export function elementsOf(place: string, value: ArrayValue, count: number): Float64Array {
  if (typeof value === "number") return new Float64Array(count).fill(value);
  if (value.length === count) return Float64Array.from(value);
  throw new RangeError(
    `${place}: needs ${count} elements, got ${value.length}. Give one number per element.`,
  );
}

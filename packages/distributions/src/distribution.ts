/** Distribution: what the library must know about a family of probability distributions, in one record. */

import type { Expression, Operand } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";
import type { Support } from "./supports/support.js";

/** One parameter of a family. */
export interface DistributionParameter {
  /** In words, for messages and tables. */
  readonly meaning: string;
  /** Where it may lie, whatever the other parameters are. */
  readonly support: Support;
}

/**
 * A family of distributions of one number. Parameters always come as a record by name, never by position.
 *
 * The density is an expression, so its gradient with respect to the quantity and to every parameter comes from the
 * engine; everything else works on plain numbers.
 */
export interface Distribution<P extends string = string> {
  /** Its name in specs: `"log-normal"`. */
  readonly kind: string;
  readonly parameters: { readonly [Name in P]: DistributionParameter };
  /** What the parameters must fulfil together; absent when each is free within its support. */
  readonly relation?: {
    readonly rule: string;
    holds(parameters: Readonly<Record<P, number>>): boolean;
  };
  /** Where the quantity lies. */
  support(parameters: Readonly<Record<P, number>>): Support;
  /**
   * Log density, normalised, with every constant. Holds inside the support only: outside, the formula simply
   * continues, because a sampler that moves through `support` never asks there.
   *
   * @param x           any axes, inside the support
   * @param parameters  any axes each, inside their supports; broadcast by axis name
   * @returns           the axes of all, one log density per element
   */
  logDensity(x: Operand, parameters: Readonly<Record<P, Operand>>): Expression;
  /** One draw; it moves the stream forward. */
  draw(stream: RandomStream, parameters: Readonly<Record<P, number>>): number;
  /** NaN where it does not exist. */
  mean(parameters: Readonly<Record<P, number>>): number;
  /** NaN where it does not exist, Infinity where it is infinite. */
  standardDeviation(parameters: Readonly<Record<P, number>>): number;
  /** The number below which the quantity lies with this probability (in [0, 1]). */
  quantile(probability: number, parameters: Readonly<Record<P, number>>): number;
  /** The probability that the quantity lies at or below x; 0 below the support, 1 above. */
  cdf(x: number, parameters: Readonly<Record<P, number>>): number;
}

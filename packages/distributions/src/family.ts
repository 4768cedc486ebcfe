/** Family: what families of distributions of one number have in common, whether they count or measure. */

import type { RandomStream } from "@mmm/numerics";

/** One parameter of a family. */
export interface FamilyParameter<ParameterSupport> {
  /** In words, for messages and tables. */
  readonly meaning: string;
  /** Where it may lie, whatever the other parameters are. */
  readonly support: ParameterSupport;
}

/** Parameters always come as a record by name, never by position. */
export interface Family<P extends string, QuantitySupport, ParameterSupport> {
  /** Its name in specs: `"log-normal"`. */
  readonly kind: string;
  readonly parameters: { readonly [Name in P]: FamilyParameter<ParameterSupport> };
  /** What the parameters must fulfil together; absent when each is free within its support. */
  readonly relation?: {
    readonly rule: string;
    holds(parameters: Readonly<Record<P, number>>): boolean;
  };
  /** Where the quantity lies. */
  support(parameters: Readonly<Record<P, number>>): QuantitySupport;
  /** One draw; it moves the stream forward. */
  draw(stream: RandomStream, parameters: Readonly<Record<P, number>>): number;
  /** NaN where it does not exist, Infinity where it is infinite. */
  mean(parameters: Readonly<Record<P, number>>): number;
  /** NaN where it does not exist, Infinity where it is infinite. */
  standardDeviation(parameters: Readonly<Record<P, number>>): number;
  /** The smallest number that the quantity does not exceed with this probability (in [0, 1]). */
  quantile(probability: number, parameters: Readonly<Record<P, number>>): number;
  /** The probability that the quantity lies at or below x; 0 below the support, 1 above. */
  cdf(x: number, parameters: Readonly<Record<P, number>>): number;
}

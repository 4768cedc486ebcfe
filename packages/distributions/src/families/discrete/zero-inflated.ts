/** Zero inflation: a distribution of counts with extra zeros. */

import {
  add,
  type Expression,
  greater,
  log,
  log1p,
  multiply,
  negate,
  type Operand,
  softplus,
  subtract,
} from "@mmm/autodiff";
import { drawUniform } from "@mmm/numerics";
import type { DiscreteDistribution } from "../../discrete-distribution.js";
import { unitInterval } from "../../supports/unit-interval.js";

/**
 * A count that is 0 with probability `zeroProbability`, whatever else, and otherwise comes from a base distribution.
 *
 *     P(k) = zeroProbability · [k = 0] + (1 − zeroProbability) · P₀(k)
 *
 * @param base  a family of counts from 0 on, whose other parameters stay as they are
 * @param kind  name of the new family
 * @returns     the family
 */
export function zeroInflated<P extends string>(
  base: DiscreteDistribution<P>,
  kind: string,
): DiscreteDistribution<P | "zeroProbability"> {
  const fromBase = (probability: number, zero: number): number =>
    Math.min(1, Math.max(0, (probability - zero) / (1 - zero)));
  return {
    kind,
    parameters: {
      ...base.parameters,
      zeroProbability: {
        meaning: "probability of a zero that does not come from the counts",
        support: unitInterval,
      },
    },
    support: base.support,
    logProbability: (k, parameters) => logProbability(base, k, parameters),
    draw: (stream, parameters) =>
      drawUniform(stream) < parameters.zeroProbability ? 0 : base.draw(stream, parameters),
    mean: (parameters) => (1 - parameters.zeroProbability) * base.mean(parameters),
    standardDeviation: (parameters) => {
      const [zero, mean, sd] = [
        parameters.zeroProbability,
        base.mean(parameters),
        base.standardDeviation(parameters),
      ];
      return Math.sqrt((1 - zero) * (sd * sd + zero * mean * mean));
    },
    quantile: (probability, parameters) =>
      base.quantile(fromBase(probability, parameters.zeroProbability), parameters),
    cdf: (k, parameters) => {
      const zero = parameters.zeroProbability;
      return k < 0 ? 0 : zero + (1 - zero) * base.cdf(k, parameters);
    },
  };
}

function logProbability<P extends string>(
  base: DiscreteDistribution<P>,
  k: Operand,
  parameters: Readonly<Record<P | "zeroProbability", Operand>>,
): Expression {
  const { zeroProbability } = parameters;
  const logOther = log1p(negate(zeroProbability));
  const fromCounts = add(logOther, base.logProbability(k, parameters));
  // At k = 0 log(zero + (1 − zero) P₀(0)) is this much more, and finite for every k.
  const logOdds = subtract(subtract(log(zeroProbability), logOther), base.logProbability(0, parameters));
  const isZero = subtract(1, greater(k, 0));
  return add(fromCounts, multiply(isZero, softplus(logOdds)));
}

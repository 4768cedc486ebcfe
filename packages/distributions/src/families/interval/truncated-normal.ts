/** The normal distribution truncated on both sides. */

import { add, divide, greater, log, multiply, select, subtract } from "@mmm/autodiff";
import { drawUniform, exp, expm1, log1p } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { interval } from "../../supports/interval.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import {
  normalTailHazard,
  normalTailLogDensity,
  normalTailLogShare,
  normalTailDistance,
  normalTailFall,
} from "../../special-functions/normal-tail.js";

type Parameter = "mean" | "sd" | "low" | "high";
type Parameters = Readonly<Record<Parameter, number>>;

/**
 * Normal distribution truncated on both sides: a normal quantity of which is known that it lies between two ends.
 *
 *     log p(x) = log φ((x − mean) / sd) − log sd − log(Φ((high − mean) / sd) − Φ((low − mean) / sd)),   low < x < high
 *
 * Parameters: `mean` (μ), any number, and `sd` (σ), > 0, of the normal distribution before it is cut; `low` and `high`,
 * the ends, low < high. All in the unit of x. An end more than 40 sd behind the other is as good as none.
 *
 * @example
 * truncatedNormal.mean({ mean: 3, sd: 2, low: 1, high: 5 }); // => 3
 */
export const truncatedNormal: Distribution<Parameter> = {
  kind: "truncated-normal",
  parameters: {
    mean: { meaning: "mean before truncation", support: real },
    sd: { meaning: "standard deviation before truncation", support: positive },
    low: { meaning: "lower end", support: real },
    high: { meaning: "upper end", support: real },
  },
  relation: { rule: '"low" must be below "high"', holds: ({ low, high }) => low < high },
  support: ({ low, high }) => interval(low, high),
  logDensity: (x, { mean, sd, low, high }) => {
    // As a tail beyond the end that is nearer to the mean (or the one that the mean lies behind), cut at the other.
    const fromLow = greater(add(low, high), multiply(mean, 2));
    const a = divide(select(fromLow, subtract(low, mean), subtract(mean, high)), sd);
    const beyond = divide(select(fromLow, subtract(x, low), subtract(high, x)), sd);
    const tail = normalTailLogDensity(a, beyond, divide(subtract(x, mean), sd));
    return subtract(tail, add(log(sd), normalTailLogShare(a, divide(subtract(high, low), sd))));
  },
  draw: (stream, parameters) => truncatedNormal.quantile(drawUniform(stream), parameters),
  mean: (parameters) => momentsOf(parameters).mean,
  standardDeviation: (parameters) => momentsOf(parameters).sd,
  quantile: (probability, parameters) => {
    const { low, high, sd } = parameters;
    const { fromLow, a, whole } = tailOf(parameters);
    const share = fromLow ? probability : 1 - probability;
    const distance = Math.min(high - low, sd * normalTailDistance(a, -log1p(share * whole)));
    return fromLow ? low + distance : high - distance;
  },
  cdf: (x, parameters) => {
    const { low, high, sd } = parameters;
    if (x <= low || x >= high) return x <= low ? 0 : 1;
    const { fromLow, a, whole } = tailOf(parameters);
    const share = expm1(-normalTailFall(a, (fromLow ? x - low : high - x) / sd)) / whole;
    return fromLow ? share : 1 - share;
  },
};

/** The tail that the distribution is cut from: its near end, and expm1(−fall) at the far one. */
function tailOf({ mean, sd, low, high }: Parameters): {
  readonly fromLow: boolean;
  readonly a: number;
  readonly width: number;
  readonly whole: number;
} {
  const fromLow = low + high > 2 * mean;
  const a = (fromLow ? low - mean : mean - high) / sd;
  const width = (high - low) / sd;
  return { fromLow, a, width, whole: expm1(-normalTailFall(a, width)) };
}

function momentsOf(parameters: Parameters): { readonly mean: number; readonly sd: number } {
  const { fromLow, a, width, whole } = tailOf(parameters);
  const atNear = normalTailHazard(a) / -whole;
  const atFar = (normalTailHazard(a + width) * exp(-normalTailFall(a, width))) / -whole;
  const distance = parameters.sd * (atNear - atFar - a);
  const mean = fromLow ? parameters.low + distance : parameters.high - distance;
  const slope = atNear - atFar;
  const variance = 1 + a * atNear - (a + width) * atFar - slope * slope;
  return { mean, sd: parameters.sd * Math.sqrt(variance) };
}

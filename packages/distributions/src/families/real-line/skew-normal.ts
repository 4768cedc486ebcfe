/** The skew normal distribution. */

import { add, divide, log, multiply, negate, subtract } from "@mmm/autodiff";
import { drawNormal, normalCdf, normalQuantile, owensT } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { findRoot } from "../../find-root.js";
import { normalTailLogMass } from "../../special-functions/normal-tail.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import { normal } from "./normal.js";

type Parameters = Readonly<Record<"location" | "scale" | "skewness", number>>;

/** √(2/π), the mean of the absolute value of a standard normal quantity. */
const meanOfAbsolute = 0.7978845608028654;

/**
 * Skew normal distribution: normal, leaning to one side.
 *
 *     log p(x) = log 2 + log φ(z) + log Φ(skewness · z) − log scale,   z = (x − location) / scale
 *
 * Parameters: `location` (ξ), any number, and `scale` (ω), > 0, in the unit of x: mean and standard deviation at skewness
 * 0; `skewness` (α), any number: above 0 the right tail is longer.
 */
export const skewNormal: Distribution<"location" | "scale" | "skewness"> = {
  kind: "skew-normal",
  parameters: {
    location: { meaning: "mean of the normal distribution that is skewed", support: real },
    scale: { meaning: "standard deviation of the normal distribution that is skewed", support: positive },
    skewness: { meaning: "lean: above 0 the right tail is longer", support: real },
  },
  support: () => real,
  logDensity: (x, { location, scale, skewness }) => {
    const z = divide(subtract(x, location), scale);
    const lean = normalTailLogMass(negate(multiply(skewness, z)));
    return add(subtract(normal.logDensity(z, { mean: 0, sd: 1 }), log(scale)), add(lean, Math.LN2));
  },
  draw: (stream, parameters) => {
    const part = normalPart(parameters.skewness);
    const z = part * Math.abs(drawNormal(stream)) + Math.sqrt(1 - part * part) * drawNormal(stream);
    return parameters.location + parameters.scale * z;
  },
  mean: ({ location, scale, skewness }) => location + scale * normalPart(skewness) * meanOfAbsolute,
  standardDeviation: ({ scale, skewness }) => {
    const mean = normalPart(skewness) * meanOfAbsolute;
    return scale * Math.sqrt(1 - mean * mean);
  },
  quantile: (probability, parameters) => quantileOf(probability, parameters),
  cdf: (x, { location, scale, skewness }) => {
    const z = (x - location) / scale;
    return Math.min(1, Math.max(0, normalCdf(z) - 2 * owensT(z, skewness)));
  },
};

/** δ = α / √(1 + α²): correlation of the quantity with the one whose sign skews it. */
function normalPart(skewness: number): number {
  return skewness / Math.sqrt(1 + skewness * skewness);
}

function quantileOf(probability: number, parameters: Parameters): number {
  if (!(probability > 0 && probability < 1)) return normalQuantile(probability);
  const { location, scale, skewness } = parameters;
  const excess = (z: number): number => skewNormal.cdf(z, { location: 0, scale: 1, skewness }) - probability;
  return location + scale * findRoot(excess, normalQuantile(probability), 40)!;
}

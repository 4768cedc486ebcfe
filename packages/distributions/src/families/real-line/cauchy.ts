/** The Cauchy distribution. */

import { add, divide, log, log1p, negate, square, subtract } from "@mmm/autodiff";
import { cos, drawNormal, sin, studentTCdf } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";

/** log π. */
const logPi = 1.1447298858494002;

/**
 * Cauchy distribution: Student's t with one degree of freedom; tails so heavy that it has no mean.
 *
 *     log p(x) = −log π − log scale − log(1 + ((x − location) / scale)²)
 *
 * Parameters: `location` (x₀), any number, the median; `scale` (γ), > 0, in the unit of x: half of the draws lie within it.
 *
 * @example
 * cauchy.quantile(0.75, { location: 1, scale: 2 }); // => 3
 */
export const cauchy: Distribution<"location" | "scale"> = {
  kind: "cauchy",
  parameters: {
    location: { meaning: "median", support: real },
    scale: { meaning: "distance from the median to the quartiles", support: positive },
  },
  support: () => real,
  logDensity: (x, { location, scale }) => {
    const z = divide(subtract(x, location), scale);
    return negate(add(add(log1p(square(z)), log(scale)), logPi));
  },
  draw: (stream, { location, scale }) => location + scale * (drawNormal(stream) / drawNormal(stream)),
  mean: () => NaN,
  standardDeviation: () => NaN,
  quantile: (probability, { location, scale }) => location + scale * standardCauchyQuantile(probability),
  cdf: (x, { location, scale }) => studentTCdf((x - location) / scale, 1),
};

/** −cot πp, from the nearer end, so that the tails keep their digits. */
function standardCauchyQuantile(probability: number): number {
  if (probability > 0.5) return -standardCauchyQuantile(1 - probability);
  return -cos(Math.PI * probability) / sin(Math.PI * probability);
}

/** Student's t distribution. */

import { add, divide, log, log1p, multiply, square, subtract } from "@mmm/autodiff";
import { drawStudentT, studentTCdf, studentTQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { real } from "../../supports/real.js";
import { halfStepGammaRatio } from "../../special-functions/half-step-gamma-ratio.js";
import { halfLogTwoPi } from "./normal.js";

/**
 * Student's t distribution: like the normal one, with tails that forgive outliers.
 *
 *     log p(x) = log Γ((ν + 1)/2) − log Γ(ν/2) − ½ log(νπ) − log scale − ½ (ν + 1) log(1 + ((x − location)/scale)² / ν)
 *
 * Parameters: `degreesOfFreedom` (ν), > 0: small is heavy-tailed, from about 30 it is hardly distinguishable from normal;
 * `location` (μ), any number; `scale` (σ), > 0, in the unit of x. The mean exists for ν > 1, the standard deviation
 * is finite for ν > 2.
 *
 * @example
 * studentT.standardDeviation({ degreesOfFreedom: 4, location: 0, scale: 1 }); // => Math.SQRT2
 */
export const studentT: Distribution<"degreesOfFreedom" | "location" | "scale"> = {
  kind: "student-t",
  parameters: {
    degreesOfFreedom: { meaning: "weight of the tails: the smaller, the heavier", support: positive },
    location: { meaning: "median", support: real },
    scale: {
      meaning: "width, the standard deviation in the limit of many degrees of freedom",
      support: positive,
    },
  },
  support: () => real,
  logDensity: (x, { degreesOfFreedom, location, scale }) => {
    const z = divide(subtract(x, location), scale);
    const tail = log1p(divide(square(z), degreesOfFreedom));
    const kernel = multiply(multiply(add(degreesOfFreedom, 1), -0.5), tail);
    // log Γ((ν+1)/2) − log Γ(ν/2) − ½ log(νπ) is this ratio at ν/2 less ½ log 2π: no large terms that cancel.
    const ratio = halfStepGammaRatio(multiply(degreesOfFreedom, 0.5));
    return add(kernel, subtract(subtract(ratio, log(scale)), halfLogTwoPi));
  },
  draw: (stream, { degreesOfFreedom, location, scale }) =>
    location + scale * drawStudentT(stream, degreesOfFreedom),
  mean: ({ degreesOfFreedom, location }) => (degreesOfFreedom > 1 ? location : NaN),
  standardDeviation: ({ degreesOfFreedom, scale }) => {
    if (degreesOfFreedom <= 1) return NaN;
    return degreesOfFreedom <= 2 ? Infinity : scale * Math.sqrt(degreesOfFreedom / (degreesOfFreedom - 2));
  },
  quantile: (probability, { degreesOfFreedom, location, scale }) =>
    location + scale * studentTQuantile(probability, degreesOfFreedom),
  cdf: (x, { degreesOfFreedom, location, scale }) => studentTCdf((x - location) / scale, degreesOfFreedom),
};

/** The half-Student t distribution. */

import { add } from "@mmm/autodiff";
import { betaQuantile, drawStudentT, exp, incompleteBeta, logBeta, studentTQuantile } from "@mmm/numerics";
import type { Distribution } from "../../distribution.js";
import { positive } from "../../supports/positive.js";
import { studentT } from "../real-line/student-t.js";

/**
 * Half-Student t distribution: the absolute value of a Student t quantity around 0. Says "positive, most likely near
 * zero", and unlike the half-normal forgives a large truth.
 *
 *     log p(x) = log 2 + log t(x; degreesOfFreedom, 0, scale),   x > 0
 *
 * Parameters: `degreesOfFreedom` (ν), > 0; `scale` (σ), > 0, in the unit of x. The mean is finite for ν > 1, the standard
 * deviation for ν > 2.
 *
 * @example
 * halfStudentT.mean({ degreesOfFreedom: 3, scale: 1 }); // => 1.102657790843585
 */
export const halfStudentT: Distribution<"degreesOfFreedom" | "scale"> = {
  kind: "half-student-t",
  parameters: {
    degreesOfFreedom: { meaning: "weight of the tail: the smaller, the heavier", support: positive },
    scale: { meaning: "scale of the Student t distribution that is folded at zero", support: positive },
  },
  support: () => positive,
  logDensity: (x, { degreesOfFreedom, scale }) =>
    add(studentT.logDensity(x, { degreesOfFreedom, location: 0, scale }), Math.LN2),
  draw: (stream, { degreesOfFreedom, scale }) => scale * Math.abs(drawStudentT(stream, degreesOfFreedom)),
  mean: ({ degreesOfFreedom, scale }) => scale * standardMean(degreesOfFreedom),
  standardDeviation: ({ degreesOfFreedom, scale }) => {
    if (degreesOfFreedom <= 2) return Infinity;
    const mean = standardMean(degreesOfFreedom);
    return scale * Math.sqrt(degreesOfFreedom / (degreesOfFreedom - 2) - mean * mean);
  },
  quantile: (probability, { degreesOfFreedom, scale }) =>
    scale * standardQuantile(probability, degreesOfFreedom),
  cdf: (x, { degreesOfFreedom, scale }) => (x <= 0 ? 0 : standardCdf(x / scale, degreesOfFreedom)),
};

/** 2 √ν / ((ν − 1) B(ν/2, ½)). */
function standardMean(degreesOfFreedom: number): number {
  if (degreesOfFreedom <= 1) return Infinity;
  return (
    (2 * Math.sqrt(degreesOfFreedom)) / ((degreesOfFreedom - 1) * exp(logBeta(degreesOfFreedom / 2, 0.5)))
  );
}

/** z² / (ν + z²) is beta(½, ν/2)-distributed; unlike 2F(z) − 1 this keeps the digits of a small probability. */
function standardCdf(z: number, degreesOfFreedom: number): number {
  const ratio = (z / degreesOfFreedom) * z;
  if (ratio < 1) return incompleteBeta(ratio / (1 + ratio), 0.5, degreesOfFreedom / 2);
  return 1 - incompleteBeta(1 / (1 + ratio), degreesOfFreedom / 2, 0.5);
}

function standardQuantile(probability: number, degreesOfFreedom: number): number {
  if (probability > 0.5) return -studentTQuantile((1 - probability) / 2, degreesOfFreedom);
  const share = betaQuantile(probability, 0.5, degreesOfFreedom / 2);
  return Math.sqrt((degreesOfFreedom * share) / (1 - share));
}

/** The multivariate Student t distribution. */

import {
  add,
  type Axis,
  divide,
  type Expression,
  log1p,
  multiply,
  type Operand,
  subtract,
  sum,
} from "@mmm/autodiff";
import { drawGamma } from "@mmm/numerics";
import { elementsOf, type MultivariateDistribution } from "../../multivariate-distribution.js";
import { halfStepGammaRatio } from "../../special-functions/half-step-gamma-ratio.js";
import { columnAxis, constantFrom } from "../../supports/array-support.js";
import { covarianceCholesky } from "../../supports/covariance-cholesky.js";
import { positive } from "../../supports/positive.js";
import { realArray } from "../../supports/real-array.js";
import { real } from "../../supports/real.js";
import { halfLogTwoPi } from "../real-line/normal.js";
import { multivariateNormal, whitened } from "./multivariate-normal.js";

type Parameter = "degreesOfFreedom" | "location" | "cholesky";

/**
 * Multivariate Student t distribution: numbers that vary together, with tails that forgive outliers.
 *
 *     log p(x) = log Γ(½ (ν + K)) − log Γ(½ ν) − ½ K log(νπ) − Σ log L[k, k] − ½ (ν + K) log(1 + |L⁻¹ (x − location)|² / ν)
 *
 * Parameters: `degreesOfFreedom` (ν), > 0; `location` (μ), [along], any numbers (one stands for K equal ones); `cholesky`
 * (L), [along, columnAxis(along)], lower-triangular with a positive diagonal: the covariance is L Lᵀ ν / (ν − 2), finite
 * for ν > 2, and the mean exists for ν > 1.
 *
 * @param along  the axis of the numbers
 * @returns      the distribution
 */
export function multivariateStudentT(along: Axis): MultivariateDistribution<Parameter> {
  const count = along.size;
  const normal = multivariateNormal(along);
  const one = (value: number | ArrayLike<number>): number =>
    elementsOf("multivariateStudentT.degreesOfFreedom", value, 1)[0]!;
  return {
    kind: "multivariate-student-t",
    parameters: parametersOf(along),
    support: realArray(along),
    logDensity: (x, parameters) => logDensity(along, x, parameters),
    draw: (stream, { degreesOfFreedom, location, cholesky }) => {
      const half = 0.5 * one(degreesOfFreedom);
      const stretch = Math.sqrt(half / drawGamma(stream, half));
      const distance = normal.draw(stream, { mean: 0, cholesky });
      return elementsOf("multivariateStudentT.location", location, count).map(
        (centre, i) => centre + stretch * distance[i]!,
      );
    },
    mean: ({ degreesOfFreedom, location }) => {
      const exists = one(degreesOfFreedom) > 1;
      return elementsOf("multivariateStudentT.location", location, count).map((centre) =>
        exists ? centre : NaN,
      );
    },
    standardDeviation: ({ degreesOfFreedom, cholesky }) => {
      const freedom = one(degreesOfFreedom);
      const stretch = freedom > 2 ? Math.sqrt(freedom / (freedom - 2)) : freedom > 1 ? Infinity : NaN;
      return normal.standardDeviation({ mean: 0, cholesky }).map((sd) => stretch * sd);
    },
  };
}

function parametersOf(along: Axis): MultivariateDistribution<Parameter>["parameters"] {
  return {
    degreesOfFreedom: {
      meaning: "weight of the tails: the smaller, the heavier",
      axes: [],
      support: positive,
    },
    location: { meaning: "median of each number", axes: [along], support: real },
    cholesky: {
      meaning: "Cholesky factor of the covariance matrix in the limit of many degrees of freedom",
      axes: [along, columnAxis(along)],
      support: covarianceCholesky(along),
    },
  };
}

function logDensity(
  along: Axis,
  x: Expression,
  { degreesOfFreedom, location, cholesky }: Readonly<Record<Parameter, Operand>>,
): Expression {
  const { squares, logVolume } = whitened(along, subtract(x, location), cholesky);
  const tail = log1p(divide(squares, degreesOfFreedom));
  const kernel = multiply(multiply(add(degreesOfFreedom, along.size), -0.5), tail);
  // Γ half a step up, K times: log Γ(½ (ν + K)) − log Γ(½ ν) − ½ K log ν without large terms that cancel.
  const steps = constantFrom([along], (k) => k!);
  const ratios = halfStepGammaRatio(multiply(add(steps, degreesOfFreedom), 0.5));
  const growth = multiply(log1p(divide(steps, degreesOfFreedom)), 0.5);
  const front = subtract(sum(add(ratios, growth), [along.name]), along.size * halfLogTwoPi);
  return add(kernel, subtract(front, logVolume));
}

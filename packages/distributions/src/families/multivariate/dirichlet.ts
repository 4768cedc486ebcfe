/** The Dirichlet distribution. */

import { add, type Axis, log, logGamma, multiply, subtract, sum } from "@mmm/autodiff";
import { drawDirichlet } from "@mmm/numerics";
import { elementsOf, type MultivariateDistribution } from "../../multivariate-distribution.js";
import { constantFrom } from "../../supports/array-support.js";
import { positive } from "../../supports/positive.js";
import { simplex } from "../../supports/simplex.js";

/**
 * Dirichlet distribution: shares that sum to 1, such as parts of a whole by channel.
 *
 *     log p(x) = Σ (concentration[k] − 1) log x[k] − Σ log Γ(concentration[k]) + log Γ(Σ concentration[k])
 *
 * with respect to the first K − 1 shares. Parameters: `concentration` (α), [along], each > 0: mean share
 * α[k] / Σ α; the larger their sum, the closer to it. One number stands for K equal ones: 1 makes all divisions equally
 * likely.
 *
 * @param along  the axis of the shares, of size K ≥ 2
 * @returns      the distribution
 * @throws {RangeError} when there is but one share
 * @example
 * import { axis } from "@mmm/autodiff";
 * dirichlet(axis("channel", 3)).mean({ concentration: [2, 3, 5] }); // => [0.2, 0.3, 0.5]
 */
export function dirichlet(along: Axis): MultivariateDistribution<"concentration"> {
  const each = constantFrom([along], () => 1);
  const elements = (value: number | ArrayLike<number>): Float64Array =>
    elementsOf("dirichlet.concentration", value, along.size);
  return {
    kind: "dirichlet",
    parameters: {
      concentration: {
        meaning: "weight of each share, and in sum the closeness to the mean shares",
        axes: [along],
        support: positive,
      },
    },
    support: simplex(along),
    logDensity: (x, { concentration }) => {
      const weights = multiply(each, concentration);
      const kernel = subtract(multiply(subtract(weights, 1), log(x)), logGamma(weights));
      return add(sum(kernel, [along.name]), logGamma(sum(weights, [along.name])));
    },
    draw: (stream, { concentration }) => drawDirichlet(stream, elements(concentration)),
    mean: ({ concentration }) => meanShares(elements(concentration)),
    standardDeviation: ({ concentration }) => {
      const weights = elements(concentration);
      const total = weights.reduce((sofar, weight) => sofar + weight, 0);
      return meanShares(weights).map((share) => Math.sqrt((share * (1 - share)) / (total + 1)));
    },
  };
}

function meanShares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sofar, weight) => sofar + weight, 0);
  return weights.map((weight) => weight / total);
}

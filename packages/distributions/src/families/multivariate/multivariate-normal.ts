/** The multivariate normal distribution. */

import {
  add,
  at,
  type Axis,
  divide,
  type Expression,
  log,
  multiply,
  type Operand,
  slice,
  square,
  subtract,
  sum,
} from "@mmm/autodiff";
import { drawNormal } from "@mmm/numerics";
import { elementsOf, type MultivariateDistribution } from "../../multivariate-distribution.js";
import { columnAxis, diagonalOf, identityMatrix } from "../../supports/array-support.js";
import { covarianceCholesky } from "../../supports/covariance-cholesky.js";
import { realArray } from "../../supports/real-array.js";
import { real } from "../../supports/real.js";
import { halfLogTwoPi } from "../real-line/normal.js";

/**
 * Multivariate normal distribution: numbers that vary together, by the Cholesky factor of their covariance matrix.
 *
 *     log p(x) = −½ |L⁻¹ (x − mean)|² − Σ log L[k, k] − ½ K log 2π,   covariance = L Lᵀ
 *
 * Parameters: `mean` (μ), [along], any numbers (one number stands for K equal ones); `cholesky` (L),
 * [along, columnAxis(along)], lower-triangular with a positive diagonal; what stands above the diagonal is not read. The
 * density solves with L column by column: K steps, made for K up to about 50.
 *
 * @param along  the axis of the numbers
 * @returns      the distribution
 * @example
 * import { axis } from "@mmm/autodiff";
 * multivariateNormal(axis("channel", 2)).standardDeviation({ mean: 0, cholesky: [2, 0, 3, 4] }); // => [2, 5]
 */
export function multivariateNormal(along: Axis): MultivariateDistribution<"mean" | "cholesky"> {
  const count = along.size;
  const place = "multivariateNormal";
  const factorOf = (value: number | ArrayLike<number>): Float64Array =>
    elementsOf(`${place}.cholesky`, value, count * count);
  return {
    kind: "multivariate-normal",
    parameters: {
      mean: { meaning: "mean of each number", axes: [along], support: real },
      cholesky: {
        meaning: "Cholesky factor of the covariance matrix",
        axes: [along, columnAxis(along)],
        support: covarianceCholesky(along),
      },
    },
    support: realArray(along),
    logDensity: (x, parameters) => logDensity(along, x, parameters),
    draw: (stream, { mean, cholesky }) => {
      const factor = factorOf(cholesky);
      const normals = Float64Array.from({ length: count }, () => drawNormal(stream));
      return elementsOf(`${place}.mean`, mean, count).map((centre, i) => {
        let value = centre;
        for (let j = 0; j <= i; j++) value += factor[i * count + j]! * normals[j]!;
        return value;
      });
    },
    mean: ({ mean }) => elementsOf(`${place}.mean`, mean, count),
    standardDeviation: ({ cholesky }) => {
      const factor = factorOf(cholesky);
      return Float64Array.from({ length: count }, (_, i) => {
        let variance = 0;
        for (let j = 0; j <= i; j++) variance += factor[i * count + j]! * factor[i * count + j]!;
        return Math.sqrt(variance);
      });
    },
  };
}

function logDensity(
  along: Axis,
  x: Expression,
  { mean, cholesky }: Readonly<Record<"mean" | "cholesky", Operand>>,
): Expression {
  const { squares, logVolume } = whitened(along, subtract(x, mean), cholesky);
  return subtract(multiply(squares, -0.5), add(logVolume, along.size * halfLogTwoPi));
}

/**
 * What densities of elliptical distributions are made of: |L⁻¹ distance|² and log det L = Σ log L[k, k].
 *
 * @param along     the axis of the numbers
 * @param distance  along and any others
 * @param cholesky  L; one number stands for that multiple of the identity
 * @returns         both, on the other axes
 */
export function whitened(
  along: Axis,
  distance: Expression,
  cholesky: Operand,
): { readonly squares: Expression; readonly logVolume: Expression } {
  const columns = columnAxis(along);
  const factor = typeof cholesky === "number" ? multiply(identityMatrix(along), cholesky) : cholesky;
  const diagonal = diagonalOf(factor, along);
  let rest = distance;
  const squares: Expression[] = [];
  for (let j = 0; j < along.size; j++) {
    const z = divide(at(rest, along.name, 0), at(diagonal, along.name, j));
    squares.push(square(z));
    const left = along.size - 1 - j;
    if (left === 0) break;
    const column = slice(at(factor, columns.name, j), along.name, j + 1, left);
    rest = subtract(slice(rest, along.name, 1, left), multiply(column, z));
  }
  return {
    squares: squares.reduce((total, one) => add(total, one)),
    logVolume: sum(log(diagonal), [along.name]),
  };
}

/** The LKJ distribution of the Cholesky factor of a correlation matrix. */

import {
  add,
  type Axis,
  axis,
  contract,
  type Expression,
  log,
  logGamma,
  multiply,
  type Operand,
  subtract,
  sum,
} from "@mmm/autodiff";
import { drawBeta, exp, logBeta, logit } from "@mmm/numerics";
import { elementsOf, type MultivariateDistribution } from "../../multivariate-distribution.js";
import { constantFrom, diagonalOf } from "../../supports/array-support.js";
import { correlationCholesky } from "../../supports/correlation-cholesky.js";
import { positive } from "../../supports/positive.js";

/** log π. */
const logPi = 1.1447298858494002;

/**
 * LKJ distribution of the Cholesky factor L of a correlation matrix, p(L Lᵀ) ∝ det(L Lᵀ)^(concentration − 1).
 *
 *     log p(L) = Σ (K − k + 2 concentration − 2) log L[k, k] over k = 2 … K − log c,
 *     log c    = Σ ½ k log π + log Γ(concentration + ½(K − 1 − k)) − log Γ(concentration + ½(K − 1)) over k = 1 … K − 1
 *
 * with respect to the elements of L below the diagonal. Parameters: `concentration` (η), > 0: 1 makes all correlation
 * matrices equally likely, above 1 weak correlations are likelier.
 *
 * @param along  the axis of the rows, of size K ≥ 2; columns run over `columnAxis(along)`
 * @returns      the distribution
 * @throws {RangeError} when there is but one row
 * @source lewandowski2009, stan2024
 * @example
 * import { axis } from "@mmm/autodiff";
 * lkjCholesky(axis("channel", 2)).standardDeviation({ concentration: 1 })[2]; // => 0.5773502691896257
 */
export function lkjCholesky(along: Axis): MultivariateDistribution<"concentration"> {
  const size = along.size;
  const support = correlationCholesky(along);
  const one = (value: number | ArrayLike<number>): number =>
    elementsOf("lkjCholesky.concentration", value, 1)[0]!;
  return {
    kind: "lkj-cholesky",
    parameters: {
      concentration: {
        meaning: "unlikeliness of strong correlations: at 1 all matrices are equally likely",
        axes: [],
        support: positive,
      },
    },
    support,
    logDensity: (x, { concentration }) => logDensity(along, x, concentration),
    draw: (stream, { concentration }) => {
      const shape = one(concentration);
      const free = Array.from({ length: size }, (_, i) => i).flatMap((i) =>
        // artanh(2b − 1) of a symmetric beta draw b.
        Array.from({ length: i }, (_unused, j) => {
          const partial = partialShape(shape, size, j);
          return 0.5 * logit(drawBeta(stream, partial, partial));
        }),
      );
      return support.toConstrained(free);
    },
    mean: ({ concentration }) => momentsOf(one(concentration), size).mean,
    standardDeviation: ({ concentration }) => momentsOf(one(concentration), size).sd,
  };
}

function logDensity(along: Axis, x: Expression, concentration: Operand): Expression {
  const size = along.size;
  const isFree = constantFrom([along], (i) => (i === 0 ? 0 : 1));
  const rowsBelow = constantFrom([along], (i) => size - 1 - i!);
  const twice = multiply(subtract(concentration, 1), 2);
  const weights = multiply(add(rowsBelow, twice), isFree);
  const kernel = contract(weights, log(diagonalOf(x, along)), [along.name]);
  return subtract(kernel, logNormalizer(concentration, size));
}

function logNormalizer(concentration: Operand, size: number): Expression {
  const terms = axis("lkjCholesky.term", size - 1);
  const halfSteps = constantFrom([terms], (k) => 0.5 * (size - 2 - k!));
  const each = sum(logGamma(add(halfSteps, concentration)), [terms.name]);
  const all = multiply(logGamma(add(concentration, 0.5 * (size - 1))), size - 1);
  return add(subtract(each, all), 0.25 * size * (size - 1) * logPi);
}

/** (1 + z) / 2 is beta-distributed with this shape twice, where z is a canonical partial correlation of the j-th column. */
function partialShape(concentration: number, size: number, j: number): number {
  return concentration + 0.5 * (size - 2 - j);
}

/** Elements are products of independent z and √(1 − z²), so their moments are products, too. */
function momentsOf(
  concentration: number,
  size: number,
): { readonly mean: Float64Array; readonly sd: Float64Array } {
  const mean = new Float64Array(size * size);
  const sd = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    let [root, square] = [1, 1];
    for (let j = 0; j < i; j++) {
      const shape = partialShape(concentration, size, j);
      sd[i * size + j] = Math.sqrt(square / (2 * shape + 1));
      root *= 2 * exp(logBeta(shape + 0.5, shape + 0.5) - logBeta(shape, shape));
      square *= (2 * shape) / (2 * shape + 1);
    }
    mean[i * size + i] = root;
    sd[i * size + i] = i === 0 ? 0 : Math.sqrt(square - root * root);
  }
  return { mean, sd };
}

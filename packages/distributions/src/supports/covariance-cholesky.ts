/** Cholesky factors of covariance matrices as a support. */

import { add, type Axis, contract, exp as expOf, multiply, sum } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import {
  type ArraySupport,
  columnAxis,
  constantFrom,
  freeAxis,
  identityMatrix,
  withInnermost,
} from "./array-support.js";

/**
 * Lower-triangular matrices with a positive diagonal: L with L Lᵀ a covariance matrix. The free numbers are, row by row,
 * the elements below the diagonal as they are and the logarithm of the diagonal one. The Jacobian is that of the elements
 * on and below the diagonal.
 *
 * @param along  the axis of the rows, of size K; columns run over `columnAxis(along)`
 * @returns      the support, with K (K + 1) / 2 free numbers on the axis `${along.name}.free`
 * @source stan2024
 * @example
 * import { axis } from "@mmm/autodiff";
 * covarianceCholesky(axis("channel", 2)).toConstrained([0, 5, 0]); // => [1, 0, 5, 1]
 */
export function covarianceCholesky(along: Axis): ArraySupport {
  const size = along.size;
  const free = freeAxis(along, (size * (size + 1)) / 2);
  const matrix = [along, columnAxis(along)];
  const below = constantFrom([...matrix, free], (i, j, f) => (j! < i! && f === placeOf(i!, j!) ? 1 : 0));
  const own = constantFrom([along, free], (i, f) => (f === placeOf(i!, i!) ? 1 : 0));
  return {
    kind: "covariance-cholesky",
    range: "lower-triangular with a diagonal > 0",
    axes: matrix,
    free,
    constrain: (u) => {
      const scales = expOf(contract(own, u, [free.name]));
      return withInnermost(
        add(contract(below, u, [free.name]), multiply(identityMatrix(along), scales)),
        matrix,
      );
    },
    logJacobian: (u) => sum(contract(own, u, [free.name]), [along.name]),
    toUnconstrained: (x) => freeOf(x, size),
    toConstrained: (u) => factorOf(u, size),
    contains: (x) =>
      x.length === size * size &&
      Array.from(x).every((element, flat) => {
        const [i, j] = [Math.floor(flat / size), flat % size];
        if (j > i) return element === 0;
        return Number.isFinite(element) && (j < i || element > 0);
      }),
  };
}

/** Place of an element among the free numbers. */
function placeOf(i: number, j: number): number {
  return (i * (i + 1)) / 2 + j;
}

function freeOf(x: ArrayLike<number>, size: number): Float64Array {
  const u = new Float64Array(placeOf(size, 0));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) u[placeOf(i, j)] = x[i * size + j]!;
    u[placeOf(i, i)] = log(x[i * size + i]!);
  }
  return u;
}

function factorOf(u: ArrayLike<number>, size: number): Float64Array {
  const x = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) x[i * size + j] = u[placeOf(i, j)]!;
    x[i * size + i] = exp(u[placeOf(i, i)]!);
  }
  return x;
}

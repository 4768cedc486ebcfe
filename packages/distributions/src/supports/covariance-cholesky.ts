/** Cholesky factors of covariance matrices as a support. */

import { add, type Axis, contract, exp as expOf, multiply, sum } from "@mmm/autodiff";
import { exp, log } from "@mmm/numerics";
import { type ArraySupport, columnAxis, constantFrom, freeAxis, withInnermost } from "./array-support.js";

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
  const placeOf = (i: number, j: number): number => (i * (i + 1)) / 2 + j;
  const below = constantFrom([...matrix, free], (i, j, f) => (j! < i! && f === placeOf(i!, j!) ? 1 : 0));
  const own = constantFrom([along, free], (i, f) => (f === placeOf(i!, i!) ? 1 : 0));
  const diagonal = constantFrom(matrix, (i, j) => (i === j ? 1 : 0));
  return {
    kind: "covariance-cholesky",
    range: "lower-triangular with a diagonal > 0",
    axes: matrix,
    free,
    constrain: (u) => {
      const scales = expOf(contract(own, u, [free.name]));
      return withInnermost(add(contract(below, u, [free.name]), multiply(diagonal, scales)), matrix);
    },
    logJacobian: (u) => sum(contract(own, u, [free.name]), [along.name]),
    toUnconstrained: (x) => {
      const elements = Array.from({ length: size }, (_, i) =>
        Array.from({ length: i + 1 }, (_unused, j) => (i === j ? log(x[i * size + i]!) : x[i * size + j]!)),
      );
      return Float64Array.from(elements.flat());
    },
    toConstrained: (u) => {
      const elements = Array.from({ length: size * size }, (_, flat) => {
        const [i, j] = [Math.floor(flat / size), flat % size];
        if (j > i) return 0;
        return i === j ? exp(u[placeOf(i, i)]!) : u[placeOf(i, j)]!;
      });
      return Float64Array.from(elements);
    },
    contains: (x) =>
      x.length === size * size &&
      Array.from(x).every((element, flat) => {
        const [i, j] = [Math.floor(flat / size), flat % size];
        if (j > i) return element === 0;
        return Number.isFinite(element) && (j < i || element > 0);
      }),
  };
}

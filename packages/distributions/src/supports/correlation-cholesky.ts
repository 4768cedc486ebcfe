/** Cholesky factors of correlation matrices as a support. */

import {
  add,
  type Axis,
  contract,
  exp as expOf,
  type Expression,
  multiply,
  softplus,
  subtract,
  sum,
  tanh,
} from "@mmm/autodiff";
import { exp, log, log1p, softplus as softplusAt, tanh as tanhAt } from "@mmm/numerics";
import {
  type ArraySupport,
  columnAxis,
  constantFrom,
  freeAxis,
  identityMatrix,
  roundingAllowance,
  withInnermost,
} from "./array-support.js";

const logFour = 1.3862943611198906;

/**
 * Lower-triangular matrices with a positive diagonal and rows of length 1: L with L Lᵀ a correlation matrix. The free
 * numbers are, row by row, those of the canonical partial correlations z = tanh u:
 *
 *     L[i, j] = z[i, j] · ∏ √(1 − z[i, k]²) over k < j,     L[i, i] = ∏ √(1 − z[i, k]²) over k < i
 *
 * At u = 0 it is the identity. The Jacobian is that of the elements below the diagonal. Products are sums of logarithms,
 * as one contraction with K² · K(K − 1)/2 constants: made for the sizes of correlated effects (K up to about 25).
 *
 * @param along  the axis of the rows, of size K ≥ 2; columns run over `columnAxis(along)`
 * @returns      the support, with K (K − 1) / 2 free numbers on the axis `${along.name}.free`
 * @throws {RangeError} when there is but one row
 * @source lewandowski2009, stan2024
 * @example
 * import { axis } from "@mmm/autodiff";
 * correlationCholesky(axis("channel", 2)).toConstrained([0]); // => [1, 0, 0, 1]
 */
export function correlationCholesky(along: Axis): ArraySupport {
  const size = along.size;
  if (size < 2) {
    throw new RangeError(
      `correlationCholesky: axis "${along.name}" must have at least 2 rows, got ${size}. One quantity has no correlation.`,
    );
  }
  const free = freeAxis(along, (size * (size - 1)) / 2);
  const matrix = [along, columnAxis(along)];
  const places = placesBelowDiagonal(size);
  const at = constantFrom([...matrix, free], (i, j, f) =>
    places[f!]![0] === i && places[f!]![1] === j ? 1 : 0,
  );
  const halfBefore = constantFrom([...matrix, free], (i, j, f) =>
    places[f!]![0] === i && places[f!]![1] < j! && j! <= i! ? 0.5 : 0,
  );
  // 1 − z² is the slope of its own tanh, and its root shortens every element below the diagonal to its right.
  const weights = constantFrom([free], (f) => 1 + 0.5 * (places[f!]![0] - 1 - places[f!]![1]));
  return {
    kind: "correlation-cholesky",
    range: "lower-triangular with a diagonal > 0 and rows of length 1",
    axes: matrix,
    free,
    constrain: (u) => {
      const directions = add(contract(at, tanh(u), [free.name]), identityMatrix(along));
      const lengths = expOf(contract(halfBefore, logSlopeOfTanh(u), [free.name]));
      return withInnermost(multiply(directions, lengths), matrix);
    },
    logJacobian: (u) => sum(multiply(logSlopeOfTanh(u), weights), [free.name]),
    toUnconstrained: (x) => partialCorrelations(x, size),
    toConstrained: (u) => factorOf(u, size),
    contains: (x) => x.length === size * size && rowsAreUnit(x, size),
  };
}

/** [row, column] of each free number: below the diagonal, row by row. */
function placesBelowDiagonal(size: number): readonly (readonly [number, number])[] {
  return Array.from({ length: size }, (_, i) => i).flatMap((i) =>
    Array.from({ length: i }, (_, j) => [i, j] as const),
  );
}

/** log(1 − tanh² u) = log 4 + 2u − 2 log(1 + e²ᵘ): finite where tanh itself rounds to 1. */
function logSlopeOfTanh(u: Expression): Expression {
  const twice = multiply(u, 2);
  return add(subtract(twice, multiply(softplus(twice), 2)), logFour);
}

function factorOf(u: ArrayLike<number>, size: number): Float64Array {
  const x = new Float64Array(size * size);
  let f = 0;
  for (let i = 0; i < size; i++) {
    let logLength = 0;
    for (let j = 0; j < i; j++, f++) {
      x[i * size + j] = tanhAt(u[f]!) * exp(logLength);
      logLength += 0.5 * (logFour + 2 * u[f]! - 2 * softplusAt(2 * u[f]!));
    }
    x[i * size + i] = exp(logLength);
  }
  return x;
}

/** artanh of each element over the length of its row from there on, which is the hyperbolic sine over what is behind. */
function partialCorrelations(x: ArrayLike<number>, size: number): Float64Array {
  const u = new Float64Array((size * (size - 1)) / 2);
  for (let i = 1; i < size; i++) {
    let behind = x[i * size + i]!;
    for (let j = i - 1; j >= 0; j--) {
      const element = x[i * size + j]!;
      u[(i * (i - 1)) / 2 + j] = inverseSinh(element / behind);
      behind = Math.sqrt(behind * behind + element * element);
    }
  }
  return u;
}

/** arsinh t = log(t + √(1 + t²)), with all digits near 0. */
function inverseSinh(t: number): number {
  const size = Math.abs(t);
  const value =
    size > 1e8 ? log(size) + Math.LN2 : log1p(size + (size * size) / (1 + Math.sqrt(1 + size * size)));
  return t < 0 ? -value : value;
}

function rowsAreUnit(x: ArrayLike<number>, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = Array.from({ length: size }, (_, j) => x[i * size + j]!);
    const length = row.reduce((sum, element) => sum + element * element, 0);
    const triangular = row[i]! > 0 && row.slice(i + 1).every((element) => element === 0);
    if (!triangular || !(Math.abs(length - 1) <= roundingAllowance)) return false;
  }
  return true;
}

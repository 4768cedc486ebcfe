/** Shares that sum to one as a support. */

import {
  add,
  type Axis,
  contract,
  exp as expOf,
  type Expression,
  multiply,
  negate,
  softplus as softplusOf,
  subtract,
  sum,
} from "@mmm/autodiff";
import { exp, log, softplus } from "@mmm/numerics";
import {
  type ArraySupport,
  constantFrom,
  freeAxis,
  roundingAllowance,
  withInnermost,
} from "./array-support.js";

/**
 * Shares above 0 that sum to 1, by breaking a stick: the k-th piece is the share z[k] of what is left.
 *
 *     z[k] = 1 / (1 + (K − k) e^(−u[k])),     x[k] = z[k] · ∏ (1 − z[j]) over j < k,     x[K] = the rest
 *
 * At u = 0 all shares are 1/K. The Jacobian is that of the first K − 1 shares, as the density of a Dirichlet
 * distribution counts them. Logarithms are added and then raised, so that tiny shares keep their digits.
 *
 * @param along  the axis of the shares, of size K ≥ 2
 * @returns      the support, with K − 1 free numbers on the axis `${along.name}.free`
 * @throws {RangeError} when there is but one share
 * @source stan2024
 * @example
 * import { axis } from "@mmm/autodiff";
 * simplex(axis("channel", 4)).toConstrained([0, 0, 0]); // => [0.25, 0.25, 0.25, 0.25]
 */
export function simplex(along: Axis): ArraySupport {
  const count = along.size;
  if (count < 2) {
    throw new RangeError(
      `simplex: axis "${along.name}" must have at least 2 shares, got ${count}. One share is always 1.`,
    );
  }
  const free = freeAxis(along, count - 1);
  const own = constantFrom([along, free], (k, j) => (k === j ? 1 : 0));
  const before = constantFrom([along, free], (k, j) => (j! < k! ? 1 : 0));
  const piecesLeft = constantFrom([free], (j) => count - 1 - j!);
  return {
    kind: "simplex",
    range: "shares > 0 that sum to 1",
    axes: [along],
    free,
    constrain: (u) => {
      const [logTaken, logLeft] = logParts(u, free);
      const logShares = add(contract(own, logTaken, [free.name]), contract(before, logLeft, [free.name]));
      return withInnermost(expOf(logShares), [along]);
    },
    logJacobian: (u) => {
      const [logTaken, logLeft] = logParts(u, free);
      return sum(add(logTaken, multiply(logLeft, piecesLeft)), [free.name]);
    },
    toUnconstrained: breakStick,
    toConstrained: layPieces,
    contains: (x) => {
      const shares = Array.from(x);
      const total = shares.reduce((sum, share) => sum + share, 0);
      const whole = Math.abs(total - 1) <= roundingAllowance;
      return shares.length === count && whole && shares.every((share) => share > 0);
    },
  };
}

/** log z and log(1 − z). */
function logParts(u: Expression, free: Axis): readonly [Expression, Expression] {
  const logOdds = subtract(
    u,
    constantFrom([free], (j) => log(free.size - j!)),
  );
  return [negate(softplusOf(negate(logOdds))), negate(softplusOf(logOdds))];
}

/** u[k] from the share and what is left behind it, summed from the end so that small remainders keep their digits. */
function breakStick(x: ArrayLike<number>): Float64Array {
  const u = new Float64Array(x.length - 1);
  let left = x[x.length - 1]!;
  for (let k = x.length - 2; k >= 0; k--) {
    u[k] = log(x[k]!) - log(left) + log(x.length - 1 - k);
    left += x[k]!;
  }
  return u;
}

function layPieces(u: ArrayLike<number>): Float64Array {
  const x = new Float64Array(u.length + 1);
  let logLeft = 0;
  for (let k = 0; k < u.length; k++) {
    const logOdds = u[k]! - log(u.length - k);
    x[k] = exp(logLeft - softplus(-logOdds));
    logLeft -= softplus(logOdds);
  }
  x[u.length] = exp(logLeft);
  return x;
}

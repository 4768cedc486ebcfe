/** A Gaussian process behind Poisson counts: eleven latent values, tied together by a covariance that is almost singular. */

import {
  add,
  at,
  axis,
  constant,
  divide,
  exp,
  type Expression,
  input,
  multiply,
  sqrt,
  square,
  stack,
  subtract,
  sum,
} from "@mmm/autodiff";
import { gamma, normal, positive } from "@mmm/distributions";
import { logGamma } from "@mmm/numerics";
import type { Posterior } from "./posterior.js";

export interface GpPoissonData {
  readonly x: readonly number[];
  readonly k: readonly number[];
}

export function gpPoisson({ x, k }: GpPoissonData): Posterior {
  const place = axis("place", x.length);
  const [logRho, logAlpha, z] = [input("log rho"), input("log alpha"), input("f_tilde", [place])];
  const [rho, alpha] = [positive.constrain(logRho), positive.constrain(logAlpha)];
  const rows = choleskyRows(x, rho, alpha);
  const f = stack(
    rows.map((row) =>
      row.map((factor, j) => multiply(factor, at(z, "place", j))).reduce((a, b) => add(a, b)),
    ),
    place,
  );
  const constants = k.reduce((total, count) => total + logGamma(count + 1), 0);
  const terms = [
    gamma.logDensity(rho, { shape: 25, rate: 4 }),
    normal.logDensity(alpha, { mean: 0, sd: 2 }),
    positive.logJacobian(logRho),
    positive.logJacobian(logAlpha),
    sum(normal.logDensity(z, { mean: 0, sd: 1 })),
    subtract(sum(subtract(multiply(constant(k, [place]), f), exp(f))), constants),
  ];
  return {
    name: "gp_pois_regr-gp_pois_regr",
    variables: [logRho, logAlpha, z],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { rho, alpha, f },
  };
}

/** The lower Cholesky factor of alpha² exp(−(xᵢ − xⱼ)² / (2 rho²)) + 1e-10 [i = j], one expression per element. */
function choleskyRows(x: readonly number[], rho: Expression, alpha: Expression): Expression[][] {
  const perSquare = divide(-0.5, square(rho));
  const covariances = new Map<number, Expression>();
  const covariance = (distance: number): Expression => {
    const known = covariances.get(distance);
    if (known !== undefined) return known;
    const made =
      distance === 0
        ? add(square(alpha), 1e-10)
        : multiply(square(alpha), exp(multiply(perSquare, distance * distance)));
    covariances.set(distance, made);
    return made;
  };
  const rows: Expression[][] = [];
  for (let i = 0; i < x.length; i++) {
    const row: Expression[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = covariance(Math.abs(x[i]! - x[j]!));
      const other = j < i ? rows[j]! : row;
      for (let l = 0; l < j; l++) rest = subtract(rest, multiply(row[l]!, other[l]!));
      row.push(j < i ? divide(rest, other[j]!) : sqrt(rest));
    }
    rows.push(row);
  }
  return rows;
}

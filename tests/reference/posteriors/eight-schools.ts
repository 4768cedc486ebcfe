/** Eight schools, non-centred: a hierarchy whose scale the data hardly know. */

import { add, axis, constant, input, log1p, multiply, square, subtract, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface EightSchoolsData {
  readonly y: readonly number[];
  readonly sigma: readonly number[];
}

/** log(5π): the constant of Cauchy(0, 5); Stan keeps the density of the whole line on the half. */
const logFivePi = Math.log(5 * Math.PI);

export function eightSchools({ y, sigma }: EightSchoolsData): Posterior {
  const school = axis("school", y.length);
  const [z, mu, logTau] = [input("z", [school]), input("mu"), input("log tau")];
  const tau = positive.constrain(logTau);
  const theta = add(mu, multiply(tau, z));
  const terms = [
    sum(normal.logDensity(z, { mean: 0, sd: 1 })),
    normal.logDensity(mu, { mean: 0, sd: 5 }),
    subtract(-logFivePi, log1p(square(multiply(tau, 1 / 5)))),
    positive.logJacobian(logTau),
    sum(normal.logDensity(constant(y, [school]), { mean: theta, sd: constant(sigma, [school]) })),
  ];
  return {
    name: "eight_schools-eight_schools_noncentered",
    variables: [z, mu, logTau],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { theta, mu, tau },
  };
}

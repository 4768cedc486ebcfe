/** Kilpisjärvi: a straight line through summer temperatures; intercept and slope are almost one parameter. */

import { add, axis, constant, input, multiply, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface KilpisjarviData {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly pmualpha: number;
  readonly psalpha: number;
  readonly pmubeta: number;
  readonly psbeta: number;
}

export function kilpisjarvi(data: KilpisjarviData): Posterior {
  const year = axis("year", data.y.length);
  const [alpha, beta, logSigma] = [input("alpha"), input("beta"), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const mean = add(alpha, multiply(beta, constant(data.x, [year])));
  const terms = [
    normal.logDensity(alpha, { mean: data.pmualpha, sd: data.psalpha }),
    normal.logDensity(beta, { mean: data.pmubeta, sd: data.psbeta }),
    positive.logJacobian(logSigma),
    sum(normal.logDensity(constant(data.y, [year]), { mean, sd: sigma })),
  ];
  return {
    name: "kilpisjarvi_mod-kilpisjarvi",
    variables: [alpha, beta, logSigma],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { alpha, beta, sigma },
  };
}

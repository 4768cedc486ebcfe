/** A plain regression on a tiny scale: deviations of a thousandth, which a metric with a floor does not see. */

import { add, axis, constant, contract, input, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface BlrData {
  /** [observation][column] */
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
}

export function blr({ X, y }: BlrData): Posterior {
  const [observation, coefficient] = [axis("observation", y.length), axis("coefficient", X[0]!.length)];
  const [beta, logSigma] = [input("beta", [coefficient]), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const mean = contract(constant(X.flat(), [observation, coefficient]), beta, ["coefficient"]);
  const terms = [
    sum(normal.logDensity(beta, { mean: 0, sd: 10 })),
    normal.logDensity(sigma, { mean: 0, sd: 10 }), // Stan keeps the density of the whole line on the half
    positive.logJacobian(logSigma),
    sum(normal.logDensity(constant(y, [observation]), { mean, sd: sigma })),
  ];
  return {
    name: "sblri-blr",
    variables: [beta, logSigma],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { beta, sigma },
  };
}

/** Earnings: log earnings on height, sex and their product, uncentred, so that the coefficients are a ridge. */

import { add, axis, constant, contract, input, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface EarningsData {
  readonly earn: readonly number[];
  readonly height: readonly number[];
  readonly male: readonly number[];
}

export function logearnInteraction({ earn, height, male }: EarningsData): Posterior {
  const person = axis("person", earn.length);
  const columns = [height.map(() => 1), height, male, height.map((value, n) => value * male[n]!)];
  const coefficient = axis("coefficient", columns.length);
  const [beta, logSigma] = [input("beta", [coefficient]), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const mean = contract(beta, constant(columns.flat(), [coefficient, person]), ["coefficient"]);
  const likelihood = sum(normal.logDensity(constant(earn.map(Math.log), [person]), { mean, sd: sigma }));
  return {
    name: "earnings-logearn_interaction",
    variables: [beta, logSigma],
    logDensity: add(likelihood, positive.logJacobian(logSigma)),
    quantities: { beta, sigma },
  };
}

/** An autoregression of order K: coefficients that lean on each other. */

import { add, axis, constant, contract, input, log1p, multiply, square, subtract, sum } from "@mmm/autodiff";
import { normal, positive } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface ArKData {
  readonly K: number;
  readonly T: number;
  readonly y: readonly number[];
}

/** log(2.5 π): the constant of Cauchy(0, 2.5); Stan keeps the density of the whole line on the half. */
const logScaleTimesPi = Math.log(2.5 * Math.PI);

export function arK({ K, T, y }: ArKData): Posterior {
  const [lag, time] = [axis("lag", K), axis("time", T - K)];
  const [alpha, beta, logSigma] = [input("alpha"), input("beta", [lag]), input("log sigma")];
  const sigma = positive.constrain(logSigma);
  const lagged = Array.from({ length: K }, (_, k) => y.slice(K - 1 - k, T - 1 - k)).flat();
  const mean = add(alpha, contract(beta, constant(lagged, [lag, time]), ["lag"]));
  const terms = [
    normal.logDensity(alpha, { mean: 0, sd: 10 }),
    sum(normal.logDensity(beta, { mean: 0, sd: 10 })),
    subtract(-logScaleTimesPi, log1p(square(multiply(sigma, 1 / 2.5)))),
    positive.logJacobian(logSigma),
    sum(normal.logDensity(constant(y.slice(K), [time]), { mean, sd: sigma })),
  ];
  return {
    name: "arK-arK",
    variables: [alpha, beta, logSigma],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { alpha, beta, sigma },
  };
}

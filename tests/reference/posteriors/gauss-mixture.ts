/** A mixture of two normals, their means in order so that the two have names. */

import { add, axis, at, constant, exp, input, log, logSumExp, stack, subtract, sum } from "@mmm/autodiff";
import { beta, normal, positive, unitInterval } from "@mmm/distributions";
import type { Posterior } from "./posterior.js";

export interface GaussMixtureData {
  readonly y: readonly number[];
}

export function gaussMixture({ y }: GaussMixtureData): Posterior {
  const [component, observation] = [axis("component", 2), axis("observation", y.length)];
  const [first, logGap] = [input("mu 1"), input("log gap")];
  const [logSigma, logitTheta] = [input("log sigma", [component]), input("logit theta")];
  const mu = stack([first, add(first, exp(logGap))], component);
  const sigma = positive.constrain(logSigma);
  const theta = unitInterval.constrain(logitTheta);
  const observed = constant(y, [observation]);
  const densities = [log(theta), log(subtract(1, theta))].map((logShare, n) =>
    add(
      logShare,
      normal.logDensity(observed, { mean: at(mu, "component", n), sd: at(sigma, "component", n) }),
    ),
  );
  const terms = [
    sum(normal.logDensity(mu, { mean: 0, sd: 2 })),
    sum(normal.logDensity(sigma, { mean: 0, sd: 2 })), // Stan keeps the density of the whole line on the half
    beta.logDensity(theta, { alpha: 5, beta: 5 }),
    logGap,
    sum(positive.logJacobian(logSigma)),
    unitInterval.logJacobian(logitTheta),
    sum(logSumExp(stack(densities, component), ["component"])),
  ];
  return {
    name: "low_dim_gauss_mix-low_dim_gauss_mix",
    variables: [first, logGap, logSigma, logitTheta],
    logDensity: terms.reduce((total, term) => add(total, term)),
    quantities: { mu, sigma, theta },
  };
}

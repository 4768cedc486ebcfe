/** Eight schools, non-centred, with proper priors, whose effects are simulated. */

import { add, axis, constant, input, multiply, sum } from "@mmm/autodiff";
import { halfCauchy, normal, positive } from "@mmm/distributions";
import type { CalibrationModel } from "./compiled-simulator.js";

/** Standard errors of the eight studies, as in Rubin (1981). */
const standardErrors = [15, 10, 16, 11, 9, 11, 10, 18];
const priorOfMu = { mean: 0, sd: 5 };
const priorOfTau = { scale: 5 };

/**
 * mu ~ normal(0, 5), tau ~ half-Cauchy(5), z ~ normal(0, 1), y[j] ~ normal(mu + tau z[j], standard error[j]).
 *
 * @param believed  the scale of tau's prior as the sampler believes it; another than 5 is a planted error
 */
export function eightSchools(
  believed: { readonly tauScale: number } = { tauScale: priorOfTau.scale },
): CalibrationModel {
  const school = axis("school", standardErrors.length);
  const [z, mu, logTau] = [input("z", [school]), input("mu"), input("log tau")];
  const tau = positive.constrain(logTau);
  const theta = add(mu, multiply(tau, z));
  const sd = constant(standardErrors, [school]);
  return {
    name: "eight schools",
    variables: [z, mu, logTau],
    logPrior: [
      sum(normal.logDensity(z, { mean: 0, sd: 1 })),
      normal.logDensity(mu, priorOfMu),
      halfCauchy.logDensity(tau, { scale: believed.tauScale }),
      positive.logJacobian(logTau),
    ].reduce((total, term) => add(total, term)),
    logLikelihood: sum(normal.logDensity(input("y", [school]), { mean: theta, sd })),
    quantities: { mu, tau, theta },
    simulate: (stream) => {
      const trueMu = normal.draw(stream, priorOfMu);
      const trueTau = halfCauchy.draw(stream, priorOfTau);
      const trueZ = standardErrors.map(() => normal.draw(stream, { mean: 0, sd: 1 }));
      const data = standardErrors.map((error, j) =>
        normal.draw(stream, { mean: trueMu + trueTau * trueZ[j]!, sd: error }),
      );
      const position = Float64Array.of(...trueZ, trueMu, positive.toUnconstrained(trueTau));
      return { position, data: Float64Array.from(data) };
    },
  };
}

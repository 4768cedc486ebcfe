/** A small hierarchical regression: intercepts that vary by group, one slope, and a noise that is learned. */

import { add, axis, constant, input, multiply, sum } from "@mmm/autodiff";
import { halfNormal, logNormal, normal, positive } from "@mmm/distributions";
import type { CalibrationModel } from "./compiled-simulator.js";

const [groups, perGroup] = [6, 10];
const priorOfMu = { mean: 0, sd: 1 };
const priorOfTau = { sd: 1 };
const priorOfSlope = { mean: 0, sd: 1 };
/** 90 % between 0.44 and 2.3: of the order of the differences between groups, so that neither is known for certain. */
const priorOfNoise = { logMean: 0, logSd: 0.5 };

/** [group × observation] what the slope multiplies: −0.9 … 0.9 in every group, shifted a little from group to group. */
const covariate = Array.from(
  { length: groups * perGroup },
  (_, i) => ((i % perGroup) - 4.5) / 5 + (Math.floor(i / perGroup) - 2.5) / 10,
);

/**
 * mu ~ normal(0, 1), tau ~ half-normal(1), z ~ normal(0, 1), slope ~ normal(0, 1), noise ~ log-normal(0, 0.5),
 * y[g, i] ~ normal(mu + tau z[g] + slope x[g, i], noise).
 *
 * @param believed  the sd of tau's prior as the sampler believes it; another than 1 is a planted error
 */
export function hierarchicalRegression(
  believed: { readonly tauSd: number } = { tauSd: priorOfTau.sd },
): CalibrationModel {
  const [group, observation] = [axis("group", groups), axis("observation", perGroup)];
  const [z, mu, slope] = [input("z", [group]), input("mu"), input("slope")];
  const [logTau, logNoise] = [input("log tau"), input("log noise")];
  const [tau, noise] = [positive.constrain(logTau), positive.constrain(logNoise)];
  const intercept = add(mu, multiply(tau, z));
  const mean = add(intercept, multiply(slope, constant(covariate, [group, observation])));
  return {
    name: "hierarchical regression",
    variables: [z, mu, slope, logTau, logNoise],
    logPrior: [
      sum(normal.logDensity(z, { mean: 0, sd: 1 })),
      normal.logDensity(mu, priorOfMu),
      normal.logDensity(slope, priorOfSlope),
      halfNormal.logDensity(tau, { sd: believed.tauSd }),
      positive.logJacobian(logTau),
      logNormal.logDensity(noise, priorOfNoise),
      positive.logJacobian(logNoise),
    ].reduce((total, term) => add(total, term)),
    logLikelihood: sum(normal.logDensity(input("y", [group, observation]), { mean, sd: noise })),
    quantities: { mu, tau, slope, noise, intercept },
    simulate: (stream) => {
      const [trueMu, trueSlope] = [normal.draw(stream, priorOfMu), normal.draw(stream, priorOfSlope)];
      const [trueTau, trueNoise] = [
        halfNormal.draw(stream, priorOfTau),
        logNormal.draw(stream, priorOfNoise),
      ];
      const trueZ = Array.from({ length: groups }, () => normal.draw(stream, { mean: 0, sd: 1 }));
      const data = covariate.map((x, i) => {
        const level = trueMu + trueTau * trueZ[Math.floor(i / perGroup)]!;
        return normal.draw(stream, { mean: level + trueSlope * x, sd: trueNoise });
      });
      const scales = [trueTau, trueNoise].map((scale) => positive.toUnconstrained(scale));
      return {
        position: Float64Array.of(...trueZ, trueMu, trueSlope, ...scales),
        data: Float64Array.from(data),
      };
    },
  };
}

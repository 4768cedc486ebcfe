/** How much a draw is worth for the likelihood of each observation. */
import { exp } from "@mmm/numerics";
import { mapDraws } from "../chains/chains.js";
import { essMean } from "../diagnostics/ess.js";
import { type ObservationDraws, observationChains } from "./observation-draws.js";

/**
 * Effective draws per draw for the likelihood of each observation: essMean(exp(log likelihood)) / S.
 *
 * Cross-validation weighs draws by likelihoods, so their autocorrelation is what counts, not that of parameters.
 *
 * @param logLikelihood  chain × draw × observation, in nats
 * @returns  [observation]  > 0, about 1 for independent draws; 1 where the likelihood has no ESS (constant, too short)
 * @source vehtari2017, vehtari2021
 * @example
 * const logLikelihood = makeObservationDraws({ values: new Float64Array(8), chains: 2, draws: 4, observations: ["w1"] });
 * relativeEfficiency(logLikelihood); // => [1]
 */
export function relativeEfficiency(logLikelihood: ObservationDraws): Float64Array {
  const size = logLikelihood.chains * logLikelihood.draws;
  return Float64Array.from(logLikelihood.observations, (_, i) => {
    const x = observationChains(logLikelihood, i);
    // Likelihoods of a whole cell may underflow; ESS does not depend on the unit.
    const largest = x.values.reduce((a, b) => Math.max(a, b), -Infinity);
    const ess = essMean(mapDraws(x, (value) => exp(value - largest)));
    return Number.isNaN(ess) ? 1 : ess / size;
  });
}

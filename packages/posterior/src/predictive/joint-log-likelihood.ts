/** The log likelihood of the whole data from that of its observations. */
import type { Chains } from "../chains/chains.js";
import type { ObservationDraws } from "./observation-draws.js";

/**
 * Adds up the log likelihood of all observations in each draw.
 *
 * @param logLikelihood  chain × draw × observation, in nats
 * @returns  chain × draw
 * @example
 * const logLikelihood = makeObservationDraws({ values: Float64Array.of(-1, -2, -3, -4), chains: 1, draws: 2, observations: ["w1", "w2"] });
 * jointLogLikelihood(logLikelihood).values; // => [-3, -7]
 */
export function jointLogLikelihood({ values, chains, draws, observations }: ObservationDraws): Chains {
  const width = observations.length;
  const totals = new Float64Array(chains * draws);
  for (let i = 0; i < values.length; i++) totals[Math.floor(i / width)] += values[i];
  return { values: totals, chains, draws };
}

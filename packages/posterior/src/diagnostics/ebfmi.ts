/** E-BFMI: does the momentum carry the sampler through all energies, far tails included? */
import { mean } from "@mmm/numerics";
import { type Chains, chainOf } from "../chains/chains.js";
import { isUndiagnosable } from "./undiagnosable.js";

/**
 * Energy Bayesian fraction of missing information of each chain:
 *
 *     ebfmi = Σ (E[t] − E[t − 1])² / Σ (E[t] − Ē)²
 *
 * The new momentum of a transition can change the energy only so much. When one step covers little of the spread of
 * energies (below 0.3), the sampler needs many transitions to reach the tails and may not have been there.
 *
 * @param energy  chain × draw, the Hamiltonian of each transition (−log density + kinetic energy), in nats; every
 *                transition in its order, so never from thinned draws
 * @returns  [chain]  > 0, about 1 or more for independent energies; NaN for a chain of constant or non-finite energy
 * @source betancourt2016
 * @example
 * ebfmi(makeChains([[1, 2, 3, 4]])); // => [0.6]
 */
export function ebfmi(energy: Chains): Float64Array {
  return Float64Array.from({ length: energy.chains }, (_, c) => ebfmiOfChain(chainOf(energy, c)));
}

function ebfmiOfChain(energy: Float64Array): number {
  if (isUndiagnosable(energy)) return NaN;
  const centre = mean(energy);
  let steps = 0;
  let spread = 0;
  for (let t = 0; t < energy.length; t++) {
    if (t > 0) steps += square(energy[t] - energy[t - 1]);
    spread += square(energy[t] - centre);
  }
  return steps / spread;
}

const square = (value: number): number => value * value;

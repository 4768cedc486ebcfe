/** Convergence while chains run: the worst R-hat and effective sample size, cheaply enough to be asked again and again. */
import type { Chains } from "../chains/chains.js";
import { convergenceOf } from "../diagnostics/convergence.js";
import type { ChainPositions } from "./chain-positions.js";
import { screenChains } from "./screen-chains.js";

/** How well the chains agree so far: what the parameter that is worst off says. */
export interface RunningConvergence {
  /** Draws per chain behind the figures. */
  readonly draws: number;
  /** The largest R-hat, and the index of its parameter. */
  readonly rhat: number;
  readonly rhatOf: number;
  /** The smallest effective sample size, bulk or tail, and the index of its parameter. */
  readonly ess: number;
  readonly essOf: number;
}

/** With fewer draws a chain R-hat and ESS are noise. */
const fewestDraws = 20;

/** So many parameters that look worst are diagnosed. */
const suspects = 5;

/**
 * The worst R-hat and the smallest effective sample size of a run that goes on. A chain that has less than half of the
 * draws of the longest one is left out as not yet comparable; the others are cut to the shortest.
 *
 * The figures are those of `rhat`, `essBulk` and `essTail`. Only who is asked is decided cheaply: the five parameters whose
 * halves of chains differ most by their variances, and the five whose neighbouring draws are most alike; so the cost hardly
 * grows with the dimension.
 *
 * @param chains  what each chain has drawn so far, unconstrained: ranks make the diagnostics the same in any unit
 * @returns       the figures; nothing while there are fewer than 20 draws a chain, or none that can be diagnosed
 * @source vehtari2021
 * @example
 * const chain = { dimension: 1, draws: 40, positions: Float64Array.from({ length: 40 }, (_, n) => Math.sin(n * n)) };
 * const shifted = { ...chain, positions: chain.positions.map((value) => value + 9) };
 * runningConvergence([chain, shifted])!.rhat > 1.5; // => true
 */
export function runningConvergence(chains: readonly ChainPositions[]): RunningConvergence | undefined {
  const most = Math.max(0, ...chains.map(({ draws }) => draws));
  if (most < fewestDraws) return undefined;
  const comparable = chains.filter(({ draws }) => 2 * draws >= most && draws >= fewestDraws);
  const draws = Math.min(...comparable.map((chain) => chain.draws));
  const { disagreement, likeness } = screenChains(comparable, draws);
  const asked = new Set([...largest(disagreement), ...largest(likeness)]);
  let worst: RunningConvergence | undefined;
  for (const parameter of asked) {
    const { rhat, essBulk, essTail } = convergenceOf(drawsOf(comparable, draws, parameter));
    const ess = Math.min(essBulk, essTail);
    if (Number.isNaN(rhat) || Number.isNaN(ess)) continue;
    worst ??= { draws, rhat, rhatOf: parameter, ess, essOf: parameter };
    if (rhat > worst.rhat) worst = { ...worst, rhat, rhatOf: parameter };
    if (ess < worst.ess) worst = { ...worst, ess, essOf: parameter };
  }
  return worst;
}

function largest(values: Float64Array): readonly number[] {
  const order = Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]));
  return order.sort((a, b) => values[b] - values[a] || a - b).slice(0, suspects);
}

function drawsOf(chains: readonly ChainPositions[], draws: number, parameter: number): Chains {
  const values = new Float64Array(chains.length * draws);
  chains.forEach(({ positions, dimension }, c) => {
    for (let n = 0; n < draws; n++) values[c * draws + n] = positions[n * dimension + parameter];
  });
  return { values, chains: chains.length, draws };
}

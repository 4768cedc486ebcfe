/** Ranks of true values among their posterior draws, replication after replication. */

import { randomStream } from "@mmm/numerics";
import { type Chains, essBulk, makeChains, sbcRank, spreadDraws } from "@mmm/posterior";
import { sample, type Trace } from "@mmm/sampler";
import type { Simulation, Simulator } from "./simulation.js";

/** How many replications, and the seed of all of them. */
export interface ReplicationOptions {
  readonly seed: number | string;
  readonly replications: number;
  /** Length of the one chain of each replication. */
  readonly warmup?: number;
  readonly draws?: number;
}

/** What one replication says. */
export interface Replication {
  /** [quantity] 0 … `rankedDraws`. */
  readonly ranks: readonly number[];
  /** Bulk ESS of the quantity that mixes worst. */
  readonly worstEss: number;
  readonly divergences: number;
}

/**
 * Draws among which a truth is ranked; they must be about independent. 600 draws of one chain are worth about twice as
 * many, or more, in 19 of 20 replications of the models here, and 32 possible ranks are as fine as a few hundred
 * replications can tell apart.
 */
export const rankedDraws = 31;

/** 0.9, because hierarchies and mix models have bends on which the steps of 0.8 diverge. */
const usual = { chains: 1, warmup: 300, draws: 600, targetAcceptance: 0.9 };

/**
 * Simulates, samples with one chain each, and ranks. No replication is left out, divergent ones neither, because leaving out
 * the hard ones makes the others look uncalibrated, or a bad sampler good.
 *
 * @throws {Error} when a chain does not finish
 */
export async function collectRanks(
  simulator: Simulator,
  { seed, replications, ...lengths }: ReplicationOptions,
): Promise<readonly Replication[]> {
  const collected: Replication[] = [];
  const sampling = { ...usual, ...lengths };
  for (let k = 0; k < replications; k++) collected.push(await replicate(simulator, { seed, k, sampling }));
  return collected;
}

/** Replication k has streams of its own, so that more replications leave the first ones as they are. */
async function replicate(
  simulator: Simulator,
  {
    seed,
    k,
    sampling,
  }: { readonly seed: number | string; readonly k: number; readonly sampling: typeof usual },
): Promise<Replication> {
  const place = `${simulator.name}, replication ${k}`;
  const stream = randomStream(seed, simulator.name, k);
  const simulation = simulator.simulate(stream.split("simulation"));
  const [trace] = await sample(simulation.density, { ...sampling, seed: `${place} of ${seed}` });
  if (trace!.outcome !== "finished") {
    throw new Error(
      `${place}: its chain must finish, got ${JSON.stringify(trace!.outcome)}. Sample it alone.`,
    );
  }
  const quantities = chainsOf(trace!, simulation);
  return {
    ranks: quantities.map((draws, i) =>
      sbcRank(spreadDraws(draws, rankedDraws), simulation.truth[i]!, stream.split("ties", i)),
    ),
    worstEss: Math.min(...quantities.map(essBulk)),
    divergences: trace!.divergences.length,
  };
}

/** [quantity] its draws. */
function chainsOf(trace: Trace, { measure }: Simulation): readonly Chains[] {
  const rows = Array.from({ length: trace.draws }, (_, draw) =>
    measure(trace.positions.subarray(draw * trace.dimension, (draw + 1) * trace.dimension)),
  );
  return Array.from(rows[0]!, (_, quantity) => makeChains([rows.map((row) => row[quantity]!)]));
}

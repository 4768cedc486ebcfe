/** Verdict of every ranked quantity: does the distribution of its ranks stay in the band? */

import { checkRanks, type RankCheck } from "@mmm/posterior";
import { rankedDraws, type Replication } from "./collect-ranks.js";
import type { Simulator } from "./simulation.js";

/** A quantity and how its ranks are distributed. */
export interface CalibrationVerdict {
  readonly quantity: string;
  readonly check: RankCheck;
}

/** Simultaneous over the whole distribution, for one quantity: each fails by chance once in a hundred fresh seeds. */
export const bandProbability = 0.99;

/** One verdict per ranked quantity, in the order of the simulator; `probability` is that of each band. */
export function calibrationVerdicts(
  { quantities }: Simulator,
  replications: readonly Replication[],
  probability = bandProbability,
): readonly CalibrationVerdict[] {
  return quantities.map((quantity, i) => {
    const ranks = replications.map((replication) => replication.ranks[i]!);
    return { quantity, check: checkRanks(ranks, rankedDraws, { probability }) };
  });
}

/** Names of the quantities whose ranks leave the band. */
export function quantitiesOutside(
  simulator: Simulator,
  replications: readonly Replication[],
): readonly string[] {
  return calibrationVerdicts(simulator, replications).flatMap(({ quantity, check }) =>
    check.inside ? [] : [quantity],
  );
}

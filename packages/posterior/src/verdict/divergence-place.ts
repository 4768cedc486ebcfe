/** Where divergent draws gather: the parameter that leads into the region the sampler could not enter. */
import { rankNormalize } from "../chains/rank-normalize.js";
import type { Draws } from "../draws/draws.js";
import { listScalars } from "./evidence.js";

/**
 * With k divergent draws anywhere, the mean of their normal scores times √k is about standard normal. Beyond 4 in size
 * it is a place and no accident, also when some hundred scalars were asked.
 */
const noAccident = 4;

/** "low values of tau", for the scalar along which divergent draws lie farthest out; nothing when they lie anywhere. */
export function findDivergencePlace(draws: Draws): string | undefined {
  const { divergent } = draws.statistics;
  let place: string | undefined;
  let farthest = noAccident;
  for (const { label, chains } of listScalars(draws)) {
    const score = meanScore(rankNormalize(chains).values, divergent);
    if (Math.abs(score) <= farthest || Number.isNaN(score)) continue;
    farthest = Math.abs(score);
    place = `${score < 0 ? "low" : "high"} values of ${label}`;
  }
  return place;
}

function meanScore(scores: Float64Array, divergent: Uint8Array): number {
  let total = 0;
  let count = 0;
  for (let i = 0; i < scores.length; i++) {
    if (divergent[i] === 0) continue;
    total += scores[i];
    count += 1;
  }
  return total / Math.sqrt(count);
}

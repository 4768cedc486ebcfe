/** Scatter: factors around 1 by which budgets and prices miss their plan. */

import { drawNormal, exp, type RandomStream } from "@mmm/numerics";

/** A log-normal factor of mean 1; `variation` is the standard deviation of its logarithm. */
export function drawScatter(stream: RandomStream, variation: number): number {
  return scatter(variation, drawNormal(stream));
}

/** The factor that belongs to a standard normal number. */
export function scatter(variation: number, z: number): number {
  return exp(variation * z - 0.5 * variation * variation);
}

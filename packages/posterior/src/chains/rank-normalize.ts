/** Ranks as normal scores: heavy tails and infinities lose their power, order stays. */
import { normalQuantile, ranksWithTies } from "@mmm/numerics";
import type { Chains } from "./chains.js";

/**
 * z = Φ⁻¹((r − 3/8) / (S + 1/4)) with r the rank among all S draws of all chains, ties sharing their average rank.
 *
 * Infinite draws have a rank. NaN has none, and then nothing has: all scores are NaN.
 *
 * @source vehtari2021
 */
export function rankNormalize(x: Chains): Chains {
  const { values } = x;
  if (values.some(Number.isNaN)) return { ...x, values: new Float64Array(values.length).fill(NaN) };
  const scale = values.length + 1 / 4;
  return { ...x, values: ranksWithTies(values).map((rank) => normalQuantile((rank - 3 / 8) / scale)) };
}

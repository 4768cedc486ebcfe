/** ComparedPositions: where densities are compared — where the posterior is, and all over the prior. */

import { sample } from "@mmm/sampler";
import type { Comparison } from "./compile-comparison.js";

/**
 * Positions: half of them draws of a short chain, twenty transitions apart, where the terms of the density are of one size and a
 * wrong prior cannot hide behind the likelihood; then draws from the prior, where transforms go to their ends.
 */
export async function comparedPositions(
  { density, position }: Comparison,
  count: number,
): Promise<readonly Float64Array[]> {
  const typical = Math.ceil(count / 2);
  const every = 20;
  const [trace] = await sample(density, {
    ...{ seed: 1, chains: 1, warmup: 200, draws: typical * every, maxTreeDepth: 6 },
    initialPositions: [position(1)],
  });
  const { positions, dimension } = trace!;
  return Array.from({ length: count }, (_, i) => {
    const draw = i * every;
    return i < typical ? positions.slice(draw * dimension, (draw + 1) * dimension) : position(i);
  });
}

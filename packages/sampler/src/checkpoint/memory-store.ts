/** Checkpoints in memory, for runs that are stopped and continued within one program. */
import type { Trace } from "../trace.js";
import type { CheckpointStore } from "./checkpoint-store.js";

/**
 * A store for the option `checkpoint` that forgets with the program.
 *
 * @returns an empty store
 * @example
 * const density: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * const checkpoint = { store: memoryStore(), resume: true };
 * const short = await sample(density, { seed: 1, chains: 1, warmup: 50, draws: 10, checkpoint });
 * const long = await sample(density, { seed: 1, chains: 1, warmup: 50, draws: 30, checkpoint }); // 20 draws more
 * long[0].positions.slice(0, 10).join() === short[0].positions.join(); // => true
 */
export function memoryStore(): CheckpointStore {
  const kept = new Map<number, Trace>();
  return {
    write: (chain, trace) => void kept.set(chain, structuredClone(trace)),
    read: (chain) => structuredClone(kept.get(chain)),
  };
}

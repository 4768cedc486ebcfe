/** Draws of our own sampler, four chains one after the other in this process, and what they cost. */

import { type LogDensity, sample, type SampleOptions, type Trace } from "@mmm/sampler";

/** What every engine gives. */
export interface Draws {
  readonly chains: number;
  /** Per chain. */
  readonly draws: number;
  /** chain × draw × dimension */
  readonly positions: Float64Array;
  /** Evaluations of the density in all chains, warm-up included. */
  readonly gradients: number;
  readonly divergences: number;
  /** CPU time; null where most of it went into asking this process for gradients. */
  readonly seconds: number | null;
}

export async function sampleHere(density: LogDensity, options: SampleOptions): Promise<Draws> {
  const start = process.cpuUsage();
  const traces = await sample(density, options);
  const { user, system } = process.cpuUsage(start);
  for (const { outcome } of traces) {
    if (outcome !== "finished") throw new Error(`chain: must finish, got ${JSON.stringify(outcome)}.`);
  }
  const { draws, dimension } = traces[0]!;
  const positions = new Float64Array(traces.length * draws * dimension);
  traces.forEach((trace, chain) => positions.set(trace.positions, chain * draws * dimension));
  return {
    ...{ chains: traces.length, draws, positions },
    gradients: gradientsOf(traces),
    divergences: traces.reduce((sum, { divergences }) => sum + divergences.length, 0),
    seconds: (user + system) / 1e6,
  };
}

function gradientsOf(traces: readonly Trace[]): number {
  return traces.reduce(
    (total, { warmup, leapfrogs }) =>
      total + warmup.startingTries + warmup.leapfrogs + leapfrogs.reduce((sum, count) => sum + count, 0),
    0,
  );
}

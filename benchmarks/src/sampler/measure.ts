/** One run of one target, and what it was worth. */

import { essBulk, essTail, rhat } from "@mmm/posterior";
import { sample, type SampleOptions, type Trace } from "@mmm/sampler";
import type { BenchTarget } from "./target.js";

export interface Engine {
  readonly engine: string;
  readonly metric: string;
  readonly options: Partial<SampleOptions>;
}

/**
 * Stan's algorithm on this kernel: its windows, its regularised variances, its 1,000 draws of warm-up. It stands for Stan where
 * Stan itself is not installed; gradients are then the same currency.
 */
export const engines: readonly Engine[] = [
  {
    engine: "Stan's warm-up on @mmm/sampler",
    metric: "variance",
    options: { metric: "variance", warmupSchedule: "stan", warmup: 1000 },
  },
  { engine: "@mmm/sampler", metric: "diagonal", options: { metric: "diagonal" } },
  { engine: "@mmm/sampler", metric: "auto", options: { metric: "auto" } },
  {
    engine: "@mmm/sampler, adaptive",
    metric: "diagonal",
    options: { metric: "diagonal", integrator: "adaptive" },
  },
];

/** A row of benchmarks/results/sampling.json. */
export interface SamplingResult {
  readonly target: string;
  readonly engine: string;
  readonly metric: string;
  /** Evaluations of the density in all four chains, warm-up included. */
  readonly gradients: number;
  readonly minBulkEss: number;
  readonly minTailEss: number;
  /** CPU time of this process, all chains one after the other. */
  readonly seconds: number;
  readonly divergences: number;
  readonly maxRhat: number;
}

function gradientsOf(traces: readonly Trace[]): number {
  return traces.reduce(
    (total, { warmup, leapfrogs }) =>
      total + warmup.startingTries + warmup.leapfrogs + leapfrogs.reduce((sum, count) => sum + count, 0),
    0,
  );
}

export async function measure(
  target: BenchTarget,
  { engine, metric, options }: Engine,
): Promise<SamplingResult> {
  const density = target.density();
  const start = process.cpuUsage();
  const traces = await sample(density, { seed: 20260101, draws: target.draws ?? 1000, ...options });
  const { user, system } = process.cpuUsage(start);
  for (const { outcome } of traces) {
    if (outcome !== "finished") throw new Error(`${target.name}: ${JSON.stringify(outcome)}`);
  }
  const draws = traces[0]!.draws;
  const columns = Array.from({ length: density.dimension }, (_, i) => ({
    chains: traces.length,
    draws,
    values: Float64Array.from(
      { length: traces.length * draws },
      (__, n) => traces[Math.floor(n / draws)]!.positions[(n % draws) * density.dimension + i]!,
    ),
  }));
  const round = (value: number, digits: number): number => Number(value.toPrecision(digits));
  return {
    target: target.name,
    engine,
    metric,
    gradients: gradientsOf(traces),
    minBulkEss: round(Math.min(...columns.map(essBulk)), 4),
    minTailEss: round(Math.min(...columns.map(essTail)), 4),
    seconds: round((user + system) / 1e6, 4),
    divergences: traces.reduce((sum, { divergences }) => sum + divergences.length, 0),
    maxRhat: round(Math.max(...columns.map(rhat)), 5),
  };
}

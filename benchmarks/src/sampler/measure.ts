/** A row of the table: what the draws of one engine on one target were worth. */

import { essBulk, essTail, rhat } from "@mmm/posterior";
import type { Engine } from "./engine.js";
import type { Draws } from "./sample-here.js";
import type { BenchTarget } from "./target.js";

/** A row of benchmarks/results/sampling.json. */
export interface SamplingResult {
  readonly target: string;
  readonly engine: string;
  readonly metric: string;
  /** Evaluations of the density in all four chains, warm-up included. */
  readonly gradients: number;
  readonly minBulkEss: number;
  readonly minTailEss: number;
  /** CPU time of all chains; null for peers, which ask this process for every gradient. */
  readonly seconds: number | null;
  readonly divergences: number;
  readonly maxRhat: number;
}

const firstSeed = 20260101;

/** The median run by bulk ESS per gradient, of as many seeds as the target wants. */
export async function measure(target: BenchTarget, engine: Engine): Promise<SamplingResult> {
  const rows: SamplingResult[] = [];
  for (let k = 0; k < (target.seeds ?? 1); k++) {
    const draws = await engine.run(target.density(), target.draws ?? 1000, firstSeed + k);
    rows.push(rowOf(target, engine, draws));
  }
  const rate = ({ minBulkEss, gradients }: SamplingResult): number => minBulkEss / gradients;
  return rows.sort((a, b) => rate(a) - rate(b))[rows.length >> 1]!;
}

function rowOf(target: BenchTarget, { engine, metric }: Engine, run: Draws): SamplingResult {
  const columns = columnsOf(run, target.derived?.());
  const round = (value: number, digits: number): number => Number(value.toPrecision(digits));
  return {
    ...{ target: target.name, engine, metric },
    gradients: run.gradients,
    minBulkEss: round(Math.min(...columns.map(essBulk)), 4),
    minTailEss: round(Math.min(...columns.map(essTail)), 4),
    seconds: run.seconds === null ? null : round(run.seconds, 4),
    divergences: run.divergences,
    maxRhat: round(Math.max(...columns.map(rhat)), 5),
  };
}

/** The draws of each parameter, those that are functions of the position after the position itself. */
function columnsOf(
  { chains, draws, positions }: Draws,
  derived: ((position: Float64Array) => Float64Array) | undefined,
) {
  const rows = chains * draws;
  const dimension = positions.length / rows;
  const all = Array.from({ length: rows }, (_, n) => {
    const position = positions.subarray(n * dimension, (n + 1) * dimension);
    return [...position, ...(derived?.(position) ?? [])];
  });
  return all[0]!.map((_, i) => ({ chains, draws, values: Float64Array.from(all, (row) => row[i]!) }));
}

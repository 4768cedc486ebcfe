/** The options of a sampling run, and the progress line that goes with it. */

import type { FitOptions } from "@mmm/model";
import type { MetricKind } from "@mmm/sampler";
import { runningConvergence } from "@mmm/posterior";
import type { Command } from "commander";
import { progressLine } from "../output/progress-line.js";
import type { World } from "../world.js";
import { nameValue, probabilityValue, seedValue, wholeNumberValue } from "./values.js";

/** As commander gives them. */
export interface SamplingOptions {
  readonly seed: number | string;
  readonly chains: number;
  readonly draws: number;
  readonly warmup?: number;
  readonly targetAcceptance: number;
  readonly explainedDivergences: number;
  readonly workers?: number;
  readonly metric: MetricKind;
}

/** More than these are typing errors that would fill the memory. */
const most = { chains: 1000, draws: 1_000_000, workers: 1000 };

/** What warm-up learns of the posterior's shape, in the order of the help text. */
const metrics: { readonly [K in MetricKind]: true } = {
  ...{ diagonal: true, auto: true, "low-rank": true, dense: true, variance: true, covariance: true },
};

export function withSamplingOptions(command: Command): Command {
  return command
    .option("--seed <seed>", "the same seed gives the same bits", seedValue, 1)
    .option("--chains <n>", "independent chains", wholeNumberValue(1, most.chains), 4)
    .option("--draws <n>", "draws per chain after warm-up", wholeNumberValue(1, most.draws), 1000)
    .option(
      "--warmup <n>",
      "warm-up transitions per chain (default: the sampler's)",
      wholeNumberValue(0, most.draws),
    )
    .option("--target-acceptance <p>", "raise to 0.95 when transitions diverge", probabilityValue(0.95), 0.9)
    .option(
      "--explained-divergences <n>",
      "divergences that another run has explained",
      wholeNumberValue(0, most.draws),
      0,
    )
    .option(
      "--metric <kind>",
      `what warm-up learns of the posterior: ${Object.keys(metrics).join(", ")}; try auto where it is slow`,
      nameValue(Object.keys(metrics)),
      "diagonal",
    )
    .option("--workers <n>", "threads (default: one per core)", wholeNumberValue(1, most.workers));
}

/** Options of `fit` from those of the command line, with progress shown where somebody watches. */
export function fitOptions(world: World, options: SamplingOptions): FitOptions {
  const { seed, chains, draws, warmup, targetAcceptance, explainedDivergences, workers, metric } = options;
  const runChains = world.runChains(workers);
  return {
    ...{ seed, chains, draws, targetAcceptance, metric, signal: world.interruption() },
    ...(explainedDivergences === 0 ? {} : { thresholds: { divergences: explainedDivergences } }),
    ...(warmup === undefined ? {} : { warmup }),
    ...(runChains === undefined ? {} : { runChains }),
    onProgress: progressLine(world, chains),
    diagnose: runningConvergence,
  };
}

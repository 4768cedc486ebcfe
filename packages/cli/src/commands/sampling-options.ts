/** The options of a sampling run, and the progress line that goes with it. */

import type { FitOptions } from "@mmm/model";
import { type Command, InvalidArgumentError } from "commander";
import { progressLine } from "../output/progress-line.js";
import type { World } from "../world.js";

/** As commander gives them. */
export interface SamplingOptions {
  readonly seed: number | string;
  readonly chains: number;
  readonly draws: number;
  readonly warmup?: number;
  readonly targetAcceptance: number;
  readonly explainedDivergences: number;
  readonly workers?: number;
}

export function withSamplingOptions(command: Command): Command {
  return command
    .option("--seed <seed>", "the same seed gives the same bits", parseSeed, 1)
    .option("--chains <n>", "independent chains", wholeNumber(1), 4)
    .option("--draws <n>", "draws per chain after warm-up", wholeNumber(1), 1000)
    .option("--warmup <n>", "warm-up transitions per chain", wholeNumber(0))
    .option("--target-acceptance <p>", "raise to 0.95 when transitions diverge", parseAcceptance, 0.9)
    .option("--explained-divergences <n>", "divergences that another run has explained", wholeNumber(0), 0)
    .option("--workers <n>", "threads; default one per core", wholeNumber(1));
}

/** Options of `fit` from those of the command line, with progress shown where somebody watches. */
export function fitOptions(world: World, options: SamplingOptions): FitOptions {
  const { seed, chains, draws, warmup, targetAcceptance, explainedDivergences, workers } = options;
  const runChains = world.runChains(workers);
  return {
    ...{ seed, chains, draws, targetAcceptance, signal: world.signal },
    ...(explainedDivergences === 0 ? {} : { thresholds: { divergences: explainedDivergences } }),
    ...(warmup === undefined ? {} : { warmup }),
    ...(runChains === undefined ? {} : { runChains }),
    onProgress: progressLine(world, chains),
  };
}

function parseSeed(text: string): number | string {
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && Number.isInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`It must be a whole number ≥ ${least}.`);
  };
}

function parseAcceptance(text: string): number {
  const value = Number(text);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError("It must lie between 0 and 1, such as 0.95.");
}

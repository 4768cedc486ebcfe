/** Fit: dataset and spec become draws and a verdict. Read this first. */

import type { Dataset } from "@mmm/data";
import { type Draws, judgeDraws, type Thresholds, type Verdict } from "@mmm/posterior";
import { type MetricKind, sample, type SampleOptions, type Trace } from "@mmm/sampler";
import { type CompiledModel, compileModel } from "../compile-model.js";
import { bindCheckpoint } from "./bind-checkpoint.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { toDraws } from "./to-draws.js";
import { usableTraces } from "./usable-traces.js";

/**
 * Mean acceptance that the step size aims at. Higher than the sampler's own 0.8: where a channel's curve is hardly known,
 * half-saturation and effect trade along a bend, and shorter steps follow it without divergences for half as much again.
 */
const defaultTargetAcceptance = 0.9;

/** Options of a fit: those of `sample`. Give `runChains: nodeWorkers()` (`@mmm/sampler/node`) to use every core. */
export interface FitOptions extends Omit<SampleOptions, "initialPositions" | "keepWarmup"> {
  /**
   * Limits of the verdict other than the default ones, e.g. `{ divergences: 2 }` once a run with higher target
   * acceptance has explained two. They are kept with the fit, so that nobody takes its verdict for a stricter one.
   */
  readonly thresholds?: Partial<Thresholds>;
}

/** What was sampled and how: enough to repeat it. */
export interface FitRecord {
  readonly seed: number | string;
  readonly chains: number;
  readonly maxTreeDepth: number;
  readonly targetAcceptance: number;
  readonly metric: MetricKind;
  /** `"cancelled"` when the run was stopped early; the draws made by then are kept. */
  readonly outcome: "finished" | "cancelled";
  /** Limits of the verdict that differ from the default ones. */
  readonly thresholds: Partial<Thresholds>;
  /** Chains that could not run, with the reason; they have no draws. */
  readonly failures: readonly { readonly chain: number; readonly reason: string }[];
}

/** Thrown when no chain left a draw; `outcome` says whether that was asked for. */
export interface NoDrawsError extends Error {
  readonly name: "NoDrawsError";
  readonly outcome: FitRecord["outcome"];
}

/** A fitted model: what was believed, what was seen, what is known now, and whether to trust it. */
export interface Fit {
  readonly dataset: Dataset;
  readonly spec: ModelSpec;
  readonly record: FitRecord;
  /** One per chain behind the draws: unconstrained positions and the statistics of every transition. */
  readonly traces: readonly Trace[];
  /** The draws by name, in natural units. */
  readonly draws: Draws;
  readonly verdict: Verdict;
}

/**
 * Fits a model: compile → sample → draws → verdict.
 *
 * @param dataset  from `readDataset` or `simulateMarket`
 * @param spec     from `parseModelSpec`
 * @param options  seed (required), chains, draws, warm-up, where chains run, progress, cancel
 * @returns        the fit; the same arguments give the same bits, wherever the chains run
 * @throws {IssueError} when data or spec are wrong, or `checkpoint.resume` finds checkpoints of another model
 * @throws {NoDrawsError} when no chain could run, or a cancel left no draws
 * @source hoffman2014, seyboldt2026, jin2017
 * @example
 * const fitted = await fit(exampleDataset(), parseModelSpec({}), { seed: 1, chains: 2, warmup: 100, draws: 50 });
 * fitted.draws.chains; // => 2
 */
export async function fit(dataset: Dataset, spec: ModelSpec, options: FitOptions): Promise<Fit> {
  const model = compileModel(dataset, spec); // 1 what is believed
  const settings = {
    targetAcceptance: defaultTargetAcceptance,
    ...options,
    ...ownCheckpoint(model, options),
  };
  const traces = await sample(targetFor(model, options), settings); // 2 what the data say
  return makeFit(dataset, spec, recordOf(traces, settings), traces); // 3 in words again, 4 may we trust it
}

/** Draws and verdict of traces: the second half of `fit`, and all of opening a saved one. */
export function makeFit(dataset: Dataset, spec: ModelSpec, record: FitRecord, traces: readonly Trace[]): Fit {
  const usable = usableTraces(traces);
  if (usable.length === 0) throw noDrawsError(record);
  const draws = toDraws(compileForwardPass(dataset, spec), usable, record.maxTreeDepth);
  return { dataset, spec, record, traces: usable, draws, verdict: judgeDraws(draws, record.thresholds) };
}

/** Checkpoints are kept with the identity of the model, so that those of another are refused. */
function ownCheckpoint(model: CompiledModel, { checkpoint }: FitOptions): Pick<FitOptions, "checkpoint"> {
  return checkpoint === undefined ? {} : { checkpoint: bindCheckpoint(checkpoint, model) };
}

/** Workers build their own density from an address; in process the compiled one serves. */
function targetFor(
  model: CompiledModel,
  { runChains }: FitOptions,
): CompiledModel["logDensity"] | CompiledModel["target"] {
  return runChains === undefined ? model.logDensity : model.target;
}

function recordOf(traces: readonly Trace[], options: FitOptions): FitRecord {
  const failures = traces.flatMap(({ chain, outcome }) =>
    typeof outcome === "object" ? [{ chain, reason: outcome.failed }] : [],
  );
  return {
    seed: options.seed,
    chains: traces.length,
    maxTreeDepth: options.maxTreeDepth ?? 10,
    targetAcceptance: options.targetAcceptance ?? defaultTargetAcceptance,
    metric: options.metric ?? "diagonal",
    outcome: traces.some(({ outcome }) => outcome === "cancelled") ? "cancelled" : "finished",
    thresholds: options.thresholds ?? {},
    failures,
  };
}

function noDrawsError({ outcome, failures }: FitRecord): NoDrawsError {
  const reasons = failures.map(({ chain, reason }) => `chain ${chain}: ${reason}`).join("; ");
  const message =
    outcome === "cancelled"
      ? "fit: needs at least one draw per chain, got none before the cancel. Let it run longer."
      : `fit: at least one chain must run, got only failures (${reasons}). Check the data for extreme values.`;
  return Object.assign(new Error(message), { name: "NoDrawsError" as const, outcome });
}

/** One chain from start to trace, as a generator that pauses now and then, so that any runner can drive it. */
import { randomStream } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { identityMetric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { finishTransitions, makeTransitions, recordTransition } from "../trace.js";
import type { ChainOutcome, Divergence, Trace, TransitionBuffer } from "../trace.js";
import { makeTrajectory } from "../trajectory/trajectory.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import { finishWarmup, startWarmup, updateWarmup } from "../warmup/warmup.js";
import type { ChainSettings } from "./chain-settings.js";
import { findStart } from "./find-start.js";
import type { Progress } from "./progress.js";
import { makeTransition } from "./transition.js";

/** What a runner answers to a report. */
export type Command = "go on" | "cancel";

/** A chain that is being run: reports, takes commands, and returns its trace. */
export type RunningChain = Generator<Progress, Trace, Command>;

/** Pauses after at least this many leapfrog steps: enough work to make the pause cheap, little enough to be cancelled soon. */
const leapfrogsPerPause = 128;

/** What `runChain` writes while it goes. */
interface ChainState {
  readonly settings: ChainSettings;
  readonly trajectory: Trajectory;
  readonly stream: RandomStream;
  readonly warmup: TransitionBuffer;
  readonly draws: TransitionBuffer;
  readonly divergences: Divergence[];
  phase: Progress["phase"];
  stepSize: number;
  finalStepSize: number;
  startingTries: number;
  warmupDraws: number;
  warmupLeapfrogs: number;
  searchLeapfrogs: number;
  warmupDivergences: number;
  sampledLeapfrogs: number;
  leapfrogsAtPause: number;
}

/** Runs one chain. An error thrown by the density is this chain's outcome and nobody else's trouble. */
export function* runChain(density: LogDensity, settings: ChainSettings): RunningChain {
  const chain = makeChain(density, settings);
  let outcome: ChainOutcome;
  try {
    outcome = yield* live(chain);
  } catch (error) {
    const got = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    outcome = {
      failed: `log density: must not throw, got "${got}". Return NaN outside the support; anything else thrown is a bug in the target.`,
    };
  }
  return finishChain(chain, outcome);
}

function* live(chain: ChainState): Generator<Progress, ChainOutcome, Command> {
  if ((yield report(chain)) === "cancel") return "cancelled";
  const { trajectory, settings, stream } = chain;
  const start = findStart(
    trajectory.density,
    trajectory.current,
    settings.initialPosition,
    stream.split("start"),
  );
  chain.startingTries = start.tries;
  if (start.failed !== undefined) return { failed: start.failed };
  if ((yield* warmUp(chain)) === "cancel") return "cancelled";
  if ((yield* drawAll(chain)) === "cancel") return "cancelled";
  yield report(chain);
  return "finished";
}

function* warmUp(chain: ChainState): Generator<Progress, Command, Command> {
  const { trajectory, settings, stream } = chain;
  const warmup = startWarmup(trajectory, settings.warmup, settings.targetAcceptance, stream);
  while (warmup.draws < settings.warmup) {
    chain.stepSize = warmup.averaging.stepSize;
    chain.searchLeapfrogs = warmup.searchLeapfrogs;
    if ((yield* pauseIfDue(chain)) === "cancel") return "cancel";
    const transition = makeTransition(trajectory, chain.stepSize, stream);
    chain.warmupDraws++;
    chain.warmupLeapfrogs += transition.leapfrogs;
    if (transition.divergent) chain.warmupDivergences++;
    if (settings.keepWarmup) recordTransition(chain.warmup, trajectory.current, transition);
    updateWarmup(warmup, trajectory, transition, stream);
  }
  chain.searchLeapfrogs = warmup.searchLeapfrogs;
  chain.finalStepSize = chain.stepSize = finishWarmup(warmup);
  return "go on";
}

function* drawAll(chain: ChainState): Generator<Progress, Command, Command> {
  const { trajectory, settings, stream, draws } = chain;
  chain.phase = "sampling";
  while (draws.draws < settings.draws) {
    if ((yield* pauseIfDue(chain)) === "cancel") return "cancel";
    const transition = makeTransition(trajectory, chain.finalStepSize, stream);
    chain.sampledLeapfrogs += transition.leapfrogs;
    if (trajectory.divergedFrom !== undefined) noteDivergence(chain);
    recordTransition(draws, trajectory.current, transition);
  }
  return "go on";
}

function noteDivergence({ trajectory, divergences, draws }: ChainState): void {
  divergences.push({
    draw: draws.draws,
    position: Float64Array.from(trajectory.divergedFrom!.position),
    energyError: trajectory.divergedEnergyError,
  });
}

function* pauseIfDue(chain: ChainState): Generator<Progress, Command, Command> {
  if (leapfrogsOf(chain) - chain.leapfrogsAtPause < leapfrogsPerPause) return "go on";
  chain.leapfrogsAtPause = leapfrogsOf(chain);
  return yield report(chain);
}

function leapfrogsOf({ warmupLeapfrogs, searchLeapfrogs, sampledLeapfrogs }: ChainState): number {
  return warmupLeapfrogs + searchLeapfrogs + sampledLeapfrogs;
}

function report(chain: ChainState): Progress {
  const { settings, phase } = chain;
  return {
    chain: settings.chain,
    phase,
    done: chain.warmupDraws + chain.draws.draws,
    total: settings.warmup + settings.draws,
    stepSize: chain.stepSize,
    leapfrogs: leapfrogsOf(chain),
    divergences: phase === "warm-up" ? chain.warmupDivergences : chain.divergences.length,
  };
}

function makeChain(density: LogDensity, settings: ChainSettings): ChainState {
  const { dimension } = density;
  return {
    settings,
    trajectory: makeTrajectory(density, identityMetric(dimension), settings.maxTreeDepth),
    stream: randomStream(settings.seed, "chain", settings.chain),
    warmup: makeTransitions(settings.keepWarmup ? settings.warmup : 0, dimension),
    draws: makeTransitions(settings.draws, dimension),
    divergences: [],
    phase: "warm-up",
    stepSize: NaN,
    finalStepSize: NaN,
    startingTries: 0,
    warmupDraws: 0,
    warmupLeapfrogs: 0,
    searchLeapfrogs: 0,
    warmupDivergences: 0,
    sampledLeapfrogs: 0,
    leapfrogsAtPause: 0,
  };
}

function finishChain(chain: ChainState, outcome: ChainOutcome): Trace {
  const { settings } = chain;
  return {
    ...finishTransitions(chain.draws),
    chain: settings.chain,
    divergences: chain.divergences,
    warmup: {
      draws: chain.warmupDraws,
      leapfrogs: chain.warmupLeapfrogs + chain.searchLeapfrogs,
      searchLeapfrogs: chain.searchLeapfrogs,
      divergences: chain.warmupDivergences,
      startingTries: chain.startingTries,
      ...(settings.keepWarmup ? { transitions: finishTransitions(chain.warmup) } : {}),
    },
    metric: chain.trajectory.metric,
    finalStepSize: chain.finalStepSize,
    outcome,
  };
}

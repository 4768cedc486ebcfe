/** A living chain: what it is written on while it goes, and the reports and traces that are read off it. */
import { randomStream } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { Metric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";
import { finishTransitions, firstTransitions, makeTransitions } from "../trace.js";
import type { ChainOutcome, Divergence, Trace, TransitionBuffer } from "../trace.js";
import type { Trajectory } from "../trajectory/trajectory.js";
import type { Warmup } from "../warmup/warmup.js";
import type { ChainSettings } from "./chain-settings.js";
import { copyPlainState } from "./plain-state.js";
import type { Progress } from "./progress.js";
import type { ResumePoint } from "./resume-point.js";
import { trajectoryOf } from "./trajectory-of.js";

/** Everything about one chain. */
export interface Chain {
  readonly settings: ChainSettings;
  readonly trajectory: Trajectory;
  readonly warmup: TransitionBuffer;
  readonly draws: TransitionBuffer;
  readonly divergences: Divergence[];
  stream: RandomStream;
  /** While warm-up lasts. */
  learning: Warmup | undefined;
  phase: Progress["phase"];
  /** Whether there is a first position. */
  started: boolean;
  stepSize: number;
  finalStepSize: number;
  startingTries: number;
  warmupDraws: number;
  warmupLeapfrogs: number;
  searchLeapfrogs: number;
  warmupDivergences: number;
  sampledLeapfrogs: number;
  leapfrogsAtPause: number;
  idle: number;
  restarted: boolean;
}

export function makeChain(density: LogDensity, settings: ChainSettings): Chain {
  const { dimension } = density;
  return {
    settings,
    trajectory: trajectoryOf(density, settings),
    stream: randomStream(settings.seed, "chain", settings.chain),
    warmup: makeTransitions(settings.keepWarmup ? settings.warmup : 0, dimension),
    draws: makeTransitions(settings.draws, dimension),
    divergences: [],
    learning: undefined,
    phase: "warm-up",
    started: false,
    stepSize: NaN,
    finalStepSize: NaN,
    startingTries: 0,
    warmupDraws: 0,
    warmupLeapfrogs: 0,
    searchLeapfrogs: 0,
    warmupDivergences: 0,
    sampledLeapfrogs: 0,
    leapfrogsAtPause: 0,
    idle: 0,
    restarted: false,
  };
}

/** Leapfrog steps so far. */
export function leapfrogsOf({ warmupLeapfrogs, searchLeapfrogs, sampledLeapfrogs }: Chain): number {
  return warmupLeapfrogs + searchLeapfrogs + sampledLeapfrogs;
}

export function reportOf(chain: Chain): Progress {
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

/** The trace of a chain that is over; it takes the chain's memory with it. */
export function finishTrace(chain: Chain, outcome: ChainOutcome): Trace {
  const { settings, draws, warmup, trajectory } = chain;
  return {
    ...finishTransitions(draws),
    ...recordOf(chain, outcome, trajectory.metric),
    ...(settings.keepWarmup
      ? { warmup: { ...warmupCounts(chain), transitions: finishTransitions(warmup) } }
      : {}),
  };
}

/** The trace so far of a chain that goes on: a copy. To be taken between transitions. */
export function traceSoFar(chain: Chain): Trace {
  const { settings, draws, warmup, trajectory } = chain;
  return {
    ...firstTransitions(draws, draws.draws),
    ...recordOf(chain, "running", copyPlainState(trajectory.metric) as Metric),
    divergences: chain.divergences.map((divergence) => ({
      ...divergence,
      position: divergence.position.slice(),
    })),
    ...(settings.keepWarmup
      ? { warmup: { ...warmupCounts(chain), transitions: firstTransitions(warmup, warmup.draws) } }
      : {}),
  };
}

function recordOf(chain: Chain, outcome: ChainOutcome, metric: Metric) {
  const failed = typeof outcome === "object";
  return {
    chain: chain.settings.chain,
    divergences: chain.divergences,
    warmup: warmupCounts(chain),
    metric,
    finalStepSize: chain.finalStepSize,
    outcome,
    ...leavesOf(chain),
    ...(chain.restarted ? { warnings: [restartWarning] } : {}),
    ...(chain.started && !failed ? { resumePoint: resumePointOf(chain) } : {}),
  };
}

function leavesOf({ trajectory: { adaptiveLeaf } }: Chain): Pick<Trace, "leaves"> {
  if (adaptiveLeaf === undefined) return {};
  const { levels, irreversible, unresolved } = adaptiveLeaf;
  return { leaves: { levels: levels.slice(), irreversible, unresolved } };
}

const restartWarning =
  "warm-up: the chain must move, got 50 transitions without a move; it was started once more at random. Compare it with the others.";

function warmupCounts(chain: Chain) {
  return {
    draws: chain.warmupDraws,
    leapfrogs: chain.warmupLeapfrogs + chain.searchLeapfrogs,
    searchLeapfrogs: chain.searchLeapfrogs,
    divergences: chain.warmupDivergences,
    startingTries: chain.startingTries,
  };
}

function resumePointOf({ settings, stream, trajectory, learning, idle, restarted }: Chain): ResumePoint {
  const { position, gradient, whitened, force, logDensity } = trajectory.current;
  return {
    format: 1,
    settings,
    stream: stream.state(),
    point: {
      position: position.slice(),
      gradient: gradient.slice(),
      whitened: whitened.slice(),
      force: force.slice(),
      logDensity,
    },
    learned: copyPlainState({ metric: trajectory.metric, learning }),
    idle,
    restarted,
  };
}

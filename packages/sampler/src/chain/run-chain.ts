/** One chain from start to trace, as a generator that pauses now and then, so that any runner can drive it. */
import { forgetLeaves } from "../hamiltonian/adaptive-leaf.js";
import type { LogDensity } from "../target.js";
import { emptyTrace, recordTransition } from "../trace.js";
import type { ChainOutcome, Trace } from "../trace.js";
import { finishWarmup, updateWarmup } from "../warmup/warmup.js";
import type { Warmup } from "../warmup/warmup.js";
import { beginWarmup } from "./begin-warmup.js";
import { finishTrace, leapfrogsOf, makeChain, reportOf, traceSoFar } from "./chain.js";
import type { Chain } from "./chain.js";
import { settingsOf } from "./chain-task.js";
import type { ChainTask } from "./chain-task.js";
import { checkGradientAt } from "./check-gradient.js";
import { findStart } from "./find-start.js";
import { followPath } from "./follow-path.js";
import type { Progress } from "./progress.js";
import { resumeChain } from "./resume-chain.js";
import { makeTransition } from "./transition.js";
import { walkUphill } from "./walk-uphill.js";

/** What a runner answers to a report. */
export type Command = "go on" | "cancel";

/** A chain that is being run: reports, takes commands, and returns its trace. While it pauses it can be looked at. */
export interface RunningChain extends Generator<Progress, Trace, Command> {
  /** What it has done so far; a copy. */
  snapshot(): Trace;
}

/** Pauses after at least this many leapfrog steps: enough work to make the pause cheap, little enough to be cancelled soon. */
const leapfrogsPerPause = 128;

/** With a step size that warm-up has shortened as many times, a chain that does not move never will. */
const mostIdle = 50;

/** In whitened space, where the posterior is about 1 wide: below it moves are lost in rounding. */
const shortestStep = 1e-10;

/** Runs one chain. An error thrown by the density is this chain's outcome and nobody else's trouble. */
export function runChain(density: LogDensity, task: ChainTask): RunningChain {
  const settings = settingsOf(task);
  const saveEvery = task.saveEvery ?? Infinity;
  let chain: Chain | undefined;
  function* run(): Generator<Progress, Trace, Command> {
    let outcome: ChainOutcome;
    try {
      const made =
        task.from === undefined ? makeChain(density, settings) : resumeChain(density, settings, task.from);
      if (typeof made === "string") return { ...task.from!, outcome: { failed: made } };
      chain = made;
      outcome = yield* live(chain, saveEvery);
    } catch (error) {
      outcome = { failed: thrown(error) };
    }
    return chain === undefined ? { ...task.from!, outcome } : finishTrace(chain, outcome);
  }
  const snapshot = (): Trace =>
    chain === undefined
      ? (task.from ?? emptyTrace(settings.chain, density.dimension, "running"))
      : traceSoFar(chain);
  return Object.assign(run(), { snapshot });
}

function thrown(error: unknown): string {
  const got = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `log density: must not throw, got "${got}". Return NaN outside the support; anything else thrown is a bug in the target.`;
}

function* live(chain: Chain, saveEvery: number): Generator<Progress, ChainOutcome, Command> {
  if ((yield reportOf(chain)) === "cancel") return "cancelled";
  const failed = chain.started ? undefined : start(chain);
  if (failed !== undefined) return { failed };
  const warmedUp = Number.isNaN(chain.finalStepSize) ? yield* warmUp(chain, saveEvery) : "go on";
  if (typeof warmedUp === "object") return warmedUp;
  if (warmedUp === "cancel") return "cancelled";
  if ((yield* drawAll(chain, saveEvery)) === "cancel") return "cancelled";
  yield reportOf(chain);
  return "finished";
}

/** Finds the first position; why there is none, if there is none. */
function start(chain: Chain): string | undefined {
  const { trajectory, settings, stream } = chain;
  const { density, current } = trajectory;
  const scales = settings.initialMetric?.scale.length ?? density.dimension;
  if (scales !== density.dimension) {
    return `start: the metric must have ${density.dimension} scales, got ${scales}. Give that of a run of this target.`;
  }
  const { tries, failed } = findStart(density, current, settings.initialPosition, stream.split("start"));
  chain.startingTries = tries;
  if (failed !== undefined) return failed;
  if (settings.initialPosition === undefined) chain.startingTries += moveStart(chain);
  if (settings.checkGradient) {
    const check = checkGradientAt(density, current);
    chain.startingTries += check.evaluations;
    if (check.failed !== undefined) return check.failed;
  }
  chain.started = true;
  return undefined;
}

/** From a random position to a better one; returns evaluations of the density. */
function moveStart({ trajectory: { density, current }, settings, stream }: Chain): number {
  if (settings.initial === "random") return 0;
  if (settings.initial === "pathfinder") return followPath(density, current, stream.split("pathfinder"));
  return walkUphill(density, current);
}

function* warmUp(
  chain: Chain,
  saveEvery: number,
): Generator<Progress, Command | { readonly failed: string }, Command> {
  const { trajectory, settings } = chain;
  chain.learning ??= beginWarmup(trajectory, settings, settings.warmup, chain.stream);
  while (chain.warmupDraws < settings.warmup) {
    const { learning, stream } = chain;
    chain.stepSize = learning.averaging.stepSize;
    chain.searchLeapfrogs = learning.searchLeapfrogs;
    if ((yield* pauseIfDue(chain, saveEvery)) === "cancel") return "cancel";
    const transition = makeTransition(trajectory, chain.stepSize, stream);
    chain.warmupDraws++;
    chain.warmupLeapfrogs += transition.leapfrogs;
    if (transition.divergent) chain.warmupDivergences++;
    if (settings.keepWarmup) recordTransition(chain.warmup, trajectory.current, transition);
    updateWarmup(learning, trajectory, transition, stream);
    const moved = transition.index !== 0 && transition.stepSize > shortestStep;
    chain.idle = moved ? 0 : chain.idle + 1;
    const failed = chain.idle < mostIdle ? undefined : startAnew(chain, learning);
    if (failed !== undefined) return { failed };
  }
  chain.searchLeapfrogs = chain.learning.searchLeapfrogs;
  chain.finalStepSize = chain.stepSize = finishWarmup(chain.learning);
  chain.learning = undefined;
  if (trajectory.adaptiveLeaf !== undefined) forgetLeaves(trajectory.adaptiveLeaf);
  return "go on";
}

/** A chain that is stuck gets one more start at random, and the rest of its warm-up; why not, if it does not. */
function startAnew(chain: Chain, { searchLeapfrogs }: Warmup): string | undefined {
  const { trajectory, settings, stream } = chain;
  if (chain.restarted) {
    return `warm-up: the chain must move, got ${mostIdle} transitions without a move from each of two starts. Check the gradient (checkGradient: true) and that the density is continuous.`;
  }
  const { tries, failed } = findStart(
    trajectory.density,
    trajectory.current,
    undefined,
    stream.split("restart"),
  );
  chain.startingTries += tries;
  chain.restarted = true;
  chain.idle = 0;
  if (failed !== undefined) return failed;
  chain.startingTries += moveStart(chain);
  chain.learning = beginWarmup(trajectory, settings, settings.warmup - chain.warmupDraws, stream);
  chain.learning.searchLeapfrogs += searchLeapfrogs;
  return undefined;
}

function* drawAll(chain: Chain, saveEvery: number): Generator<Progress, Command, Command> {
  const { trajectory, settings, stream, draws } = chain;
  chain.phase = "sampling";
  while (draws.draws < settings.draws) {
    if ((yield* pauseIfDue(chain, saveEvery)) === "cancel") return "cancel";
    const transition = makeTransition(trajectory, chain.finalStepSize, stream);
    chain.sampledLeapfrogs += transition.leapfrogs;
    if (trajectory.divergedFrom !== undefined) noteDivergence(chain);
    recordTransition(draws, trajectory.current, transition);
  }
  return "go on";
}

function noteDivergence({ trajectory, divergences, draws }: Chain): void {
  divergences.push({
    draw: draws.draws,
    position: Float64Array.from(trajectory.divergedFrom!.position),
    energyError: trajectory.divergedEnergyError,
  });
}

function* pauseIfDue(chain: Chain, saveEvery: number): Generator<Progress, Command, Command> {
  const saves = saveEvery < Infinity && (chain.warmupDraws + chain.draws.draws) % saveEvery === 0;
  if (!saves && leapfrogsOf(chain) - chain.leapfrogsAtPause < leapfrogsPerPause) return "go on";
  chain.leapfrogsAtPause = leapfrogsOf(chain);
  return yield reportOf(chain);
}

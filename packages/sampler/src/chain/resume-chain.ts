/** A chain that goes on where an earlier one stood: every number as it was, so that the bits to come are the same. */
import { randomStream, restoreStream } from "@mmm/numerics";
import type { LogDensity } from "../target.js";
import { loadTransitions } from "../trace.js";
import type { Trace } from "../trace.js";
import { beginWarmup } from "./begin-warmup.js";
import { leapfrogsOf, makeChain } from "./chain.js";
import type { Chain } from "./chain.js";
import type { ChainSettings } from "./chain-settings.js";
import { restorePlainState } from "./plain-state.js";
import type { ResumePoint } from "./resume-point.js";

/** The chain of `settings` as it stood at the end of `trace`, or in words why it cannot go on from there. */
export function resumeChain(density: LogDensity, settings: ChainSettings, trace: Trace): Chain | string {
  const { resumePoint, dimension } = trace;
  if (resumePoint === undefined) return makeChain(density, settings);
  if (dimension !== density.dimension) {
    return `resume: the target must have the ${dimension} parameters of the earlier run, got ${density.dimension}. Start anew.`;
  }
  const chain = makeChain(density, settings);
  loadCounts(chain, trace);
  chain.stream = restoreStream(resumePoint.stream);
  Object.assign(chain, { started: true, idle: resumePoint.idle, restarted: resumePoint.restarted });
  loadPoint(chain, resumePoint);
  const { position, logDensity } = resumePoint.point;
  const again = density.evaluate(position.slice(), new Float64Array(dimension));
  if (!Object.is(again, logDensity)) {
    return (
      `resume: the target must be that of the earlier run, got log density ${again} where it was ${logDensity}. ` +
      "Start anew; the option start takes over what the earlier run learned."
    );
  }
  loadLearned(chain, resumePoint);
  return chain;
}

function loadCounts(chain: Chain, { leaves, warmup, finalStepSize, divergences, ...draws }: Trace): void {
  loadTransitions(chain.draws, draws);
  if (chain.settings.keepWarmup && warmup.transitions) loadTransitions(chain.warmup, warmup.transitions);
  chain.divergences.push(...divergences);
  chain.stepSize = chain.finalStepSize = finalStepSize;
  if (leaves !== undefined && chain.trajectory.adaptiveLeaf !== undefined) {
    const { levels, ...failed } = leaves;
    chain.trajectory.adaptiveLeaf.levels.set(levels);
    Object.assign(chain.trajectory.adaptiveLeaf, failed);
  }
  chain.startingTries = warmup.startingTries;
  chain.warmupDraws = warmup.draws;
  chain.warmupLeapfrogs = warmup.leapfrogs - warmup.searchLeapfrogs;
  chain.searchLeapfrogs = warmup.searchLeapfrogs;
  chain.warmupDivergences = warmup.divergences;
  chain.sampledLeapfrogs = draws.leapfrogs.reduce((sum, leapfrogs) => sum + leapfrogs, 0);
  chain.leapfrogsAtPause = leapfrogsOf(chain);
  chain.phase = Number.isNaN(finalStepSize) ? "warm-up" : "sampling";
}

function loadPoint({ trajectory }: Chain, { point }: ResumePoint): void {
  const { current } = trajectory;
  current.position.set(point.position);
  current.gradient.set(point.gradient);
  current.whitened.set(point.whitened);
  current.force.set(point.force);
  current.logDensity = point.logDensity;
}

/** Makes the objects of warm-up anew, on a flat density that costs nothing, and writes what was learned over them. */
function loadLearned(chain: Chain, resumePoint: ResumePoint): void {
  const { trajectory, settings } = chain;
  const { dimension } = trajectory.density;
  const flat = { ...trajectory, density: { dimension, evaluate: () => 0 }, adaptiveLeaf: undefined };
  const left = settings.warmup - chain.warmupDraws;
  const learning =
    chain.phase === "warm-up" ? beginWarmup(flat, settings, left, randomStream("resume")) : undefined;
  const learned = restorePlainState({ metric: flat.metric, learning }, resumePoint.learned);
  const { metric, learning: restored } = learned as Pick<Chain, "learning"> &
    Pick<typeof trajectory, "metric">;
  Object.assign(trajectory, { metric });
  chain.learning = restored;
  loadPoint(chain, resumePoint);
}

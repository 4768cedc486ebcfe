/** The options that say how a run goes on: checkpoints, what is known from earlier, when it may end. */
import type { CheckpointStore } from "./checkpoint/checkpoint-store.js";
import { initialKinds } from "./chain/chain-settings.js";
import type { ChainSettings, InitialKind } from "./chain/chain-settings.js";
import type { Metric } from "./hamiltonian/metric.js";
import type { StopWhen } from "./run/stop-watch.js";

/** Checkpoints of a run. */
export interface CheckpointOptions {
  readonly store: CheckpointStore;
  /** Transitions of a chain between two checkpoints, ≥ 1. Default 100. The end of a chain is saved in any case. */
  readonly every?: number;
  /** Whether chains that are in the store go on from there, with the bits of a run that was never interrupted. Default false:
   * they start anew and the store is written over. All options must be those of the interrupted run; `draws` may be more. */
  readonly resume?: boolean;
}

/** What an earlier run has learned of this posterior or of one much like it; see `startFrom`. One for all chains, or a list. */
export interface StartOptions {
  /** Kept as it is: warm-up then learns the step size alone, for which 50 to 100 transitions are enough. */
  readonly metric?: Metric | readonly Metric[];
  /** > 0; where the step size starts, and without warm-up what it is. */
  readonly stepSize?: number | readonly number[];
  /** One position per chain; the same as `initialPositions`. */
  readonly positions?: readonly ArrayLike<number>[];
}

/** How a run begins, is saved, and ends. */
export interface RunOptions {
  /** Saves every chain now and then, so that a killed run can go on. */
  readonly checkpoint?: CheckpointOptions;
  /** Metric, step size and positions of an earlier run. */
  readonly start?: StartOptions;
  /** How a chain finds its first position where none is given. Default `"uphill"`: uniform in (−2, 2), and where that is more than
   * ten nats per parameter too low, the first place on the way up that is not. `"random"`: left where it is. `"pathfinder"`: a draw of
   * the normal approximation nearest to the posterior; it dives into funnels. */
  readonly initial?: InitialKind;
  /** Compare the gradient with finite differences where each chain starts; a chain whose gradient is wrong fails and names the
   * worst coordinate. Costs two evaluations per parameter. Default false. */
  readonly checkGradient?: boolean;
  /** Ends the run as soon as it says true of the draws so far: called with one trace per chain, all with equally many draws, at
   * every multiple of `stopEvery`. The run then is "finished" with these draws, the same on every machine. */
  readonly stopWhen?: StopWhen;
  /** Draws per chain between two calls of `stopWhen`, ≥ 1. Default 100. */
  readonly stopEvery?: number;
}

export const runDefaults = { checkpointEvery: 100, stopEvery: 100 } as const;

/** Lines `sample.<option>: <rule>, got <value>. <what to do>.` */
export function runFaults(
  {
    checkpoint,
    start,
    stopEvery,
    initial = "uphill",
    initialPositions,
  }: RunOptions & { initialPositions?: unknown },
  chains: number,
): readonly string[] {
  const faults: string[] = [];
  const whole = (place: string, value: number | undefined, usual: number): void => {
    if (value === undefined || (Number.isInteger(value) && value >= 1)) return;
    faults.push(`sample.${place}: must be a whole number ≥ 1, got ${value}. Leave it out for ${usual}.`);
  };
  whole("checkpoint.every", checkpoint?.every, runDefaults.checkpointEvery);
  whole("stopEvery", stopEvery, runDefaults.stopEvery);
  if (!initialKinds.includes(initial)) {
    faults.push(
      `sample.initial: must be one of ${initialKinds.join(", ")}, got "${String(initial)}". Leave it out for uphill.`,
    );
  }
  if (checkpoint !== undefined && typeof checkpoint.store?.write !== "function") {
    faults.push(
      "sample.checkpoint.store: must be a CheckpointStore, got none. Use memoryStore(), or fileStore(folder) of @mmm/sampler/node.",
    );
  }
  if (start?.positions !== undefined && initialPositions !== undefined) {
    faults.push(
      "sample.start.positions: must not be given with initialPositions, got both. They are the same; leave one out.",
    );
  }
  return [...faults, ...startFaults(start, chains)];
}

function startFaults({ metric, stepSize }: StartOptions = {}, chains: number): readonly string[] {
  const faults: string[] = [];
  for (const [place, list] of [
    ["metric", metric],
    ["stepSize", stepSize],
  ] as const) {
    if (!Array.isArray(list) || list.length === chains) continue;
    faults.push(
      `sample.start.${place}: must be one for all or one per chain (${chains}), got ${list.length}. Give one each, or one.`,
    );
  }
  const wrongStep = listOf(stepSize).find((value) => !(value > 0 && value < Infinity));
  if (wrongStep !== undefined) {
    faults.push(
      `sample.start.stepSize: must be finite and > 0, got ${wrongStep}. Give the finalStepSize of a finished trace.`,
    );
  }
  const isUsable = ({ mean, scale }: Metric): boolean =>
    mean.length === scale.length &&
    mean.every(Number.isFinite) &&
    scale.every((value) => value > 0 && value < Infinity);
  if (!listOf(metric).every(isUsable)) {
    faults.push(
      "sample.start.metric: must have as many finite means as finite scales > 0, got others. Give the metric of a finished trace.",
    );
  }
  return faults;
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** What these options add to the settings of one chain. */
export function runSettings(
  { start, initial, checkGradient }: RunOptions,
  chain: number,
): Partial<ChainSettings> {
  const of = <T>(value: T | readonly T[] | undefined): T | undefined => {
    const list = listOf(value);
    return list.length > 1 ? list[chain] : list[0];
  };
  const metric = of(start?.metric);
  const stepSize = of(start?.stepSize);
  return {
    ...(metric === undefined ? {} : { initialMetric: metric }),
    ...(stepSize === undefined ? {} : { initialStepSize: stepSize }),
    ...(initial === undefined ? {} : { initial }),
    ...(checkGradient ? { checkGradient } : {}),
  };
}

/** The options of `sample`: what they mean, their defaults with reasons, and the check that names every fault at once. */
import type { ChainSettings } from "./chain/chain-settings.js";
import type { Progress } from "./chain/progress.js";
import { kernelFaults, kernelSettings } from "./kernel-options.js";
import type { KernelOptions } from "./kernel-options.js";
import { runFaults, runSettings } from "./run-options.js";
import type { RunOptions } from "./run-options.js";
import type { ChainRunner } from "./run/chain-runner.js";
import type { Diagnose } from "./run/convergence-watch.js";

/**
 * Options of `sample`. Only the seed must be given: a result that cannot be repeated is not a result.
 */
export interface SampleOptions extends KernelOptions, RunOptions {
  /** Chain k draws from the random stream (seed, "chain", k), so its bits do not depend on the number of chains. */
  readonly seed: number | string;
  /** Independent chains, ≥ 1. Default 4: R-hat compares halves of chains with each other and needs several. */
  readonly chains?: number;
  /** Transitions of warm-up per chain, ≥ 0. Default 800: see `sampleDefaults`. */
  readonly warmup?: number;
  /** Draws kept per chain, ≥ 0. Default 1000: with 4 chains enough for tail quantiles of most posteriors. */
  readonly draws?: number;
  /** Mean acceptance that the step size aims at, in (0, 1). Default 0.8, the cheapest on well-behaved posteriors.
   * 0.9 costs 10–25 % there, and is the better choice for ridges and funnels, mix models among them: see the README. */
  readonly targetAcceptance?: number;
  /** A trajectory has at most 2^maxTreeDepth − 1 leapfrog steps; whole, 1 to 20. Default 10. */
  readonly maxTreeDepth?: number;
  /** One unconstrained position per chain. Default: uniform in (−2, 2), up to 100 tries. */
  readonly initialPositions?: readonly ArrayLike<number>[];
  /** Whether to keep warm-up's transitions in `trace.warmup.transitions`. Default false. */
  readonly keepWarmup?: boolean;
  /** Where the chains run. Default: on this thread. */
  readonly runChains?: ChainRunner;
  /** Called with the state of one chain after every hundred or so of its leapfrog steps. */
  readonly onProgress?: (progress: Progress) => void;
  /** Asked now and then how well the chains agree; its answer goes with the reports to `onProgress` and changes no bit.
   * `runningConvergence` of `@mmm/posterior` is made for it. */
  readonly diagnose?: Diagnose;
  /** Ends all chains soon after it is aborted; what is drawn is kept. */
  readonly signal?: AbortSignal;
}

/** Thrown by `sample` with everything that is wrong with its arguments, one line of the message per fault. */
export interface SampleOptionsError extends Error {
  readonly faults: readonly string[];
}

export function sampleOptionsError(faults: readonly string[]): SampleOptionsError {
  const error = new Error(faults.join("\n"));
  error.name = "SampleOptionsError";
  return Object.assign(error, { faults });
}

/**
 * The values of the options that are left out.
 *
 * **Why 800 draws of warm-up:** its calendar then has two full main windows, so that the metric has forgotten all that came
 * before draw 318; a mix model started at random can take more than 100 draws to find the posterior. With 400 or 500 draws
 * (nutpie's default is 400) 2 of 40 chains on a mix model of 49 parameters kept gradients of that way in their metric and went
 * 5–10 times the leapfrog steps from then on; with 600 none did. Beyond 800 nothing is gained: 1000 (Stan's default) cost a
 * tenth more gradients in all for the same effective sample size.
 */
export const sampleDefaults = {
  chains: 4,
  warmup: 800,
  draws: 1000,
  targetAcceptance: 0.8,
  maxTreeDepth: 10,
  keepWarmup: false,
} as const;

/** Every fault of the options, as lines `sample.<option>: <rule>, got <value>. <what to do>.` */
export function checkSampleOptions(
  options: SampleOptions | undefined,
  dimension: number | undefined,
): readonly string[] {
  const complete = withDefaults(options);
  const { seed, chains, warmup, draws, targetAcceptance, maxTreeDepth } = complete;
  const faults: string[] = [];
  const whole = (place: string, value: unknown, least: number, most: number, advice: string): void => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return;
    const range = most === Infinity ? `≥ ${least}` : `from ${least} to ${most}`;
    faults.push(`sample.${place}: must be a whole number ${range}, got ${show(value)}. ${advice}`);
  };
  if (typeof seed !== "string" && !Number.isFinite(seed)) {
    faults.push(
      `sample.seed: must be a finite number or a text, got ${show(seed)}. Choose any and keep it with the result.`,
    );
  }
  whole("chains", chains, 1, Infinity, `Use ${sampleDefaults.chains} unless you have a reason.`);
  whole("warmup", warmup, 0, Infinity, `Leave it out for ${sampleDefaults.warmup}.`);
  whole("draws", draws, 0, Infinity, `Leave it out for ${sampleDefaults.draws}.`);
  whole("maxTreeDepth", maxTreeDepth, 1, 20, `Leave it out for ${sampleDefaults.maxTreeDepth}.`);
  if (!(typeof targetAcceptance === "number" && targetAcceptance > 0 && targetAcceptance < 1)) {
    faults.push(
      `sample.targetAcceptance: must be between 0 and 1, got ${show(targetAcceptance)}. Use 0.8, or 0.9 where trajectories diverge.`,
    );
  }
  return [
    ...faults,
    ...kernelFaults(complete),
    ...runFaults(complete, chains),
    ...positionFaults(complete, dimension),
  ];
}

function positionFaults(
  { start, chains, initialPositions = start?.positions }: CompleteOptions,
  dimension: number | undefined,
): readonly string[] {
  if (initialPositions === undefined) return [];
  if (initialPositions.length !== chains) {
    return [
      `sample.initialPositions: must have one position per chain (${chains}), got ${initialPositions.length}. Give one each, or none.`,
    ];
  }
  return initialPositions.flatMap((position, chain) => {
    const place = `sample.initialPositions, chain ${chain}`;
    if (dimension !== undefined && position.length !== dimension) {
      return [
        `${place}: must have ${dimension} numbers, got ${position.length}. Give every unconstrained parameter.`,
      ];
    }
    const bad = Array.from(position).findIndex((value) => !Number.isFinite(value));
    if (bad < 0) return [];
    return [
      `${place}: must be finite, got ${show(position[bad])} at index ${bad}. Give a point inside the support.`,
    ];
  });
}

/** One plain record per chain, every default written in; the options must have been checked. */
export function chainSettings(options: SampleOptions): readonly ChainSettings[] {
  const { seed, chains, warmup, draws, targetAcceptance, maxTreeDepth, keepWarmup } = withDefaults(options);
  return Array.from({ length: chains }, (_, chain) => {
    const given = (options.initialPositions ?? options.start?.positions)?.[chain];
    return {
      chain,
      seed,
      warmup,
      draws,
      targetAcceptance,
      maxTreeDepth,
      keepWarmup,
      ...kernelSettings(options),
      ...runSettings(options, chain),
      ...(given === undefined ? {} : { initialPosition: Float64Array.from(given) }),
    };
  });
}

type CompleteOptions = SampleOptions & Required<Pick<SampleOptions, keyof typeof sampleDefaults>>;

/** An option that is present but undefined counts as left out. */
function withDefaults(options: SampleOptions | undefined): CompleteOptions {
  const given = Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));
  return { ...sampleDefaults, ...given } as CompleteOptions;
}

function show(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}

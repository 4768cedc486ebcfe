/** More draws from chains that have ended. */
import { startRun } from "./run/start-run.js";
import type { LiveOptions } from "./run/start-run.js";
import { sampleOptionsError } from "./sample-options.js";
import type { Target } from "./target.js";
import type { Trace } from "./trace.js";

/** Options of `extendTraces`: how many draws, and as for `sample` who is told and where the chains run. */
export interface ExtendOptions extends LiveOptions {
  /** Draws per chain in all, those that the traces have included. */
  readonly draws: number;
}

/**
 * Goes on with chains that are finished or were cancelled, in warm-up or after it: the result has the bits of a run that had
 * been given these draws from the beginning.
 *
 * @param target   that of the traces; a chain whose log density is another at the last draw fails
 * @param traces   with resume points: neither failed nor cut by `stopWhen`
 * @param options  `draws` in all, per chain
 * @returns longer traces, in the order of the given ones
 * @throws {SampleOptionsError} if a trace has no resume point or has more draws than that
 * @example
 * const density: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * const short = await sample(density, { seed: 1, chains: 2, warmup: 50, draws: 20 });
 * const long = await extendTraces(density, short, { draws: 60 });
 * long[0].draws; // => 60
 * long[0].positions.slice(0, 20).join() === short[0].positions.join(); // => true
 */
export async function extendTraces(
  target: Target,
  traces: readonly Trace[],
  options: ExtendOptions,
): Promise<readonly Trace[]> {
  const { draws } = options;
  const faults = traces.flatMap((trace) => {
    const place = `extendTraces, chain ${trace.chain}`;
    if (trace.resumePoint === undefined) {
      return [`${place}: must have a resume point, got none (failed or cut). Leave it out, or sample anew.`];
    }
    if (Number.isInteger(draws) && draws >= trace.draws) return [];
    return [
      `${place}: draws must be a whole number of at least its ${trace.draws}, got ${draws}. Give the draws in all.`,
    ];
  });
  if (faults.length > 0) throw sampleOptionsError(faults);
  const tasks = traces.map((trace) => ({ ...trace.resumePoint!.settings, draws, from: trace }));
  return startRun(target, tasks, options).finished;
}

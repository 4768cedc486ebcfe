/** The door for those who want to hold the run: `sample` with a handle. */
import type { ChainSettings } from "./chain/chain-settings.js";
import type { ChainTask } from "./chain/chain-task.js";
import type { CheckpointOptions } from "./run-options.js";
import { startRun } from "./run/start-run.js";
import type { SamplingRun } from "./run/start-run.js";
import { chainSettings, checkSampleOptions, sampleOptionsError } from "./sample-options.js";
import type { SampleOptions } from "./sample-options.js";
import { densityFaults, isTargetModule } from "./target.js";
import type { LogDensity, Target } from "./target.js";
import type { Trace } from "./trace.js";

/**
 * Starts the run that `sample` waits for, and gives a handle to look at it, hold it and end it.
 *
 * @param target   as for `sample`
 * @param options  as for `sample`
 * @returns the handle; `finished` is what `sample` gives, and rejects where it does
 * @throws {SampleOptionsError} at once, with every fault of the arguments
 * @example
 * const density: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * const run = startSampling(density, { seed: 1, chains: 2, draws: 100_000 });
 * run.stop();
 * (await run.finished).map(({ outcome }) => outcome); // => ["cancelled", "cancelled"]
 */
export function startSampling(target: Target, options: SampleOptions): SamplingRun {
  const isModule = isTargetModule(target);
  const faults = [
    ...(isModule ? [] : densityFaults(target)),
    ...checkSampleOptions(options, isModule ? undefined : (target as LogDensity | undefined)?.dimension),
  ];
  if (faults.length > 0) throw sampleOptionsError(faults);
  const settings = chainSettings(options);
  const { checkpoint } = options;
  return startRun(target, checkpoint?.resume ? storedTasks(settings, checkpoint) : settings, options);
}

/** Each chain from where the store has it. */
async function storedTasks(
  settings: readonly ChainSettings[],
  { store }: CheckpointOptions,
): Promise<readonly ChainTask[]> {
  const stored = await Promise.all(settings.map(async ({ chain }) => store.read(chain)));
  const faults = settings.flatMap((own, k) => differences(own, stored[k]));
  if (faults.length > 0) throw sampleOptionsError(faults);
  return settings.map((own, k) => {
    const from = stored[k];
    return from === undefined ? own : { ...own, from };
  });
}

function differences(settings: ChainSettings, stored: Trace | undefined): readonly string[] {
  if (stored?.resumePoint === undefined) return [];
  const place = `sample.checkpoint, chain ${settings.chain}`;
  const advice = "Give the options of the interrupted run, another store, or resume: false.";
  const own = settings as unknown as Readonly<Record<string, unknown>>;
  const earlier = stored.resumePoint.settings as unknown as Readonly<Record<string, unknown>>;
  const names = [...new Set([...Object.keys(own), ...Object.keys(earlier)])].filter(
    (name) => name !== "draws",
  );
  const shown = (value: unknown): string => JSON.stringify(value) ?? "none";
  return [
    ...names
      .filter((name) => shown(own[name]) !== shown(earlier[name]))
      .map(
        (name) =>
          `${place}: ${name} must be that of the interrupted run, ${shown(earlier[name])}, got ${shown(own[name])}. ${advice}`,
      ),
    ...(stored.draws > settings.draws
      ? [
          `${place}: draws must be at least the ${stored.draws} that are stored, got ${settings.draws}. ${advice}`,
        ]
      : []),
  ];
}

/** What one run has learned, for the start of the next. */
import type { StartOptions } from "./run-options.js";
import { sampleOptionsError } from "./sample-options.js";
import type { Trace } from "./trace.js";

/**
 * Metric, step size and last position of every chain of an earlier run, for the option `start`: a model that is fitted again, with a
 * week of data more, then needs a warm-up of 50 to 100 transitions instead of 800.
 *
 * @param traces  of a run with draws; of chains that failed those of the first other chain are taken
 * @returns options for as many chains as there are traces
 * @throws {SampleOptionsError} if no chain has a draw
 * @example
 * const density: LogDensity = { dimension: 1, evaluate: (x, g) => ((g[0] = -x[0]), -0.5 * x[0] * x[0]) };
 * const first = await sample(density, { seed: 1, chains: 2, draws: 50 });
 * const second = await sample(density, { seed: 2, chains: 2, draws: 50, warmup: 50, start: startFrom(first) });
 * second[0].metric.scale[0] === first[0].metric.scale[0]; // => true
 */
export function startFrom(traces: readonly Trace[]): Required<StartOptions> {
  const usable = traces.filter(({ draws, finalStepSize }) => draws > 0 && finalStepSize > 0);
  if (usable.length === 0) {
    throw sampleOptionsError([
      "startFrom: at least one chain must have draws, got none. Start without what an earlier run learned.",
    ]);
  }
  const chosen = traces.map((trace) => (usable.includes(trace) ? trace : usable[0]));
  return {
    metric: chosen.map(({ metric }) => metric),
    stepSize: chosen.map(({ finalStepSize }) => finalStepSize),
    positions: chosen.map(({ positions, dimension, draws }) =>
      positions.slice((draws - 1) * dimension, draws * dimension),
    ),
  };
}

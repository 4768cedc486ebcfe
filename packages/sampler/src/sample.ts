/** The door: a log density and a seed go in, one trace per chain comes out. */
import type { SampleOptions } from "./sample-options.js";
import { startSampling } from "./start-sampling.js";
import type { Target } from "./target.js";
import type { Trace } from "./trace.js";

/**
 * Draws from a posterior, given its log density and gradient, with the No-U-Turn sampler: each transition follows the
 * Hamiltonian H = ½ v·v − log p(y) from a fresh momentum v ~ N(0, I) until it turns back, in coordinates y = (x − mean) / scale
 * that warm-up fits to the posterior (a diagonal Fisher metric, or what `metric` says), and draws one point of that
 * trajectory. Chains are independent; the same seed gives the same bits on every machine, for any number of chains and any
 * runner.
 *
 * @param target   what to sample: a `LogDensity`, or a `TargetModule` that builds one (needed for worker threads)
 * @param options  `seed`, and what should differ from the defaults: 4 chains, 1000 draws each, target acceptance 0.8
 * @returns one trace per chain, in order. Whether a chain finished, failed or was cancelled is in its `outcome`.
 * @throws {SampleOptionsError} with every fault of the arguments at once; {Error} if a target module cannot be loaded
 * @source hoffman2014, betancourt2017, seyboldt2026
 * @example
 * const density: LogDensity = {
 *   dimension: 2,
 *   evaluate(x, g) {
 *     g[0] = -x[0];
 *     g[1] = -x[1];
 *     return -0.5 * (x[0] * x[0] + x[1] * x[1]);
 *   },
 * };
 * const traces = await sample(density, { seed: 1, chains: 2, draws: 100 });
 * traces.map((trace) => trace.outcome).join(); // => "finished,finished"
 * traces[0].positions.length; // => 200
 */
export async function sample(target: Target, options: SampleOptions): Promise<readonly Trace[]> {
  return startSampling(target, options).finished;
}

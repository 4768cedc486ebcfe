/** How far the sampler's answer on a posterior of posteriordb is from the reference's, in standard errors. */

import { compile, type Program } from "@mmm/autodiff";
import { mean, quantile, variance } from "@mmm/numerics";
import { essBulk, mcseMean, mcseQuantile, mcseSd, rhat } from "@mmm/posterior";
import { sample, type SampleOptions, type Trace } from "@mmm/sampler";
import type { Posterior } from "./posteriors/posterior.js";
import type { ReferenceSummary } from "./posteriors/reference-posterior.js";

/** z of one parameter's mean, standard deviation and 5, 50 and 95 % quantiles. */
export interface ParameterScore {
  readonly parameter: string;
  readonly z: Readonly<Record<"mean" | "sd" | "q05" | "q50" | "q95", number>>;
  readonly bulkEss: number;
  readonly rhat: number;
}

export interface PosteriorScore {
  readonly parameters: readonly ParameterScore[];
  readonly traces: readonly Trace[];
}

export async function scorePosterior(
  posterior: Posterior,
  reference: Readonly<Record<string, ReferenceSummary>>,
  options: SampleOptions,
): Promise<PosteriorScore> {
  const { variables, logDensity, quantities } = posterior;
  const density = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
  const traces = await sample({ dimension: density.dimension, evaluate: density.evaluateGradient }, options);
  const scalars = scalarsOf(compile({ outputs: quantities, variables }), posterior, traces);
  const parameters = Object.entries(reference).map(([parameter, expected]) =>
    scoreOf(parameter, scalars.get(parameter)!, traces, expected),
  );
  return { parameters, traces };
}

/** Elements of every quantity by the reference's names. */
function scalarsOf(
  program: Program,
  posterior: Posterior,
  traces: readonly Trace[],
): ReadonlyMap<string, Float64Array> {
  const draws = traces[0]!.draws;
  const values = new Map<string, Float64Array>();
  traces.forEach((trace, chain) => {
    for (let draw = 0; draw < draws; draw++) {
      program.evaluate(trace.positions.subarray(draw * trace.dimension, (draw + 1) * trace.dimension));
      for (const [name, { axes }] of Object.entries(posterior.quantities)) {
        program.read(name).forEach((value, i) => {
          const key = axes.length === 0 ? name : `${name}[${i + 1}]`;
          const column = values.get(key) ?? new Float64Array(traces.length * draws);
          column[chain * draws + draw] = value;
          values.set(key, column);
        });
      }
    }
  });
  return values;
}

function scoreOf(
  parameter: string,
  values: Float64Array,
  traces: readonly Trace[],
  expected: ReferenceSummary,
): ParameterScore {
  const chains = { values, chains: traces.length, draws: traces[0]!.draws };
  const bulkEss = essBulk(chains);
  const z = (own: number, ownError: number, theirs: number, theirError: number): number =>
    (own - theirs) / Math.hypot(ownError, theirError);
  const ofQuantile = (p: string): number => {
    const error = mcseQuantile(chains, Number(p));
    // The reference has no error of its quantiles: that of ours, scaled to its number of draws, stands for it.
    return z(quantile(values, Number(p)), error, expected.q[p]!, error * Math.sqrt(bulkEss / expected.ess));
  };
  return {
    parameter,
    bulkEss,
    rhat: rhat(chains),
    z: {
      mean: z(mean(values), mcseMean(chains), expected.mean, expected.mcse_mean),
      sd: z(Math.sqrt(variance(values)), mcseSd(chains), expected.sd, expected.mcse_sd),
      q05: ofQuantile("0.05"),
      q50: ofQuantile("0.5"),
      q95: ofQuantile("0.95"),
    },
  };
}

/**
 * A simulator of the mix model, of a nation or a panel: truth from `drawPrior`, KPI from `mean()` and `noise()`, posterior from
 * `compileModel`, all as a user gets them.
 *
 * The model measures its unit from the KPI: priors of baseline, coefficients and noise are in mean periods of KPI, and a
 * simulated KPI has another mean than the one the truth was drawn for. So each replication says the same beliefs in the
 * unit of its own data: with r = simulated mean / reference mean, `rescaleSpec` divides those priors by r. In natural
 * units prior and likelihood are then exactly those of the simulation, whatever the model measures.
 */

import { constant, evaluate, sum } from "@mmm/autodiff";
import { normal, studentT } from "@mmm/distributions";
import { compileForwardPass, compileModel, type Dataset, type ForwardPass, type ModelSpec } from "@mmm/model";
import { type RandomStream, sum as sumOf } from "@mmm/numerics";
import type { Simulation, Simulator } from "../../calibration/simulation.js";
import { drawMarket } from "./draw-market.js";
import { rescaleSpec } from "./rescale-spec.js";

export interface MixModelSimulator extends Simulator {
  /** How many simulated data sets have been drawn again so far. */
  readonly drawnAgain: () => number;
}

/**
 * @param reference    gives media, controls, calendar, and the unit in which the priors of `spec` are meant
 * @param believedFor  what the sampler believes of data whose mean KPI is the reference's times `share`; another than the
 *                     same beliefs is a planted error
 */
export function mixModelSimulator(
  name: string,
  reference: Dataset,
  spec: ModelSpec,
  believedFor = (share: number): ModelSpec => rescaleSpec(spec, share),
): MixModelSimulator {
  const prior = compileForwardPass(reference, spec);
  let drawnAgain = 0;
  const simulate = (stream: RandomStream): Simulation => {
    const { dataset, share, attempts } = drawMarket(reference, prior, stream);
    drawnAgain += attempts - 1;
    return replication(prior, dataset, believedFor(share));
  };
  return { name, quantities: quantityNames(prior), simulate, drawnAgain: () => drawnAgain };
}

/** The truth is where `prior` was evaluated last. */
function replication(prior: ForwardPass, dataset: Dataset, spec: ModelSpec): Simulation {
  const posterior = compileForwardPass(dataset, spec);
  return {
    density: compileModel(dataset, spec).logDensity,
    truth: Float64Array.of(...measured(prior), trueLogLikelihood(prior, dataset.kpi.values)),
    measure: (position) => {
      posterior.evaluate(position);
      return Float64Array.of(...measured(posterior), sumOf(posterior.logLikelihood()));
    },
  };
}

function quantityNames({ quantities }: ForwardPass): readonly string[] {
  const names = quantities.flatMap(({ name, axes }) =>
    axes
      .reduce<readonly string[]>(
        (labels, { coordinates }) =>
          labels.flatMap((label) => coordinates.map((own) => (label === "" ? own : `${label}, ${own}`))),
        [""],
      )
      .map((label) => (label === "" ? name : `${name}[${label}]`)),
  );
  return [...names, "expected kpi", "log likelihood"];
}

function measured(forward: ForwardPass): readonly number[] {
  return [...forward.quantities.flatMap(({ name }) => [...forward.quantity(name)]), sumOf(forward.mean())];
}

/** Computed apart from the model, in natural units, so that an error in its units would show. */
function trueLogLikelihood(forward: ForwardPass, kpi: Float64Array): number {
  const noise = forward.noise();
  const cell = { name: "cell", size: noise.scale.length };
  const each = [cell, { name: "time", size: kpi.length / cell.size }];
  const [observed, expected] = [constant(kpi, each), constant(forward.mean(), each)];
  const scale = constant(noise.scale, [cell]);
  const { degreesOfFreedom } = noise;
  const densities =
    degreesOfFreedom === Infinity
      ? normal.logDensity(observed, { mean: expected, sd: scale })
      : studentT.logDensity(observed, { degreesOfFreedom, location: expected, scale });
  return evaluate(sum(densities))[0]!;
}

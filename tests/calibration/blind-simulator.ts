/** A planted error that no parameter shows: the posterior is the prior, as if the sampler never saw the data. */

import { compile } from "@mmm/autodiff";
import { type CalibrationModel, compiledSimulator } from "./compiled-simulator.js";
import type { Simulator } from "./simulation.js";

export function blindSimulator(model: CalibrationModel): Simulator {
  const { variables, logPrior } = model;
  const prior = compile({ outputs: { logPrior }, variables, differentiate: "logPrior" });
  const density = { dimension: prior.dimension, evaluate: prior.evaluateGradient };
  const simulator = compiledSimulator(model);
  return { ...simulator, simulate: (stream) => ({ ...simulator.simulate(stream), density }) };
}

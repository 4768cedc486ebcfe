/** Simulation: a truth drawn from the prior, data made with it, and the posterior of those data as the sampler gets it. */

import type { RandomStream } from "@mmm/numerics";
import type { LogDensity } from "@mmm/sampler";

/** One replication of simulation-based calibration. */
export interface Simulation {
  readonly density: LogDensity;
  /** [quantity] the quantities to rank, at an unconstrained position; a new array. */
  readonly measure: (position: Float64Array) => Float64Array;
  /** [quantity] the same quantities of the truth. */
  readonly truth: Float64Array;
}

/** Makes replications; everything random in one comes from its stream. */
export interface Simulator {
  readonly name: string;
  /** Names of the quantities to rank. */
  readonly quantities: readonly string[];
  /** A replication, to be used up before the next is made: they may share one program. */
  readonly simulate: (stream: RandomStream) => Simulation;
}

/** `Draws`: what a sampler has found, in words and natural units. */

/** One named axis of a parameter and what stands at each position, e.g. `channel`: `tv`, `radio`. */
export interface DrawsAxis {
  readonly name: string;
  readonly coordinates: readonly string[];
}

/**
 * The draws of one parameter, or of a quantity computed from parameters.
 *
 * `values` has shape chain × draw × axes in their order, row by row, in the parameter's natural unit.
 */
export interface DrawsParameter {
  readonly name: string;
  readonly axes: readonly DrawsAxis[];
  readonly values: Float64Array;
}

/**
 * What the sampler reports of every transition: each array has shape chain × draw.
 *
 * `energy` is the Hamiltonian in nats, `acceptance` the mean acceptance probability of a trajectory in [0, 1],
 * `divergent` 1 where a trajectory left the energy surface, `warmupLeapfrogs` the gradient evaluations spent on
 * warm-up by all chains. What a sampler does not know is NaN, and the verdict then says so.
 */
export interface SampleStatistics {
  readonly logDensity: Float64Array;
  readonly energy: Float64Array;
  readonly acceptance: Float64Array;
  readonly stepSize: Float64Array;
  readonly treeDepth: Int32Array;
  readonly leapfrogs: Int32Array;
  readonly divergent: Uint8Array;
  readonly maxTreeDepth: number;
  readonly warmupLeapfrogs: number;
}

/** Posterior draws with names: chain × draw for every parameter, and how the sampler got there. */
export interface Draws {
  readonly chains: number;
  readonly draws: number;
  readonly parameters: readonly DrawsParameter[];
  readonly statistics: SampleStatistics;
}

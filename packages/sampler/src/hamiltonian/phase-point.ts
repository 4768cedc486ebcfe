/** A point of phase space with everything a trajectory knows about it; made once, in pools, and written over. */

/** One point of a trajectory. Arrays are slices of the pool's one block of memory. */
export interface PhasePoint {
  /** x: where the density was evaluated. */
  readonly position: Float64Array;
  /** ∇ log density at x. */
  readonly gradient: Float64Array;
  /** y: the position in whitened space. */
  readonly whitened: Float64Array;
  /** scale ⊙ gradient: the gradient with respect to y. */
  readonly force: Float64Array;
  /** v ~ N(0, I) at the start; always in the forward sense of time. */
  readonly velocity: Float64Array;
  logDensity: number;
  /** H = ½ v·v − log density. */
  energy: number;
  /** Leapfrog steps from the start of the trajectory, negative when backwards in time. */
  index: number;
  /** log of how much less (or more) often the way here would be taken from this end; 0 for steps of fixed length. */
  correction: number;
  /** How many places of the growing tree refer to this point; at 0 the pool may write it over. */
  uses: number;
}

const arraysPerPoint = 5;

export function makePhasePoints(count: number, dimension: number): PhasePoint[] {
  const block = new Float64Array(count * arraysPerPoint * dimension);
  let used = 0;
  const slice = (): Float64Array => block.subarray(used, (used += dimension));
  return Array.from({ length: count }, () => ({
    position: slice(),
    gradient: slice(),
    whitened: slice(),
    force: slice(),
    velocity: slice(),
    // Not integers, so that V8 stores these fields as doubles from the first write on and never allocates for them.
    logDensity: NaN,
    energy: NaN,
    index: 0,
    correction: 0,
    uses: 0,
  }));
}

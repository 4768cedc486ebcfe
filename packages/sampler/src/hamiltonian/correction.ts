/** The part of a metric that is not diagonal: a symmetric stretch along a few orthonormal directions. */

/**
 * The symmetric map A = I + Σ_k (s_k − 1) u_k u_kᵀ. Plain data, so that it travels to workers and into files.
 */
export interface Correction {
  /** Directions that are stretched; 1 to dimension. */
  readonly rank: number;
  /** u: rank × dimension, orthonormal rows. */
  readonly directions: Float64Array;
  /** s > 0: rank. */
  readonly stretches: Float64Array;
  /** A itself, dimension × dimension, where applying it is cheaper than its directions. */
  readonly matrix?: Float64Array;
  /** Room for one vector, so that nothing is allocated in a leapfrog step. */
  readonly scratch: Float64Array;
}

/** A correction of given directions and stretches; as a matrix once they are more than half of the dimension. */
export function makeCorrection(directions: Float64Array, stretches: Float64Array): Correction {
  const rank = stretches.length;
  const dimension = directions.length / rank;
  const correction = { rank, directions, stretches, scratch: new Float64Array(dimension) };
  if (2 * rank <= dimension) return correction;
  const matrix = new Float64Array(dimension * dimension);
  for (let i = 0; i < dimension; i++) {
    const row = matrix.subarray(i * dimension, (i + 1) * dimension);
    row[i] = 1;
    stretch(correction, row);
  }
  return { ...correction, matrix };
}

/** vector ← A vector. A is symmetric, so this is also the pull-back of a gradient. */
export function applyCorrection(correction: Correction, vector: Float64Array): void {
  const { matrix, scratch } = correction;
  if (matrix === undefined) {
    stretch(correction, vector);
    return;
  }
  scratch.set(vector);
  const dimension = scratch.length;
  for (let i = 0; i < dimension; i++) {
    const row = i * dimension;
    let total = 0;
    for (let j = 0; j < dimension; j++) total += matrix[row + j] * scratch[j];
    vector[i] = total;
  }
}

/** vector ← A⁻¹ vector. */
export function undoCorrection(correction: Correction, vector: Float64Array): void {
  for (let k = 0; k < correction.rank; k++) stretchAlong(correction, vector, k, 1 / correction.stretches[k]);
}

function stretch(correction: Correction, vector: Float64Array): void {
  for (let k = 0; k < correction.rank; k++) stretchAlong(correction, vector, k, correction.stretches[k]);
}

/** The directions are orthonormal, so one can be done after the other. */
function stretchAlong({ directions }: Correction, vector: Float64Array, k: number, factor: number): void {
  const dimension = vector.length;
  const row = k * dimension;
  let along = 0;
  for (let i = 0; i < dimension; i++) along += directions[row + i] * vector[i];
  along *= factor - 1;
  for (let i = 0; i < dimension; i++) vector[i] += along * directions[row + i];
}

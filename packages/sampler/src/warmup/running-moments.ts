/** Running mean and sum of squared deviations of vectors, coordinate by coordinate (Welford), without storing them. */

export interface RunningMoments {
  count: number;
  readonly mean: Float64Array;
  /** Σ (value − mean)² */
  readonly squares: Float64Array;
}

export function makeRunningMoments(dimension: number): RunningMoments {
  return { count: 0, mean: new Float64Array(dimension), squares: new Float64Array(dimension) };
}

export function addVector(moments: RunningMoments, values: Float64Array): void {
  const { mean, squares } = moments;
  const count = ++moments.count;
  for (let i = 0; i < mean.length; i++) {
    const difference = values[i] - mean[i];
    mean[i] += difference / count;
    squares[i] += difference * (values[i] - mean[i]);
  }
}

export function clearMoments(moments: RunningMoments): void {
  moments.count = 0;
  moments.mean.fill(0);
  moments.squares.fill(0);
}

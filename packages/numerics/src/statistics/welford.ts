/** Running mean and variance of one number or of many, one observation at a time (Welford). */

/** Running moments of one number. */
export interface Welford {
  count: number;
  mean: number;
  /** Σ (value − mean)². */
  squares: number;
}

/** Running moments of a vector's elements, for `dimension` numbers that arrive together. */
export interface VectorWelford {
  count: number;
  /** [dimension] */
  readonly mean: Float64Array;
  /** [dimension]  Σ (value − mean)². */
  readonly squares: Float64Array;
}

/**
 * An empty accumulator of one number's mean and variance.
 *
 * @returns an accumulator for `addToWelford`
 * @example
 * const moments = makeWelford();
 * for (const value of [1, 2, 3, 4]) addToWelford(moments, value);
 * moments.mean; // => 2.5
 * welfordVariance(moments); // => 1.6666666666666667
 */
export function makeWelford(): Welford {
  return { count: 0, mean: 0, squares: 0 };
}

/**
 * Takes one more value in.
 *
 * @param welford  changed
 * @param value    any number; NaN makes the moments NaN
 * @example
 * const moments = makeWelford();
 * addToWelford(moments, 3);
 * moments.mean; // => 3
 */
export function addToWelford(welford: Welford, value: number): void {
  welford.count += 1;
  const deviation = value - welford.mean;
  welford.mean += deviation / welford.count;
  welford.squares += deviation * (value - welford.mean);
}

/**
 * The unbiased variance of what was taken in.
 *
 * @param welford  an accumulator
 * @returns number ≥ 0; NaN before the second value
 * @example
 * const moments = makeWelford();
 * addToWelford(moments, 1);
 * addToWelford(moments, 3);
 * welfordVariance(moments); // => 2
 */
export function welfordVariance(welford: Welford): number {
  return welford.count < 2 ? NaN : welford.squares / (welford.count - 1);
}

/**
 * An empty accumulator for vectors; nothing is allocated after it.
 *
 * @param dimension  numbers per vector, integer ≥ 0
 * @returns an accumulator for `addToVectorWelford`
 * @example
 * const moments = makeVectorWelford(2);
 * addToVectorWelford(moments, Float64Array.of(1, 10));
 * addToVectorWelford(moments, Float64Array.of(3, 10));
 * moments.mean; // => [2, 10]
 */
export function makeVectorWelford(dimension: number): VectorWelford {
  return { count: 0, mean: new Float64Array(dimension), squares: new Float64Array(dimension) };
}

/**
 * Takes one more vector in.
 *
 * @param welford  changed
 * @param values   [dimension]
 * @example
 * const moments = makeVectorWelford(1);
 * addToVectorWelford(moments, Float64Array.of(4));
 * moments.mean; // => [4]
 */
export function addToVectorWelford(welford: VectorWelford, values: Float64Array): void {
  const { mean, squares } = welford;
  const count = (welford.count += 1);
  for (let i = 0; i < mean.length; i++) {
    const deviation = values[i] - mean[i];
    mean[i] += deviation / count;
    squares[i] += deviation * (values[i] - mean[i]);
  }
}

/**
 * Writes the unbiased variances of what was taken in.
 *
 * @param welford   an accumulator
 * @param variance  [dimension]  overwritten; NaN before the second vector
 * @returns `variance`
 * @example
 * const moments = makeVectorWelford(1);
 * for (const value of [1, 2, 3, 4]) addToVectorWelford(moments, Float64Array.of(value));
 * vectorWelfordVariance(moments, new Float64Array(1)); // => [1.6666666666666667]
 */
export function vectorWelfordVariance(welford: VectorWelford, variance: Float64Array): Float64Array {
  for (let i = 0; i < variance.length; i++) {
    variance[i] = welford.count < 2 ? NaN : welford.squares[i] / (welford.count - 1);
  }
  return variance;
}

/**
 * Forgets everything, so that the accumulator can be used for the next window.
 *
 * @param welford  changed
 * @example
 * const moments = makeVectorWelford(1);
 * addToVectorWelford(moments, Float64Array.of(4));
 * resetVectorWelford(moments);
 * moments.count; // => 0
 */
export function resetVectorWelford(welford: VectorWelford): void {
  welford.count = 0;
  welford.mean.fill(0);
  welford.squares.fill(0);
}

/** NoiseTruth: the noise as it was. */

/** Noise that was added, in KPI units. */
export interface AdditiveNoiseTruth {
  readonly kind: "normal" | "student-t";
  /** [cell] standard deviation of a period. */
  readonly sd: Float64Array;
  /** [cell] the distribution's own scale: `sd` if normal, `sd` · √((ν − 2) / ν) for Student t with ν degrees of freedom. */
  readonly scale: Float64Array;
  /** ν; `null` if normal. */
  readonly degreesOfFreedom: number | null;
  /** Correlation of one period with the next. Where it is not 0, only what is new in a period has the named distribution. */
  readonly autocorrelation: number;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** Counts around their expectation. */
export interface CountNoiseTruth {
  readonly kind: "poisson" | "negative-binomial";
  /** [cell] φ: the variance of a count is m + m² / φ where m is expected; `null` if Poisson. */
  readonly dispersion: Float64Array | null;
  /** [cell × time] count − expected. */
  readonly values: Float64Array;
}

/** What the mean of the market leaves unexplained. */
export type NoiseTruth = AdditiveNoiseTruth | CountNoiseTruth;

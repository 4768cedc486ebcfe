/** `PredictiveScore`: how well a model predicts observations it has not seen, one by one and together. */
import { sum, variance } from "@mmm/numerics";

/** A sum over observations and its standard error √(n · variance of the summands). */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/**
 * Estimated predictive accuracy of a model.
 *
 * `elpd` is the expected log predictive density of new observations of the same kind, in nats: higher is better.
 * `effectiveParameters` says how much worse that is than the fit to the seen ones, `informationCriterion` is −2 elpd.
 */
export interface PredictiveScore {
  readonly elpd: Estimate;
  readonly effectiveParameters: Estimate;
  readonly informationCriterion: Estimate;
  readonly observations: readonly string[];
  /** One entry per observation. */
  readonly pointwise: {
    readonly elpd: Float64Array;
    readonly effectiveParameters: Float64Array;
  };
}

/** Adds up a number per observation. */
export function estimateTotal(pointwise: Float64Array): Estimate {
  return { value: sum(pointwise), standardError: Math.sqrt(pointwise.length * variance(pointwise)) };
}

/** The three totals from the pointwise columns. */
export function totalsOf(
  elpd: Float64Array,
  effectiveParameters: Float64Array,
): Pick<PredictiveScore, "elpd" | "effectiveParameters" | "informationCriterion"> {
  return {
    elpd: estimateTotal(elpd),
    effectiveParameters: estimateTotal(effectiveParameters),
    informationCriterion: estimateTotal(elpd.map((value) => -2 * value)),
  };
}

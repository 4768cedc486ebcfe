/** How surprising probability integral transforms are for a calibrated model, although they depend on one another. */
import { incompleteBeta } from "@mmm/numerics";
import { cauchyScore, combinePValues } from "./cauchy-score.js";

/**
 * `order`: each sorted value against its Beta distribution; the usual choice. `location`: each value by its distance from
 * the ends, for departures in the tails. `rank`: counts up to each value against their binomial distribution, for values
 * from ranks or counts. (POT, PIET and PRIT in the literature.)
 */
export type UniformityTestKind = "order" | "location" | "rank";

/** Result of a uniformity test. */
export interface UniformityTest {
  /** Small when the values are not uniform. */
  readonly pValue: number;
  /** [value, ascending]  what each adds to the evidence (its Shapley value); large where the departure is. */
  readonly contributions: Float64Array;
}

/** Pointwise p-values of ascending values. */
const pointwise: { readonly [K in UniformityTestKind]: (ascending: Float64Array) => Float64Array } = {
  order: orderPValues,
  location: locationPValues,
  rank: rankPValues,
};

/**
 * Tests whether probability integral transforms are uniform.
 *
 * Leave-one-out values share almost all of their data, so they are not independent and a Kolmogorov–Smirnov test would
 * not hold its level. Here every value has a p-value, and they are combined by their Cauchy scores, which dependence
 * hardly disturbs; `order` and `rank` leave out values with p ≥ ½, which carry no evidence (without any below, p is 1).
 *
 * @param values  in [0, 1], in any order: from `looPit`, or `looMean` of a distribution function
 * @param kind    which departure to look for
 * @returns  the p-value and what each value, in ascending order, adds
 * @throws  {Error} without values, and when one is outside [0, 1]
 * @source tesso2026, liu2020
 * @example
 * testUniformity(Float64Array.from({ length: 50 }, (_, i) => (i + 0.5) / 50)).pValue; // => 1
 */
export function testUniformity(
  values: ArrayLike<number>,
  kind: UniformityTestKind = "order",
): UniformityTest {
  const ascending = Float64Array.from(values).sort();
  const outside = ascending.find((value) => !(value >= 0 && value <= 1));
  if (ascending.length === 0 || outside !== undefined) {
    throw new Error(
      `testUniformity: values must lie in [0, 1] and be at least 1, got ${outside ?? "none"}. Give shares, as looPit does.`,
    );
  }
  const pValues = pointwise[kind](ascending);
  const counting = kind === "location" ? pValues : pValues.filter((pValue) => pValue < 0.5);
  return {
    pValue: counting.length === 0 ? 1 : combinePValues(counting),
    contributions: shapleyValues(pValues.map(cauchyScore)),
  };
}

/** 2 min(F, 1 − F) of the i-th smallest of n under Beta(i, n + 1 − i). */
export function orderPValues(ascending: Float64Array): Float64Array {
  const count = ascending.length;
  return ascending.map((value, i) => twoSided(incompleteBeta(value, i + 1, count - i)));
}

/** 2 min(u, 1 − u): how near to an end. */
export function locationPValues(values: Float64Array): Float64Array {
  return values.map(twoSided);
}

/** 2 min(P(X ≥ m), P(X ≤ m)) for the number m of values up to each, X binomial with n trials of that probability. */
export function rankPValues(ascending: Float64Array): Float64Array {
  const count = ascending.length;
  return ascending.map((value) => {
    const upTo = ascending.reduce((total, other) => total + (other <= value ? 1 : 0), 0);
    const atLeast = incompleteBeta(value, upTo, count - upTo + 1);
    const atMost = upTo === count ? 1 : incompleteBeta(1 - value, count - upTo, upTo + 1);
    return 2 * Math.min(atLeast, atMost);
  });
}

const twoSided = (below: number): number => 2 * Math.min(below, 1 - below);

/** Mean marginal contribution of each score to the mean of those taken so far, over all orders of taking them. */
function shapleyValues(scores: Float64Array): Float64Array {
  const count = scores.length;
  if (count === 1) return new Float64Array(1);
  const total = scores.reduce((sum, score) => sum + score, 0);
  let harmonic = 0;
  for (let i = 1; i <= count; i++) harmonic += 1 / i;
  return scores.map((score) => {
    const others = (total - score) / (count - 1);
    return (score + (harmonic - 1) * (score - others)) / count;
  });
}

/** A point of a search with what is known there. */
import type { MinimizeOptions, Minimum, MinimumOutcome, Objective } from "./minimum.js";

/** An evaluated point. */
export interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
  /** How far it is from rest; NaN where value or gradient is not finite. */
  readonly residual: number;
}

/** Evaluates a point, which belongs to the place from then on. */
export type PlaceAt = (point: Float64Array) => Place;

/** An objective that counts how often it was asked. */
export interface CountingObjective {
  readonly at: PlaceAt;
  evaluations: number;
}

/** Places of an objective; `residualAt` says how far a point with a finite gradient is from rest. */
export function countingObjective(
  objective: Objective,
  residualAt: (point: Float64Array, gradient: Float64Array) => number,
): CountingObjective {
  const counting: CountingObjective = {
    evaluations: 0,
    at: (point) => {
      counting.evaluations++;
      const gradient = new Float64Array(point.length);
      const value = objective(point, gradient);
      const isFinite = Number.isFinite(value) && Number.isFinite(largestElement(gradient));
      return { point, gradient, value, residual: isFinite ? residualAt(point, gradient) : NaN };
    },
  };
  return counting;
}

/** The end of a search. */
export function minimumAt(
  { point, value, gradient, residual }: Place,
  outcome: MinimumOutcome,
  iterations: number,
  { evaluations }: CountingObjective,
): Minimum {
  return { point, value, gradient, iterations, evaluations, outcome, residual };
}

/** Tells the caller how it goes; whether the answer is to stop. */
export function isToldToStop(
  onProgress: MinimizeOptions["onProgress"],
  iteration: number,
  { evaluations }: CountingObjective,
  { value, residual }: Place,
): boolean {
  return onProgress?.({ iteration, evaluations, value, residual }) === false;
}

/** Units of a million millions make gradients this small; below, a start is a minimum already. */
const SMALLEST_GRADIENT = 1e-12;

/** What rounding does to a value, as a share of it: a few ulps. */
export const VALUE_NOISE = 2e-15;

/** A decrease below this share of the value is lost in its rounding. */
export const UNSEEN = 1e-16;

/** Where values are as low, the residual must fall below this share to count as progress. */
export const SHRUNK = 0.9;

/** Lower, or as low to rounding and closer to rest. */
export function isBetterPlace(a: Place, b: Place): boolean {
  const noise = VALUE_NOISE * Math.abs(b.value);
  return a.value < b.value - noise || (a.value <= b.value + noise && a.residual < b.residual);
}

/** The largest absolute element. */
export function largestElement(vector: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i]);
    // Written so that NaN stays.
    if (!(size <= largest)) largest = size;
  }
  return largest;
}

/** What a tolerance is a share of: the first gradient where it is small because units are large, but nothing tiny. */
export function gradientScale(firstGradient: number): number {
  return Math.min(1, Math.max(SMALLEST_GRADIENT, firstGradient));
}

/** Progress that counts: a lower value beyond rounding, or one as low and clearly closer to rest. */
export function isClearlyBetter(a: Place, b: Place): boolean {
  const isLower = a.value < b.value - VALUE_NOISE * Math.abs(b.value);
  return isLower || (isBetterPlace(a, b) && a.residual < SHRUNK * b.residual);
}

/** When a residual is small enough. */
export interface Tolerance {
  /** Ends the search, given the largest element of the first gradient. */
  readonly bound: (firstGradient: number) => number;
  /** Will do where nothing goes any further, as after a start that was a minimum already. */
  readonly acceptable: number;
}

/** The tolerance that a caller means: a share of the first gradient, if that is small because units are large. */
export function scaledTolerance(tolerance = 1e-8): Tolerance {
  return { bound: (first) => tolerance * gradientScale(first), acceptable: tolerance };
}

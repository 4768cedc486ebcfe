/** A normal approximation from a few L-BFGS steps: draws of it and its density, in O(steps · dimension) each. */
import { drawNormal, log } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { dot } from "@mmm/numerics/linear-algebra";

/** A step and what it did to the gradient of −log p; move · change > 0. */
export interface CurvaturePair {
  readonly move: Float64Array;
  readonly change: Float64Array;
}

interface Update extends CurvaturePair {
  /** 1 / (move · change). */
  readonly rate: number;
  /** The Hessian before this update, applied to `move`. */
  readonly before: Float64Array;
  readonly beforeMove: number;
}

/** The inverse Hessian H of BFGS updates on a diagonal, with its inverse B and its determinant. */
export interface Curvature {
  readonly diagonal: Float64Array;
  readonly updates: readonly Update[];
  /** ln det H. */
  readonly logDeterminant: number;
}

/** The curvature after all pairs, oldest first, from H₀ = diag(diagonal). */
export function makeCurvature(diagonal: Float64Array, pairs: readonly CurvaturePair[]): Curvature {
  const updates: Update[] = [];
  let logDeterminant = 0;
  for (const value of diagonal) logDeterminant += log(value);
  for (const { move, change } of pairs) {
    const before = applyHessian({ diagonal, updates }, move);
    const beforeMove = dot(before, move);
    const rate = 1 / dot(move, change);
    logDeterminant += log(beforeMove * rate);
    updates.push({ move, change, rate, before, beforeMove });
  }
  return { diagonal, updates, logDeterminant };
}

/** B v, by the updates B ← B − B s sᵀ B / sᵀ B s + y yᵀ / sᵀ y. */
export function applyHessian(
  { diagonal, updates }: Pick<Curvature, "diagonal" | "updates">,
  vector: Float64Array,
): Float64Array {
  const result = vector.map((value, i) => value / diagonal[i]);
  for (const { change, rate, before, beforeMove } of updates) {
    addTo(result, dot(change, vector) * rate, change);
    addTo(result, -dot(before, vector) / beforeMove, before);
  }
  return result;
}

/** H v, by the two loops of L-BFGS. */
export function applyInverseHessian({ diagonal, updates }: Curvature, vector: Float64Array): Float64Array {
  const result = vector.slice();
  const shares = new Float64Array(updates.length);
  for (let k = updates.length - 1; k >= 0; k--) {
    shares[k] = dot(updates[k].move, result) * updates[k].rate;
    addTo(result, -shares[k], updates[k].change);
  }
  for (let i = 0; i < result.length; i++) result[i] *= diagonal[i];
  for (const [k, { move, change, rate }] of updates.entries()) {
    addTo(result, shares[k] - dot(change, result) * rate, move);
  }
  return result;
}

/**
 * A draw of N(0, H): if w ~ N(0, H) before an update, then (I − s yᵀ / sᵀy) w + s ε / √(sᵀy), ε ~ N(0, 1), is one after it.
 */
export function drawFromCurvature({ diagonal, updates }: Curvature, stream: RandomStream): Float64Array {
  const result = diagonal.map((value) => Math.sqrt(value) * drawNormal(stream));
  for (const { move, change, rate } of updates) {
    addTo(result, -dot(change, result) * rate + Math.sqrt(rate) * drawNormal(stream), move);
  }
  return result;
}

function addTo(target: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += factor * vector[i];
}

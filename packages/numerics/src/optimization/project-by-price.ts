/** The projection onto bounds with one linear constraint: a price that a few Newton steps find. */
import type { Polytope, PolytopeProjection } from "./polytope.js";

/** Rounds in which free elements share what is left over. */
const ROUNDS = 3;
/** Pieces of the slope that Newton's method may visit before halving alone is trusted. */
const STEPS_AT_MOST = 200;

/**
 * The nearest point where there is one constraint, of norm 1: what is subtracted along it before elements are cut to their bounds
 * makes its sum fall piece by piece, so that Newton's method within a bracket ends after a few pieces. Undefined where rounding or
 * an empty set leaves none.
 *
 * @source kiwiel2008
 */
export function projectByPrice(
  point: Float64Array,
  set: Polytope,
  tolerance: number,
): PolytopeProjection | undefined {
  const [{ indices, coefficients, kind, bound }] = set.constraints;
  const nearest = point.map((value, i) => Math.min(Math.max(value, set.lower[i]), set.upper[i]));
  const at = (price: number): { readonly miss: number; readonly fall: number; readonly size: number } => {
    let miss = -bound;
    let fall = 0;
    let size = Math.abs(bound);
    for (let k = 0; k < indices.length; k++) {
      const i = indices[k];
      const moved = point[i] - price * coefficients[k];
      const inside = Math.min(Math.max(moved, set.lower[i]), set.upper[i]);
      if (inside === moved && set.lower[i] < set.upper[i]) fall += coefficients[k] * coefficients[k];
      nearest[i] = inside;
      miss += coefficients[k] * inside;
      size += Math.abs(coefficients[k]) * Math.max(Math.abs(inside), Math.abs(point[i]));
    }
    return { miss, fall, size };
  };
  let [low, high] = [-Infinity, Infinity];
  let price = 0;
  for (let step = 0; step < STEPS_AT_MOST; step++) {
    const { miss, fall, size } = at(price);
    if (Math.abs(miss) <= tolerance * size || (kind === "atMost" && price === 0 && miss <= 0)) {
      const rest = miss > 0 || kind === "equal" ? settle(nearest, set, miss) : miss;
      const violation = kind === "equal" ? Math.abs(rest) : Math.max(0, rest);
      return { kind: "found", point: nearest, multipliers: Float64Array.of(price), violation };
    }
    if (miss > 0) low = price;
    else high = price;
    if (kind === "atMost" && low === -Infinity) low = 0;
    const next = fall > 0 ? price + miss / fall : beyond(price, miss, size);
    price = next > low && next < high ? next : low + (high - low) / 2;
    if (!Number.isFinite(price)) return undefined;
  }
  return undefined;
}

/** Lets free elements share what rounding of a far point has left over; gives what still is. */
function settle(nearest: Float64Array, { lower, upper, constraints }: Polytope, miss: number): number {
  const [{ indices, coefficients, bound }] = constraints;
  let rest = miss;
  for (let round = 0; round < ROUNDS && rest !== 0; round++) {
    const isFree = (i: number): boolean => nearest[i] > lower[i] && nearest[i] < upper[i];
    let squares = 0;
    for (let k = 0; k < indices.length; k++)
      if (isFree(indices[k])) squares += coefficients[k] * coefficients[k];
    if (squares === 0) break;
    let total = -bound;
    for (let k = 0; k < indices.length; k++) {
      const i = indices[k];
      if (isFree(i)) {
        const moved = nearest[i] - (rest * coefficients[k]) / squares;
        nearest[i] = Math.min(Math.max(moved, lower[i]), upper[i]);
      }
      total += coefficients[k] * nearest[i];
    }
    rest = total;
  }
  return rest;
}

/** Where bounds hold every element the slope is none: further, in the direction of the miss. */
function beyond(price: number, miss: number, size: number): number {
  return price + Math.sign(miss) * Math.max(Math.abs(price), size);
}

/** The projection onto a polytope by an active set: slower than Newton's method on its dual, exact, and sure of an empty one. */
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.js";
import { largestElement } from "./place.js";
import type { Polytope, PolytopeConflict, PolytopeProjection } from "./polytope.js";

/** One side of a bound, or a row, as normal · x ≤ bound. */
type Facet =
  | { readonly kind: "bound"; readonly index: number; readonly sign: 1 | -1 }
  | { readonly kind: "row"; readonly index: number; readonly sign: 1 | -1 };

/** Where the search stands: every active facet is touched, and its price is ≥ 0 unless it can not be left. */
interface State {
  readonly set: Polytope;
  readonly x: Float64Array;
  /** [n]  the side of the bound that is touched, 2 where both sides are one, 0 where it is free. */
  readonly side: Int8Array;
  /** [n]  prices of touched bounds. */
  readonly boundPrices: Float64Array;
  /** Touched rows in the order in which they came. */
  readonly rows: { readonly index: number; readonly sign: 1 | -1; price: number; readonly stays: boolean }[];
  /** Missing a facet by less is rounding. */
  readonly tolerance: number;
  /** Facets that depend on touched ones and are missed by what many steps may round off. */
  readonly settled: Set<string>;
}

/** How touching a facet would move the point, and change the prices of the others, per unit of its own price. */
interface Direction {
  /** [n]  the point moves against it. */
  readonly move: Float64Array;
  readonly squared: number;
  /** [active row]  prices fall by it. */
  readonly rows: Float64Array;
  /** [n]  prices of touched bounds fall by it. */
  readonly bounds: Float64Array;
}

/** Rounding, as a share of the size of bounds and right sides. */
const ROUNDING = 1e-13;
/** A contradiction by less than this many tolerances is what the steps before have rounded off. */
const LOOSE = 1e4;
/** What a point loses by moving a long way. */
const LAST_DIGIT = 1e-15;
/** A normal of size 1 of which so little is left depends on the others. */
const DEPENDENT = 1e-18;

/**
 * The nearest point, by the dual active set method of Goldfarb and Idnani: facets that are missed are touched one after another,
 * the worst first, and those whose price would turn negative are left again. Each step brings the point further from the given
 * one, so that none repeats. Rows have coefficients of norm 1.
 *
 * @source goldfarb1983
 */
export function projectByActiveSet(point: Float64Array, set: Polytope): PolytopeProjection {
  const state = startOf(point, set);
  for (let r = 0; r < set.constraints.length; r++) {
    if (set.constraints[r].kind !== "equal") continue;
    const sign = missOf(state, { kind: "row", index: r, sign: 1 }) >= 0 ? 1 : -1;
    const conflict = touch(state, { kind: "row", index: r, sign });
    if (conflict !== undefined) return { kind: "empty", conflict };
  }
  const limit = 50 * (point.length + set.constraints.length) + 100;
  for (let step = 0; step < limit; step++) {
    const worst = worstMissed(state);
    if (worst === undefined) break;
    const conflict = touch(state, worst);
    if (conflict !== undefined) return { kind: "empty", conflict };
  }
  return foundAt(state);
}

function startOf(point: Float64Array, set: Polytope): State {
  const { lower, upper, constraints } = set;
  const x = point.map((value, i) => (lower[i] === upper[i] ? lower[i] : value));
  const finite = (values: Float64Array): Float64Array => values.filter((value) => Math.abs(value) < Infinity);
  const sizes = [finite(lower), finite(upper), Float64Array.from(constraints, ({ bound }) => bound)];
  return {
    ...{ set, x, boundPrices: new Float64Array(x.length), rows: [], settled: new Set() },
    side: Int8Array.from(x, (_, i) => (lower[i] === upper[i] ? 2 : 0)),
    tolerance: ROUNDING * Math.max(...sizes.map(largestElement)) + LAST_DIGIT * largestElement(point),
  };
}

/** normal · x − bound of a facet: above 0 where it is missed. */
function missOf({ set, x }: State, { kind, index, sign }: Facet): number {
  if (kind === "bound") return sign > 0 ? x[index] - set.upper[index] : set.lower[index] - x[index];
  const { indices, coefficients, bound } = set.constraints[index];
  let total = -bound;
  for (let k = 0; k < indices.length; k++) total += coefficients[k] * x[indices[k]];
  return sign * total;
}

function keyOf({ kind, index, sign }: Facet): string {
  return `${kind} ${index} ${sign}`;
}

function worstMissed(state: State): Facet | undefined {
  const { set, x, side, tolerance, rows, settled } = state;
  let worst: Facet | undefined;
  let most = tolerance;
  for (let i = 0; i < x.length; i++) {
    if (side[i] !== 0) continue;
    const above = x[i] - set.upper[i];
    const below = set.lower[i] - x[i];
    if (Math.max(above, below) <= most) continue;
    const facet = { kind: "bound", index: i, sign: above > below ? 1 : -1 } as const;
    if (!settled.has(keyOf(facet))) [worst, most] = [facet, Math.max(above, below)];
  }
  set.constraints.forEach(({ kind }, index) => {
    if (kind === "equal" || rows.some((row) => row.index === index)) return;
    const facet = { kind: "row", index, sign: 1 } as const;
    const miss = missOf(state, facet);
    if (miss > most && !settled.has(keyOf(facet))) [worst, most] = [facet, miss];
  });
  return worst;
}

/** Raises the price of a facet until the point touches it, leaving others as their prices reach 0; a conflict where it can not. */
function touch(state: State, facet: Facet): PolytopeConflict | undefined {
  const isEqual = facet.kind === "row" && state.set.constraints[facet.index].kind === "equal";
  let price = 0;
  for (;;) {
    const miss = missOf(state, facet);
    if (miss <= state.tolerance && (isEqual || price > 0)) {
      const direction = directionOf(state, facet);
      if (direction.squared > DEPENDENT) activate(state, facet, price, isEqual);
      return undefined;
    }
    const direction = directionOf(state, facet);
    const isFree = direction.squared > DEPENDENT;
    const whole = isFree ? Math.max(0, miss) / direction.squared : Infinity;
    const [allowed, leaving] = longestStep(state, direction);
    if (whole === Infinity && allowed === Infinity) {
      if (miss > LOOSE * state.tolerance) return conflictOf(state, facet, direction);
      state.settled.add(keyOf(facet));
      return undefined;
    }
    const step = Math.min(whole, allowed);
    price += step;
    if (isFree) for (let i = 0; i < state.x.length; i++) state.x[i] -= step * direction.move[i];
    for (let k = 0; k < state.rows.length; k++) state.rows[k].price -= step * direction.rows[k];
    for (let i = 0; i < state.x.length; i++) state.boundPrices[i] -= step * direction.bounds[i];
    if (whole <= allowed) {
      activate(state, facet, price, isEqual);
      return undefined;
    }
    leave(state, leaving);
  }
}

function activate(
  { set, x, side, boundPrices, rows }: State,
  facet: Facet,
  price: number,
  stays: boolean,
): void {
  const { index, sign } = facet;
  if (facet.kind === "row") rows.push({ index, sign, price, stays });
  else {
    side[index] = sign;
    boundPrices[index] = price;
    x[index] = sign > 0 ? set.upper[index] : set.lower[index];
  }
}

/** What may leave, as its place: rows first, then bounds. */
function leave({ side, boundPrices, rows }: State, place: number): void {
  if (place < rows.length) rows.splice(place, 1);
  else {
    side[place - rows.length] = 0;
    boundPrices[place - rows.length] = 0;
  }
}

/** The longest step that keeps prices ≥ 0, and the place of what would be left at its end. */
function longestStep({ rows, side, boundPrices }: State, direction: Direction): readonly [number, number] {
  let longest = Infinity;
  let place = -1;
  rows.forEach(({ price, stays }, k) => {
    const fall = direction.rows[k];
    if (!stays && fall > 0 && price / fall < longest) [longest, place] = [Math.max(0, price / fall), k];
  });
  for (let i = 0; i < side.length; i++) {
    const fall = direction.bounds[i];
    if (Math.abs(side[i]) !== 1 || !(fall > 0)) continue;
    const allowed = Math.max(0, boundPrices[i] / fall);
    if (allowed < longest) [longest, place] = [allowed, rows.length + i];
  }
  return [longest, place];
}

/** The part of a normal that the touched facets leave free, and its coordinates in theirs. */
function directionOf(state: State, facet: Facet): Direction {
  const { set, side, rows } = state;
  const normal = new Float64Array(side.length);
  addNormal(normal, set, facet, 1);
  const free = normal.map((value, i) => (side[i] === 0 ? value : 0));
  const normals = rows.map(({ index, sign }) => {
    const own = new Float64Array(side.length);
    addNormal(own, set, { kind: "row", index, sign }, 1);
    return own;
  });
  const coordinates = leastSquares(normals, free, side);
  normals.forEach((own, k) => {
    for (let i = 0; i < normal.length; i++) normal[i] -= coordinates[k] * own[i];
  });
  let squared = 0;
  const move = new Float64Array(side.length);
  const bounds = new Float64Array(side.length);
  for (let i = 0; i < normal.length; i++) {
    if (side[i] === 0) {
      move[i] = normal[i];
      squared += normal[i] * normal[i];
    } else bounds[i] = normal[i] * (side[i] < 0 ? -1 : 1);
  }
  return { move, squared, rows: coordinates, bounds };
}

function addNormal(into: Float64Array, set: Polytope, { kind, index, sign }: Facet, weight: number): void {
  if (kind === "bound") into[index] += sign * weight;
  else {
    const { indices, coefficients } = set.constraints[index];
    for (let k = 0; k < indices.length; k++) into[indices[k]] += sign * weight * coefficients[k];
  }
}

/** The combination of the normals that is nearest to a vector over the free elements. */
function leastSquares(normals: readonly Float64Array[], target: Float64Array, side: Int8Array): Float64Array {
  const count = normals.length;
  const product = (a: Float64Array, b: Float64Array): number => {
    let total = 0;
    for (let i = 0; i < side.length; i++) if (side[i] === 0) total += a[i] * b[i];
    return total;
  };
  const matrix = new Float64Array(count * count);
  normals.forEach((a, j) => normals.forEach((b, k) => (matrix[j * count + k] = product(a, b))));
  const lower = cholesky(matrix);
  const right = Float64Array.from(normals, (own) => product(own, target));
  if (lower !== undefined) return choleskySolve(lower, right);
  // Touched facets are independent, so that only rounding leads here.
  for (let k = 0; k < count; k++) matrix[k * count + k] += 1e-12;
  return choleskySolve(cholesky(matrix)!, right);
}

/** The facets that a normal is a negative combination of: together they say that 0 is below 0. */
function conflictOf({ set, side, rows }: State, facet: Facet, direction: Direction): PolytopeConflict {
  const constraints = new Float64Array(set.constraints.length);
  const lower = new Float64Array(side.length);
  const upper = new Float64Array(side.length);
  const add = ({ kind, index, sign }: Facet, weight: number): void => {
    if (kind === "row") constraints[index] += sign * weight;
    else if (sign > 0) upper[index] += weight;
    else lower[index] += weight;
  };
  add(facet, 1);
  rows.forEach(({ index, sign }, k) => add({ kind: "row", index, sign }, -direction.rows[k]));
  for (let i = 0; i < side.length; i++) {
    const weight = -direction.bounds[i];
    if (weight === 0) continue;
    // Where both sides are one, the sign of the weight says which of them is meant.
    const sign = side[i] === 2 ? (weight > 0 ? 1 : -1) : side[i] > 0 ? 1 : -1;
    add({ kind: "bound", index: i, sign }, Math.abs(weight));
  }
  return { constraints, lower, upper };
}

function foundAt(state: State): PolytopeProjection {
  const { set, x, rows } = state;
  const multipliers = new Float64Array(set.constraints.length);
  for (const { index, sign, price } of rows) multipliers[index] += sign * price;
  const point = x.map((value, i) => Math.min(Math.max(value, set.lower[i]), set.upper[i]));
  const violation = set.constraints.reduce((most, { kind }, index) => {
    const miss = missOf({ ...state, x: point }, { kind: "row", index, sign: 1 });
    return Math.max(most, kind === "equal" ? Math.abs(miss) : miss);
  }, 0);
  return { kind: "found", point, multipliers, violation };
}

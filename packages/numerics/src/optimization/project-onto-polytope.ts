/** The projection onto a polytope: Newton's method on its dual where there is room, an active set where there is hardly any. */
import type { ConvexSet } from "./convex-set.js";
import { largestElement } from "./place.js";
import { projectByActiveSet } from "./project-by-active-set.js";
import { projectByPrice } from "./project-by-price.js";
import { dualAt, type DualPlace, increaseDual, isActive } from "./increase-dual.js";
import type { Polytope, PolytopeProjection } from "./polytope.js";

/** Newton steps at most; a handful suffices, more show that there is hardly any room. */
const STEPS_AT_MOST = 30;
/** Of so few elements an active set is found sooner than a price for every constraint. */
const FEW = 64;
/** Rounding of a sum, as a share of the size of its summands. */
const ROUNDING = 1e-14;
/** A point that misses constraints by more than this share of its size does not satisfy them. */
const NEAR = 1e-12;
/** Multipliers that are not known yet. */
const NONE = new Float64Array(0);

/**
 * The point of a polytope that is nearest to a given one. Its dual has one variable per constraint and is concave and
 * piecewise quadratic, so Newton's method with exact line searches ends after a few steps, whatever the number of elements:
 *
 *     max over λ (≥ 0 where at most)   ½ |x(λ) − p|² + λ · (A x(λ) − b),   x(λ) = clip(p − Aᵀ λ)
 *
 * Where bounds and constraints leave hardly any room, or none, the multipliers grow without end; then an active set
 * decides, which is slower and exact.
 *
 * @param point  [n] finite numbers
 * @param set    bounds with lower ≤ upper, and constraints
 * @returns      point, multipliers and how far the constraints are missed; or the constraints that conflict
 * @source goldfarb1983, bertsekas1982
 * @example
 * const constraints = [
 *   { indices: Int32Array.of(0, 1), coefficients: Float64Array.of(1, 1), kind: "equal" as const, bound: 10 },
 *   { indices: Int32Array.of(0), coefficients: Float64Array.of(1), kind: "atMost" as const, bound: 3 },
 * ];
 * const set = { lower: Float64Array.of(0, 0), upper: Float64Array.of(9, 9), constraints };
 * const nearest = projectOntoPolytope(Float64Array.of(6, 2), set);
 * nearest.kind === "found" && nearest.point; // => [3, 7]
 */
export function projectOntoPolytope(point: Float64Array, set: Polytope): PolytopeProjection {
  return projectScaled(point, scalePolytope(set), NONE);
}

/**
 * A polytope as a set that a search stays in. It remembers the multipliers of the last projection, because the next one is
 * often near it.
 *
 * @param set  bounds with lower ≤ upper, and constraints that some point satisfies
 * @returns    a set for `minimizeWithin` and `minimizeConstrained`; its projection throws where no point satisfies them
 * @example
 * const row = { indices: Int32Array.of(0, 1), coefficients: Float64Array.of(1, 2), kind: "equal" as const, bound: 4 };
 * const set = polytopeSet({ lower: Float64Array.of(0, 0), upper: Float64Array.of(9, 9), constraints: [row] });
 * set.project(Float64Array.of(0, 0), new Float64Array(2)); // => [0.8, 1.6]
 */
export function polytopeSet(set: Polytope): ConvexSet {
  const scaled = scalePolytope(set);
  let multipliers: Float64Array = NONE;
  return {
    project: (point, nearest) => {
      const found = projectScaled(point, scaled, multipliers);
      if (found.kind === "empty") {
        throw new Error(
          "polytopeSet: some point must satisfy the constraints, got none. Project once to see why.",
        );
      }
      multipliers = found.multipliers;
      nearest.set(found.point);
      return nearest;
    },
  };
}

/** A polytope whose constraints have coefficients of norm 1, and the norms they had. */
interface ScaledPolytope {
  readonly set: Polytope;
  readonly norms: Float64Array;
}

function scalePolytope(set: Polytope): ScaledPolytope {
  const norms = Float64Array.from(set.constraints, ({ coefficients }) =>
    Math.sqrt(coefficients.reduce((total, value) => total + value * value, 0)),
  );
  const constraints = set.constraints.map((row, r) => ({
    ...row,
    coefficients: row.coefficients.map((value) => value / norms[r]),
    bound: row.bound / norms[r],
  }));
  return { set: { ...set, constraints }, norms };
}

function projectScaled(
  point: Float64Array,
  { set, norms }: ScaledPolytope,
  multipliers: Float64Array,
): PolytopeProjection {
  const start = norms.map((norm, r) => (multipliers[r] ?? 0) * norm);
  const quick =
    set.constraints.length === 1
      ? projectByPrice(point, set, ROUNDING / 10)
      : point.length > FEW
        ? projectByNewton(point, set, start)
        : undefined;
  const found = quick ?? projectByActiveSet(point, set);
  if (found.kind === "found") {
    return { ...found, multipliers: found.multipliers.map((price, r) => price / norms[r]) };
  }
  const constraints = found.conflict.constraints.map((weight, r) => weight / norms[r]);
  return { kind: "empty", conflict: { ...found.conflict, constraints } };
}

function projectByNewton(
  point: Float64Array,
  set: Polytope,
  start: Float64Array,
): PolytopeProjection | undefined {
  const problem = { point, set };
  let place = dualAt(problem, start);
  for (let steps = 0; !isAtRest(place, set); steps++) {
    const next = steps < STEPS_AT_MOST ? increaseDual(problem, place) : undefined;
    if (next === undefined) return undefined;
    place = next;
  }
  const violation = violationOf(place, set);
  // Large prices round so much off that a point seems to be at rest too early.
  if (!(violation <= NEAR * sizeOf(place.nearest, set))) return undefined;
  return { kind: "found", point: place.nearest, multipliers: place.prices, violation };
}

function sizeOf(point: Float64Array, { constraints }: Polytope): number {
  return constraints.reduce((most, { bound }) => Math.max(most, Math.abs(bound)), largestElement(point));
}

/** Whether every constraint that holds the point is met to rounding. */
function isAtRest(place: DualPlace, { constraints }: Polytope): boolean {
  return constraints.every(
    (row, r) => !isActive(row, place, r) || Math.abs(place.slope[r]) <= ROUNDING * place.size[r],
  );
}

function violationOf({ slope }: DualPlace, { constraints }: Polytope): number {
  return constraints.reduce(
    (most, { kind }, r) => Math.max(most, kind === "equal" ? Math.abs(slope[r]) : slope[r]),
    0,
  );
}

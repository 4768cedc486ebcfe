/** Points between bounds that satisfy linear constraints: budgets with groups, shares and paces. */

/** Σ coefficients · x[indices] at most, or equal to, a bound. */
export interface LinearConstraint {
  readonly indices: Int32Array;
  /** As many as indices; not all 0. */
  readonly coefficients: Float64Array;
  readonly kind: "atMost" | "equal";
  readonly bound: number;
}

/** All x with lower ≤ x ≤ upper that satisfy every constraint. */
export interface Polytope {
  /** [n]  may be −Infinity. */
  readonly lower: Float64Array;
  /** [n]  may be Infinity. */
  readonly upper: Float64Array;
  readonly constraints: readonly LinearConstraint[];
}

/** The nearest point of a polytope and the prices that keep it there, or why there is none. */
export type PolytopeProjection =
  | {
      readonly kind: "found";
      /** [n]  within the bounds. */
      readonly point: Float64Array;
      /** [constraint]  nearest = clip(point − Aᵀ multipliers); ≥ 0 where the constraint is `atMost`. */
      readonly multipliers: Float64Array;
      /** The largest amount by which a constraint is missed, per unit of its coefficients' norm; rounding. */
      readonly violation: number;
    }
  | { readonly kind: "empty"; readonly conflict: PolytopeConflict };

/**
 * Why a polytope is empty: weights ≥ 0 (of any sign for equalities) with which constraints and bounds add up to the
 * contradiction 0 · x ≤ something below 0. What has weight 0 plays no part.
 */
export interface PolytopeConflict {
  /** [constraint] */
  readonly constraints: Float64Array;
  /** [n] */
  readonly lower: Float64Array;
  /** [n] */
  readonly upper: Float64Array;
}

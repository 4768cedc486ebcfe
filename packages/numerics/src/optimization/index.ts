/** Everything `@mmm/numerics/optimization` offers: minima of smooth functions, free, within sets, and constrained. */
export type { ConstrainedProblem, Constraints, Multipliers } from "./augmented-lagrangian.js";
export type { ConvexSet } from "./convex-set.js";
export { minimizeConstrained, type ConstrainedMinimum } from "./minimize-constrained.js";
export { minimizeLbfgs } from "./minimize-lbfgs.js";
export { minimizeWithin } from "./minimize-within.js";
export type { MinimizeOptions, Minimum, MinimumOutcome, MinimumProgress, Objective } from "./minimum.js";
export { projectOntoSumBox, sumBox, type SumBox } from "./sum-box.js";
export type { LinearConstraint, Polytope, PolytopeConflict, PolytopeProjection } from "./polytope.js";
export { polytopeSet, projectOntoPolytope } from "./project-onto-polytope.js";

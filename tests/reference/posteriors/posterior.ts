/** Posterior: a target of posteriordb written as an expression, with the quantities its reference summaries name. */

import type { Expression } from "@mmm/autodiff";

export interface Posterior {
  /** Name in posteriordb. */
  readonly name: string;
  /** Unconstrained inputs in Stan's order. */
  readonly variables: readonly Expression[];
  /** Scalar; all constants and Jacobians kept. */
  readonly logDensity: Expression;
  /** Arrays whose elements are the reference's parameters: `theta` stands for `theta[1]`, `theta[2]` …. */
  readonly quantities: Readonly<Record<string, Expression>>;
}

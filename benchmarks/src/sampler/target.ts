/** A target of the measurement: a log density, and what is known of how Stan fares on it. */

import { compile, type Expression } from "@mmm/autodiff";
import type { LogDensity } from "@mmm/sampler";

export interface BenchTarget {
  readonly name: string;
  readonly density: () => LogDensity;
  /** Parameters that are functions of the position and want to be known as well. */
  readonly derived?: () => (position: Float64Array) => Float64Array;
  /** Stan's own minimum bulk ESS per 1,000 gradients, warm-up included, where it was measured. */
  readonly stanBulkPerThousand?: number;
  /** Fewer draws where one gradient takes long. Default 1000. */
  readonly draws?: number;
  /** More runs, and their median, where one run is mostly chance. Default 1. */
  readonly seeds?: number;
}

/** The density of a compiled expression. */
export function densityOf(expression: {
  readonly logDensity: Expression;
  readonly variables: readonly Expression[];
}): LogDensity {
  const { logDensity, variables } = expression;
  const program = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
  return { dimension: program.dimension, evaluate: program.evaluateGradient };
}

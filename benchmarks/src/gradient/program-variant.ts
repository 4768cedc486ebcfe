/** The model's expression compiled by @mmm/autodiff, on either backend. */

import { compile } from "@mmm/autodiff";
import type { Market } from "./market.js";
import { writeModel } from "./model.js";
import { timeInProcess, type Variant } from "./variant.js";

export function programVariant(market: Market, position: Float64Array, backend: "wasm" | "twin"): Variant {
  const { logDensity, variables } = writeModel(market);
  const program = compile({ outputs: { logDensity }, variables, differentiate: "logDensity", backend });
  const scratch = new Float64Array(position.length);
  return {
    name: backend === "wasm" ? "program" : "twin",
    evaluate: (gradient) => program.evaluateGradient(position, gradient),
    time: (repetitions) => timeInProcess(() => program.evaluateGradient(position, scratch), repetitions),
  };
}

/** Evaluation of an expression that has no inputs, once, without compiling it. */

import { elementCount } from "../axis.js";
import type { Expression } from "../expression.js";
import { recordLength } from "../kernels/kernel-table.js";
import { createTwinBackend } from "../kernels/twin-backend.js";
import { planProgram } from "./plan.js";

/**
 * The elements of an expression made of constants alone, computed by the plain TypeScript kernels.
 *
 * @param expression  any axes, no inputs
 * @returns           the elements in the order of its axes
 * @throws {RangeError} when the expression has inputs: compile it instead
 * @example
 * evaluate(add(1, 2)); // => [3]
 */
export function evaluate(expression: Expression): Float64Array {
  const plan = planProgram({ outputs: [expression], variables: [], gradient: [] });
  if (plan.inputs.size > 0) {
    throw new RangeError(
      `evaluate: an expression without inputs is needed, got the input "${[...plan.inputs.keys()][0]}". Use \`compile\`.`,
    );
  }
  const backend = createTwinBackend(plan.arenaLength);
  for (const { offset, values } of plan.constants) backend.view(offset, values.length).set(values);
  backend.load(plan.records)(0, plan.records.length / recordLength);
  return backend.view(plan.outputs[0]!.offset, elementCount(expression.axes)).slice();
}

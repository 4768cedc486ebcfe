/** Compilation: expressions become a static program — buffers in one arena and a flat list of kernel calls. */

import { describeExpression, type Expression, isInput } from "../expression.js";
import type { Backend } from "../kernels/backend.js";
import { recordLength } from "../kernels/kernel-table.js";
import { createTwinBackend } from "../kernels/twin-backend.js";
import { createWasmBackend } from "../kernels/wasm-backend.js";
import { differentiate } from "./differentiate.js";
import { evaluate } from "./evaluate.js";
import { type Plan, planProgram } from "./plan.js";
import { simplify } from "./simplify.js";
import { topologicalOrder } from "./topological-order.js";

/** What to compile. */
export interface CompileRequest<Name extends string = string> {
  /** The expressions to compute, by name. */
  readonly outputs: Readonly<Record<Name, Expression>>;
  /** Inputs that are packed side by side, in this order, into the position of `evaluate`. */
  readonly variables: readonly Expression[];
  /** Name of the scalar output whose gradient with respect to the variables is wanted. */
  readonly differentiate?: Name;
  /** `"wasm"` (default): SIMD kernels, the same bits everywhere. `"twin"`: plain TypeScript, to judge them. */
  readonly backend?: "wasm" | "twin";
}

/** A compiled program: a fixed list of kernel calls over one arena. Evaluating it allocates nothing. */
export interface Program<Name extends string = string> {
  /** Length of the position: all elements of the variables. */
  readonly dimension: number;
  /** Number of kernel calls of one evaluation with gradient. */
  readonly callCount: number;
  /** Bytes of the arena. */
  readonly arenaBytes: number;
  /** Sets an input that is not a variable; it keeps its value until set again. */
  readonly setInput: (name: string, values: ArrayLike<number>) => void;
  /**
   * Computes all outputs at a position.
   *
   * @param position  [dimension] the variables side by side
   * @returns         the program, so that `read` can follow
   */
  readonly evaluate: (position: ArrayLike<number>) => Program<Name>;
  /**
   * Computes all outputs and the gradient of the differentiated one.
   *
   * @param position  [dimension]
   * @param gradient  [dimension], overwritten
   * @returns         the value of the differentiated output
   */
  readonly evaluateGradient: (position: ArrayLike<number>, gradient: Float64Array) => number;
  /** A copy of an output's elements as of the last evaluation, in the order of its axes. */
  readonly read: (output: Name) => Float64Array;
}

/**
 * Compiles expressions into a program.
 *
 * Reverse mode runs over the graph once; then constants are folded, equal subexpressions shared, buffers planned
 * by lifetime. The graph is not needed afterwards.
 *
 * @param request  outputs by name, the variables, which output to differentiate, and the backend
 * @returns        the program; each call makes its own arena
 * @throws {RangeError} when a variable is not an input, or the differentiated output is not a scalar
 * @example
 * const x = input("x", [axis("time", 2)]);
 * const program = compile({ outputs: { energy: sum(multiply(x, x)) }, variables: [x], differentiate: "energy" });
 * const gradient = new Float64Array(2);
 * program.evaluateGradient([3, 4], gradient); // => 25
 * gradient; // => [6, 8]
 */
export function compile<Name extends string>(request: CompileRequest<Name>): Program<Name> {
  const { outputs, variables, differentiate: target, backend = "wasm" } = request;
  const names = Object.keys(outputs) as Name[];
  const odd = variables.find((variable) => !isInput(variable));
  if (odd !== undefined) {
    throw new RangeError(
      `compile: a variable must be an input, got ${describeExpression(odd)}. Make it with \`input\`.`,
    );
  }
  const gradient = target === undefined ? [] : differentiate(outputs[target], variables);
  const roots = simplify([...variables, ...names.map((name) => outputs[name]), ...gradient], evaluate);
  const plan = planProgram({
    variables: roots.slice(0, variables.length),
    outputs: roots.slice(variables.length, variables.length + names.length),
    gradient: roots.slice(variables.length + names.length),
    declared: topologicalOrder(names.map((name) => outputs[name])).filter(isInput),
  });
  const arena =
    backend === "wasm"
      ? createWasmBackend(plan.arenaLength, plan.records.length / recordLength)
      : createTwinBackend(plan.arenaLength);
  return startProgram(plan, arena, names, target);
}

/** Loads a plan into a backend. */
function startProgram<Name extends string>(
  plan: Plan,
  backend: Backend,
  names: readonly Name[],
  target: Name | undefined,
): Program<Name> {
  for (const { offset, values } of plan.constants) backend.view(offset, values.length).set(values);
  const run = backend.load(plan.records);
  const callCount = plan.records.length / recordLength;
  const position = backend.view(0, plan.dimension);
  const gradient = backend.view(plan.gradientOffset, target === undefined ? 0 : plan.dimension);
  const views = new Map(names.map((name, i) => [name, viewOf(backend, plan.outputs[i]!)]));
  const value = target === undefined ? undefined : views.get(target);
  const program: Program<Name> = {
    dimension: plan.dimension,
    callCount,
    arenaBytes: plan.arenaLength * 8,
    setInput: (name, values) => setInput(plan, backend, name, values),
    evaluate: (at) => {
      position.set(at);
      run(0, plan.outputRecords);
      return program;
    },
    evaluateGradient: (at, into) => {
      if (value === undefined)
        throw new RangeError("evaluateGradient: nothing was differentiated. Compile with `differentiate`.");
      position.set(at);
      run(0, callCount);
      into.set(gradient);
      return value[0]!;
    },
    read: (output) => readView(views, output),
  };
  return program;
}

function readView(views: ReadonlyMap<string, Float64Array>, output: string): Float64Array {
  const view = views.get(output);
  if (view === undefined) {
    const names = [...views.keys()].join(", ");
    throw new RangeError(`read: unknown output "${output}" (${names}). Name one of the outputs.`);
  }
  return view.slice();
}

function viewOf(backend: Backend, { offset, axes }: Plan["outputs"][number]): Float64Array {
  return backend.view(
    offset,
    axes.reduce((count, { size }) => count * size, 1),
  );
}

function setInput(plan: Plan, backend: Backend, name: string, values: ArrayLike<number>): void {
  const buffer = plan.inputs.get(name);
  if (buffer === undefined) {
    throw new RangeError(
      `setInput: unknown input "${name}" (${[...plan.inputs.keys()].join(", ")}). Name one of the inputs.`,
    );
  }
  const view = viewOf(backend, buffer);
  if (values.length !== view.length) {
    throw new RangeError(
      `input "${name}": needs ${view.length} values, got ${values.length}. Give one value per element.`,
    );
  }
  view.set(values);
}

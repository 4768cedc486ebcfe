/** A simulator that compiles its model once: the data of a replication are only put into the programs. */

import { add, compile, elementCount, type Expression } from "@mmm/autodiff";
import type { RandomStream } from "@mmm/numerics";
import type { Simulator } from "./simulation.js";

/** A model whose data are the input `"y"`, and the process that makes such data; they share no formula. */
export interface CalibrationModel {
  readonly name: string;
  /** Unconstrained inputs. */
  readonly variables: readonly Expression[];
  /** Scalar; with the Jacobians of the constraints. */
  readonly logPrior: Expression;
  /** Scalar: joint log density of the data. */
  readonly logLikelihood: Expression;
  /** What is ranked beside the joint log likelihood, in natural units. */
  readonly quantities: Readonly<Record<string, Expression>>;
  /** A truth from the prior, as an unconstrained position, and data made with it. */
  readonly simulate: (stream: RandomStream) => {
    readonly position: Float64Array;
    readonly data: Float64Array;
  };
}

/** Everything is ranked element by element, and the joint log likelihood, which notices what no parameter shows. */
export function compiledSimulator(model: CalibrationModel): Simulator {
  const { variables, logPrior, logLikelihood } = model;
  const logDensity = add(logPrior, logLikelihood);
  const density = compile({ outputs: { logDensity }, variables, differentiate: "logDensity" });
  const outputs = { ...model.quantities, "log likelihood": logLikelihood };
  const measures = compile<string>({ outputs, variables });
  const names = Object.keys(outputs);
  const measure = (position: Float64Array): Float64Array => {
    measures.evaluate(position);
    return Float64Array.from(names.flatMap((name) => [...measures.read(name)]));
  };
  return {
    name: model.name,
    quantities: Object.entries(outputs).flatMap(([name, { axes }]) =>
      axes.length === 0
        ? [name]
        : Array.from({ length: elementCount(axes) }, (_, element) => `${name}[${element + 1}]`),
    ),
    simulate: (stream) => {
      const { position, data } = model.simulate(stream);
      density.setInput("y", data);
      measures.setInput("y", data);
      return {
        density: { dimension: density.dimension, evaluate: density.evaluateGradient },
        measure,
        truth: measure(position),
      };
    },
  };
}

/**
 * The comparison of a preset with the library whose model it should be, at any position of ours.
 *
 * What is compared: with u our position and x(u) the peer's parameters in its own natural units,
 *
 *     ours(u) = peer(x(u)) + log |dx/du| + constant,        ∇ours(u) = (dx/du)ᵀ ∇peer(x(u)) + ∇ log |dx/du|
 *
 * The constant is that of linear maps between coordinates (pinned ones among them), so log densities are compared as differences
 * between points. x(u) and its Jacobian are written down in expressions, and the chain rule is automatic differentiation of
 * ⟨∇peer, x(u)⟩ with ∇peer held: no finite differences, so that rounding is all that may differ.
 */

import { add, arrange, compile, elementCount, type Expression, input, multiply, sum } from "@mmm/autodiff";
import { randomStream } from "@mmm/numerics";
import type { LogDensity } from "@mmm/sampler";
import { compileModel } from "../../src/compile-model.js";
import { compileForwardPass } from "../../src/forward/forward-pass.js";
import { parseModelSpec } from "../../src/spec/parse-model-spec.js";
import { modelTerms } from "../../src/terms/model-terms.js";
import { caseDataset, type PeerCase } from "./peer-case.js";
import { totalLogJacobian } from "./peer-parameter.js";

/** Values by the peer's names, flat in its order. */
export type PeerPoint = Readonly<Record<string, readonly number[]>>;

/** What a peer says of a point: in its natural units, without Jacobians. */
export interface PeerAnswer {
  readonly logDensity: number;
  readonly gradient: PeerPoint;
}

/** A log density and its gradient in our coordinates. */
export interface Density {
  readonly logDensity: number;
  readonly gradient: Float64Array;
}

/** Both sides at positions of ours. */
export interface Comparison {
  /** Names of the panel's cells, in our order, which the points have too. */
  readonly cells: readonly string[];
  /** A position drawn from the prior. */
  readonly position: (seed: number) => Float64Array;
  /** Ours, for a sampler. */
  readonly density: LogDensity;
  readonly pointAt: (position: Float64Array) => PeerPoint;
  readonly ours: (position: Float64Array) => Density;
  /** What the peer says, carried over to our coordinates, up to a constant. */
  readonly theirs: (position: Float64Array, answer: PeerAnswer) => Density;
}

/** Compiles both sides. */
export function compileComparison(peerCase: PeerCase): Comparison {
  const dataset = caseDataset(peerCase);
  const spec = parseModelSpec({ preset: peerCase.preset });
  const terms = modelTerms(dataset, spec);
  const parameters = peerCase.parameters(terms);
  const jacobian = totalLogJacobian(parameters);
  const pulled = parameters.reduce<Expression>((total, { name, value }) => {
    const slope = input(`slope of ${name}`, value.axes);
    return add(total, sum(multiply(slope, value)));
  }, jacobian);
  const outputs: Record<string, Expression> = { pulled, jacobian };
  for (const { name, value } of parameters) outputs[name] = arrange(value, value.axes);
  const program = compile<string>({ outputs, variables: terms.variables, differentiate: "pulled" });
  const zeros = parameters.map(
    ({ name, value }) => [name, new Float64Array(elementCount(value.axes))] as const,
  );
  const { logDensity: density, dimension } = compileModel(dataset, spec);
  const forward = compileForwardPass(dataset, spec);
  return {
    ...{ cells: dataset.cells, density },
    position: (seed) => forward.drawPrior(randomStream(seed, peerCase.name)),
    pointAt: (position) => {
      for (const [name, values] of zeros) program.setInput(`slope of ${name}`, values);
      program.evaluate(position);
      return Object.fromEntries(zeros.map(([name]) => [name, [...program.read(name)]]));
    },
    ours: (position) => {
      const gradient = new Float64Array(dimension);
      return { logDensity: density.evaluate(position, gradient), gradient };
    },
    theirs: (position, { logDensity, gradient: slopes }) => {
      for (const [name] of zeros) program.setInput(`slope of ${name}`, slopes[name]!);
      const gradient = new Float64Array(dimension);
      program.evaluateGradient(position, gradient);
      return { logDensity: logDensity + program.read("jacobian")[0]!, gradient };
    },
  };
}

/** How far two sides are apart, relative to the size of what is compared. */
export interface Distance {
  /** Of differences of log densities between each point and the first, relative to that difference. */
  readonly logDensity: number;
  /** Of every derivative, relative to the largest at that point. */
  readonly gradient: number;
}

/** The largest distances over points. */
export function distanceOf(ours: readonly Density[], theirs: readonly Density[]): Distance {
  const [first, theirFirst] = [ours[0]!, theirs[0]!];
  const logs = ours.slice(1).map(({ logDensity }, i) => {
    const own = logDensity - first.logDensity;
    const other = theirs[i + 1]!.logDensity - theirFirst.logDensity;
    return Math.abs(own - other) / Math.max(1, Math.abs(other));
  });
  const slopes = ours.map(({ gradient }, i) => {
    const other = theirs[i]!.gradient;
    const size = Math.max(1, ...other.map(Math.abs));
    return Math.max(...gradient.map((value, k) => Math.abs(value - other[k]!) / size));
  });
  return { logDensity: Math.max(...logs), gradient: Math.max(...slopes) };
}

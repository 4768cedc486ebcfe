/** Draws of a normal approximation, with their density there and in the posterior. */
import type { RandomStream } from "@mmm/numerics";
import { dot } from "@mmm/numerics/linear-algebra";
import type { LogDensity } from "../target.js";
import type { LocalNormal } from "./climb.js";
import { applyHessian, drawFromCurvature } from "./curvature.js";

/** ln 2π. */
const logTwoPi = 1.8378770664093453;

export interface NormalDraws {
  /** Draw × dimension. */
  readonly positions: Float64Array;
  readonly logDensity: Float64Array;
  /** log p − log q; −Infinity outside the support. */
  readonly logWeights: Float64Array;
  /** Their mean, the evidence lower bound. */
  readonly elbo: number;
}

export function evaluateNormal(
  density: LogDensity,
  { mean, curvature }: LocalNormal,
  draws: number,
  stream: RandomStream,
): NormalDraws {
  const { dimension } = density;
  const positions = new Float64Array(draws * dimension);
  const logDensity = new Float64Array(draws);
  const logWeights = new Float64Array(draws);
  const gradient = new Float64Array(dimension);
  let elbo = 0;
  for (let draw = 0; draw < draws; draw++) {
    const offset = drawFromCurvature(curvature, stream);
    const position = offset.map((value, i) => mean[i] + value);
    positions.set(position, draw * dimension);
    const square = dot(offset, applyHessian(curvature, offset));
    const logNormal = -0.5 * (square + curvature.logDeterminant + dimension * logTwoPi);
    const value = density.evaluate(position, gradient);
    const weight = value - logNormal;
    logDensity[draw] = Number.isNaN(value) ? -Infinity : value;
    logWeights[draw] = Number.isFinite(weight) ? weight : -Infinity;
    elbo += logWeights[draw] / draws;
  }
  return { positions, logDensity, logWeights, elbo };
}

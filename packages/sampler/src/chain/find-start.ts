/** The first position of a chain: given, or drawn until density and gradient are finite. */
import { drawUniform } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import type { LogDensity } from "../target.js";

const mostTries = 100;

/** Half the width of the box of random starts: (−2, 2) in unconstrained space, as in Stan, covers e^±2 for positive parameters. */
const halfWidth = 2;

export interface Start {
  readonly tries: number;
  /** Why there is none, if there is none. */
  readonly failed?: string;
}

/** Fills position, gradient and log density of `point`. A given position is tried once, random ones up to 100 times. */
export function findStart(
  density: LogDensity,
  point: PhasePoint,
  given: Float64Array | undefined,
  stream: RandomStream,
): Start {
  const { position } = point;
  if (given !== undefined && given.length !== position.length) {
    return {
      tries: 0,
      failed: `start: the initial position must have ${position.length} numbers, got ${given.length}. Give every unconstrained parameter.`,
    };
  }
  const attempts = given === undefined ? mostTries : 1;
  for (let tries = 1; tries <= attempts; tries++) {
    if (given !== undefined) position.set(given);
    else for (let i = 0; i < position.length; i++) position[i] = halfWidth * (2 * drawUniform(stream) - 1);
    point.gradient.fill(NaN);
    point.logDensity = density.evaluate(position, point.gradient);
    if (Number.isFinite(point.logDensity) && point.gradient.every(Number.isFinite)) return { tries };
  }
  return { tries: attempts, failed: reason(point, given !== undefined) };
}

function reason(point: PhasePoint, given: boolean): string {
  const bad = point.gradient.findIndex((value) => !Number.isFinite(value));
  const got = Number.isFinite(point.logDensity)
    ? `gradient[${bad}] = ${point.gradient[bad]}`
    : `log density ${point.logDensity}`;
  return given
    ? `start: log density and gradient must be finite at the given initial position, got ${got}. Give a position inside the support.`
    : `start: log density and gradient must be finite at one of ${mostTries} random positions in (−2, 2), got ${got} at the last. Give initialPositions inside the support.`;
}

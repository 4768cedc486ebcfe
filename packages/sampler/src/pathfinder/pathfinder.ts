/** Pathfinder: on the way of L-BFGS to a mode the normal approximation that is nearest to the posterior. */
import { drawUniform, randomStream } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import { findStart } from "../chain/find-start.js";
import { densityFaults } from "../target.js";
import type { LogDensity } from "../target.js";
import { sampleOptionsError } from "../sample-options.js";
import { climb } from "./climb.js";
import { evaluateNormal } from "./evaluate-normal.js";
import type { NormalDraws } from "./evaluate-normal.js";

/** Options of `pathfinder`; the defaults are Stan's. */
export interface PathfinderOptions {
  readonly seed: number | string;
  /** Independent ways to the mode, ≥ 1. Default 4. */
  readonly paths?: number;
  /** Draws per path, ≥ 1. Default 250: 1,000 of the default paths, enough for a Pareto k. */
  readonly draws?: number;
  /** L-BFGS iterations of one path at most. Default 1000. */
  readonly iterations?: number;
  /** Steps that the approximation remembers. Default 5. */
  readonly history?: number;
  /** Draws by which a point of the way is judged. Default 25. */
  readonly elboDraws?: number;
}

/** What one path came to. */
export interface PathRecord {
  /** As the search says, or why there was none. */
  readonly outcome: string;
  /** Mean of log p − log q at the best approximation; −Infinity if there is none. */
  readonly elbo: number;
}

/** Draws of normal approximations, and how well each may stand for the posterior. */
export interface Preview {
  readonly dimension: number;
  readonly draws: number;
  /** Unconstrained, draw × dimension. */
  readonly positions: Float64Array;
  readonly logDensity: Float64Array;
  /**
   * log p − log q of each draw, not normalised; −Infinity outside the support. Pareto smoothing of these (`paretoSmoothing` of
   * `@mmm/posterior`) gives weights, and a k above 0.7 says that the preview must not be trusted.
   */
  readonly logWeights: Float64Array;
  readonly evaluations: number;
  readonly paths: readonly PathRecord[];
}

/** One path: the draws of its best approximation, if it has one. */
interface Path extends PathRecord {
  readonly evaluations: number;
  readonly drawn?: NormalDraws;
}

/**
 * A preview of the posterior for some hundred evaluations: from each random start L-BFGS climbs to a mode, at each of its points the
 * steps so far imply a normal approximation, and the one with the largest evidence lower bound is drawn from. Funnels and
 * several modes deceive it: look at the Pareto k of its weights.
 *
 * @param density  what to approximate
 * @param options  `seed`, and what should differ from the defaults
 * @returns draws of all paths that found an approximation, one path after the other
 * @throws {SampleOptionsError} if the target is no log density
 * @source pathfinder2022
 * @example
 * const density: LogDensity = {
 *   dimension: 2,
 *   evaluate: (x, g) => (g.set([-x[0], -x[1] / 9]), -0.5 * (x[0] * x[0] + (x[1] * x[1]) / 9)),
 * };
 * const preview = pathfinder(density, { seed: 1 });
 * preview.draws; // => 1000
 */
export function pathfinder(density: LogDensity, options: PathfinderOptions): Preview {
  const faults = densityFaults(density);
  if (faults.length > 0) throw sampleOptionsError(faults);
  const { paths = 4 } = options;
  const found = Array.from({ length: paths }, (_, path) =>
    randomPath(density, options, randomStream(options.seed, "pathfinder", path)),
  );
  const drawn = found.flatMap((path) => (path.drawn === undefined ? [] : [path.drawn]));
  const draws = drawn.reduce((sum, { logWeights }) => sum + logWeights.length, 0);
  const joined = (of: (draws: NormalDraws) => Float64Array): Float64Array =>
    Float64Array.from(drawn.flatMap((each) => [...of(each)]));
  return {
    dimension: density.dimension,
    draws,
    positions: joined(({ positions }) => positions),
    logDensity: joined(({ logDensity }) => logDensity),
    logWeights: joined(({ logWeights }) => logWeights),
    evaluations: found.reduce((sum, { evaluations }) => sum + evaluations, 0),
    paths: found.map(({ outcome, elbo }) => ({ outcome, elbo })),
  };
}

function randomPath(density: LogDensity, options: PathfinderOptions, stream: RandomStream): Path {
  const [point] = makePhasePoints(1, density.dimension);
  const { tries, failed } = findStart(density, point, undefined, stream.split("start"));
  if (failed !== undefined) return { outcome: failed, elbo: -Infinity, evaluations: tries };
  const path = pathFrom(density, point.position.slice(), options, stream);
  return { ...path, evaluations: path.evaluations + tries };
}

/** The best approximation on the way from one point, and draws of it. */
export function pathFrom(
  density: LogDensity,
  start: Float64Array,
  { iterations = 1000, history = 5, elboDraws = 25, draws = 250 }: Omit<PathfinderOptions, "seed">,
  stream: RandomStream,
): Path {
  const way = climb(density, start, iterations, history);
  const judged = way.normals.map((normal) => evaluateNormal(density, normal, elboDraws, stream));
  let best = -1;
  let elbo = -Infinity;
  for (const [k, each] of judged.entries()) {
    if (each.elbo > elbo) {
      best = k;
      elbo = each.elbo;
    }
  }
  const evaluations = way.evaluations + elboDraws * judged.length;
  if (best < 0) return { outcome: way.outcome, elbo, evaluations };
  const drawn = evaluateNormal(density, way.normals[best], draws, stream);
  return { outcome: way.outcome, elbo, evaluations: evaluations + draws, drawn };
}

/** One of the draws inside the support, each as likely: weights of a poor approximation would prefer its edge. */
export function pickDraw(
  { positions, logWeights }: NormalDraws,
  stream: RandomStream,
): Float64Array | undefined {
  const inside = [...logWeights.keys()].filter((draw) => logWeights[draw] > -Infinity);
  if (inside.length === 0) return undefined;
  const dimension = positions.length / logWeights.length;
  const draw = inside[Math.floor(drawUniform(stream) * inside.length)];
  return positions.slice(draw * dimension, (draw + 1) * dimension);
}

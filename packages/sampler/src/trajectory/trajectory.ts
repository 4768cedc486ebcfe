/** The no-U-turn trajectory: doubles until it turns back, and draws one of its points, without allocating. */
import { drawUniform, exp, log1p } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import { adaptiveLeapfrog } from "../hamiltonian/adaptive-leaf.js";
import type { AdaptiveLeaf } from "../hamiltonian/adaptive-leaf.js";
import { leapfrog } from "../hamiltonian/leapfrog.js";
import type { Metric } from "../hamiltonian/metric.js";
import { makePhasePoints } from "../hamiltonian/phase-point.js";
import type { PhasePoint } from "../hamiltonian/phase-point.js";
import type { LogDensity } from "../target.js";
import { makeTree, setLeaf } from "./tree.js";
import type { Tree } from "./tree.js";
import { turnsBack } from "./turns-back.js";

/**
 * An energy error above this is a divergence: such a point has weight exp(−1000) = 0, and the integrator has left the level
 * set for good. The value is Stan's and nuts-rs'; nothing depends on it within wide limits.
 */
const largestEnergyError = 1000;

/** Everything a trajectory needs, made once per chain and written over by each trajectory. */
export interface Trajectory {
  readonly density: LogDensity;
  readonly metric: Metric;
  readonly maxTreeDepth: number;
  /** With it steps adapt to the energy; without it they have a fixed length. */
  readonly adaptiveLeaf: AdaptiveLeaf | undefined;
  /** With it paths have this length; without it they end where they turn back. */
  readonly staticLength: StaticLength | undefined;
  /** Points that may be written over. */
  readonly free: PhasePoint[];
  readonly points: readonly PhasePoint[];
  /** The whole trajectory so far; oriented so that its tail is the end that grew last. */
  readonly whole: Tree;
  /** Finished subtrees waiting for their neighbour, at most one per level. */
  readonly waiting: Tree[];
  /** The subtree that was just finished. */
  fresh: Tree;
  /** Where the trajectory starts; afterwards the drawn point. */
  current: PhasePoint;
  /** H₀, kept because the first point may be written over while the trajectory grows. */
  startEnergy: number;
  // What the last trajectory did:
  depth: number;
  leapfrogs: number;
  /** Points that were tried beyond the first: as many as leapfrogs, unless steps adapt. */
  leaves: number;
  /** Σ min(1, exp(H₀ − H)) over all points but the first; a divergent point counts 0. */
  acceptanceSum: number;
  /** Σ 2 min(1, e^d) / (1 + e^d) with d = H₀ − H: also punishes steps that lower the energy, and so sees a too long step later. */
  symmetricAcceptanceSum: number;
  /** The point from which the divergent leapfrog step started, if the trajectory diverged. */
  divergedFrom: PhasePoint | undefined;
  divergedEnergyError: number;
}

/** What differs from steps of fixed length and paths that end where they turn back. */
export interface TrajectoryKernel {
  readonly adaptiveLeaf?: AdaptiveLeaf | undefined;
  readonly staticLength?: StaticLength | undefined;
}

/** How long a static path is: a number of steps, or a time in whitened space (π turns a standard normal half around). */
export type StaticLength = { readonly leapfrogs: number } | { readonly time: number };

export function makeTrajectory(
  density: LogDensity,
  metric: Metric,
  maxTreeDepth: number,
  { adaptiveLeaf, staticLength }: TrajectoryKernel = {},
): Trajectory {
  // Live at once: three points of each waiting tree and of the whole, one being made.
  const points = makePhasePoints(3 * (maxTreeDepth + 1) + 2, density.dimension);
  const current = points[0];
  return {
    density,
    metric,
    maxTreeDepth,
    adaptiveLeaf,
    staticLength,
    free: [],
    points,
    whole: makeTree(density.dimension, current),
    waiting: Array.from({ length: maxTreeDepth + 1 }, () => makeTree(density.dimension, current)),
    fresh: makeTree(density.dimension, current),
    current,
    startEnergy: NaN,
    depth: 0,
    leapfrogs: 0,
    leaves: 0,
    acceptanceSum: NaN,
    symmetricAcceptanceSum: NaN,
    divergedFrom: undefined,
    divergedEnergyError: NaN,
  };
}

/**
 * Runs one trajectory from `current`, whose velocity and energy are set, and makes the drawn point `current`.
 *
 * Each round doubles the trajectory at a fair random end. The new half is dropped, and the trajectory over, if it turns back
 * inside or diverges; else its draw replaces the present one with probability min(1, new weight / old weight), which prefers
 * points far away and is worth 1.4–2.5 × the effective sample size of a plain multinomial draw. Inside a half the draw is
 * multinomial. The trajectory ends after the merge whose union turns back.
 *
 * @source betancourt2017, hoffman2014
 */
export function runTrajectory(trajectory: Trajectory, stepSize: number, stream: RandomStream): void {
  const { whole, maxTreeDepth, waiting } = trajectory;
  beginTrajectory(trajectory);
  let forward = true;
  while (trajectory.depth < maxTreeDepth) {
    const goesForward = drawUniform(stream) < 0.5;
    if (goesForward !== forward) turnAround(whole);
    forward = goesForward;
    if (!growHalf(trajectory, forward ? stepSize : -stepSize, stream)) break;
    const half = waiting[trajectory.depth];
    trajectory.depth++;
    if (!joinHalf(trajectory, half, stream)) break;
  }
  trajectory.current = whole.draw;
}

/** Empties the pool and the counters for a trajectory from `current`. */
export function beginTrajectory(trajectory: Trajectory): void {
  const { points, free, current, whole } = trajectory;
  free.length = 0;
  for (const point of points) if (point !== current) free.push(point);
  current.index = 0;
  current.correction = 0;
  trajectory.startEnergy = current.energy;
  setLeaf(whole, current, 0);
  trajectory.depth = 0;
  trajectory.leapfrogs = 0;
  trajectory.leaves = 0;
  trajectory.acceptanceSum = 0;
  trajectory.symmetricAcceptanceSum = 0;
  trajectory.divergedFrom = undefined;
  trajectory.divergedEnergyError = NaN;
}

function turnAround(tree: Tree): void {
  const { head } = tree;
  tree.head = tree.tail;
  tree.tail = head;
}

/**
 * Grows as many points as the trajectory has, beyond its tail, and leaves their tree in `waiting[depth]`. Subtrees are joined
 * as in a binary counter: point number n completes as many subtrees as n has trailing ones. False if the half is to be dropped.
 */
function growHalf(trajectory: Trajectory, step: number, stream: RandomStream): boolean {
  const { waiting, depth, whole, free, startEnergy } = trajectory;
  const count = 1 << depth;
  let from = whole.tail;
  for (let n = 0; n < count; n++) {
    const point = free.pop()!;
    if (!makeLeaf(trajectory, from, point, step, stream)) return false;
    setLeaf(trajectory.fresh, point, startEnergy - point.energy + point.correction);
    let level = 0;
    for (; (n >>> level) & 1; level++) {
      if (!joinSubtrees(trajectory, waiting[level], trajectory.fresh, stream)) return false;
    }
    const finished = trajectory.fresh;
    trajectory.fresh = waiting[level];
    waiting[level] = finished;
    from = point;
  }
  return true;
}

/** One step on, its acceptance counted. False if the trajectory ends here: by a divergence, or a leaf without a way back. */
export function makeLeaf(
  trajectory: Trajectory,
  from: PhasePoint,
  point: PhasePoint,
  step: number,
  stream: RandomStream,
): boolean {
  const { adaptiveLeaf, density, metric, startEnergy } = trajectory;
  trajectory.leaves++;
  let resolved = true;
  if (adaptiveLeaf === undefined) {
    leapfrog(density, metric, from, point, step);
    point.correction = 0;
    trajectory.leapfrogs++;
  } else {
    const end = adaptiveLeapfrog(adaptiveLeaf, density, metric, from, point, step, stream);
    trajectory.leapfrogs += adaptiveLeaf.evaluations;
    trajectory.acceptanceSum += adaptiveLeaf.coarsestAcceptance;
    trajectory.symmetricAcceptanceSum += adaptiveLeaf.coarsestAcceptance;
    if (end === "irreversible") return false;
    resolved = end === "reached";
  }
  const gain = startEnergy - point.energy; // H₀ − H
  if (!(resolved && gain >= -largestEnergyError && gain < Infinity)) {
    trajectory.divergedFrom = from;
    trajectory.divergedEnergyError = -gain;
    return false;
  }
  if (adaptiveLeaf === undefined) countAcceptance(trajectory, gain);
  return true;
}

function countAcceptance(trajectory: Trajectory, gain: number): void {
  const e = exp(-Math.abs(gain));
  trajectory.acceptanceSum += gain > 0 ? 1 : e;
  trajectory.symmetricAcceptanceSum += (2 * e) / (1 + e);
}

/** Makes `second` the union of both, its draw multinomial. False if the union turns back. */
function joinSubtrees(trajectory: Trajectory, first: Tree, second: Tree, stream: RandomStream): boolean {
  if (turnsBack(first, second, second.sumBuffer)) return false;
  const gap = second.logWeight - first.logWeight;
  const e = exp(-Math.abs(gap));
  const probabilityOfSecond = gap > 0 ? 1 / (1 + e) : e / (1 + e);
  const drawFirst = drawUniform(stream) >= probabilityOfSecond;
  const dropped = drawFirst ? second.draw : first.draw;
  if (drawFirst) second.draw = first.draw;
  second.logWeight = Math.max(first.logWeight, second.logWeight) + log1p(e);
  second.velocitySum = second.sumBuffer;
  release(trajectory, first.tail);
  release(trajectory, second.head);
  release(trajectory, dropped);
  second.head = first.head;
  return true;
}

/** Adds the new half to the whole, its draw preferred. False if the union turns back, whose draw still counts. */
function joinHalf(trajectory: Trajectory, half: Tree, stream: RandomStream): boolean {
  const { whole } = trajectory;
  const goesOn = !turnsBack(whole, half, whole.sumBuffer);
  const gap = half.logWeight - whole.logWeight;
  const drawHalf = drawUniform(stream) < exp(Math.min(0, gap));
  const dropped = drawHalf ? whole.draw : half.draw;
  if (drawHalf) whole.draw = half.draw;
  whole.logWeight = Math.max(whole.logWeight, half.logWeight) + log1p(exp(-Math.abs(gap)));
  whole.velocitySum = whole.sumBuffer;
  release(trajectory, whole.tail);
  release(trajectory, half.head);
  release(trajectory, dropped);
  whole.tail = half.tail;
  return goesOn;
}

function release(trajectory: Trajectory, point: PhasePoint): void {
  if (--point.uses === 0) trajectory.free.push(point);
}

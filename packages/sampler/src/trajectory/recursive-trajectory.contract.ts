/** The slow twin: the same trajectory written as its definition, recursive and with every point kept, to judge the fast one. */
import { drawUniform, exp } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { Metric } from "../hamiltonian/metric.js";
import type { LogDensity } from "../target.js";

/** A point of phase space, never changed once made. */
export interface PlainPoint {
  readonly whitened: readonly number[];
  readonly velocity: readonly number[];
  readonly position: readonly number[];
  readonly force: readonly number[];
  readonly logDensity: number;
  readonly energy: number;
  readonly index: number;
}

export interface PlainTrajectory {
  readonly draw: PlainPoint;
  readonly depth: number;
  readonly leapfrogs: number;
  readonly acceptanceSum: number;
  readonly symmetricAcceptanceSum: number;
  readonly divergedFrom: PlainPoint | undefined;
}

/** Whether the union of two trees turns back, `second` being grown onto `first` in the given direction of time. */
export type TurnCheck = (
  first: readonly PlainPoint[],
  second: readonly PlainPoint[],
  direction: 1 | -1,
) => boolean;

interface Setting {
  readonly turns: TurnCheck;
  readonly density: LogDensity;
  readonly metric: Metric;
  readonly step: number;
  readonly start: PlainPoint;
  readonly stream: RandomStream;
  /** Every point that was made, in the order of making. */
  readonly visited: PlainPoint[];
  diverged: PlainPoint | undefined;
}

/** Points in the order of time, and the one drawn from them. */
interface PlainTree {
  readonly points: readonly PlainPoint[];
  readonly draw: PlainPoint;
}

export function plainPoint(
  density: LogDensity,
  metric: Metric,
  whitened: readonly number[],
  velocityHalf: readonly number[],
  halfStep: number,
  index: number,
): PlainPoint {
  const position = whitened.map((y, i) => metric.mean[i] + metric.scale[i] * y);
  const gradient = new Float64Array(density.dimension);
  const logDensity = density.evaluate(Float64Array.from(position), gradient);
  const force = Array.from(gradient, (g, i) => metric.scale[i] * g);
  const velocity = velocityHalf.map((v, i) => v + halfStep * force[i]);
  return {
    whitened,
    velocity,
    position,
    force,
    logDensity,
    index,
    energy: 0.5 * velocity.reduce((sum, v) => sum + v * v, 0) - logDensity,
  };
}

export function recursiveTrajectory(
  density: LogDensity,
  metric: Metric,
  start: PlainPoint,
  stepSize: number,
  maxTreeDepth: number,
  stream: RandomStream,
  turns: TurnCheck = turnsBack,
): PlainTrajectory {
  const setting: Setting = {
    turns,
    density,
    metric,
    step: stepSize,
    start,
    stream,
    visited: [],
    diverged: undefined,
  };
  let tree: PlainTree = { points: [start], draw: start };
  let depth = 0;
  while (depth < maxTreeDepth) {
    const direction = drawUniform(stream) < 0.5 ? 1 : -1;
    const end = direction > 0 ? tree.points[tree.points.length - 1] : tree.points[0];
    const half = build(setting, end, direction, depth);
    if (half === undefined) break;
    depth++;
    const takesHalf = drawUniform(stream) < Math.min(1, weight(setting, half) / weight(setting, tree));
    const draw = takesHalf ? half.draw : tree.draw;
    const turned = turns(tree.points, half.points, direction);
    tree = { points: inTime(tree, half, direction), draw };
    if (turned) break;
  }
  const gains = setting.visited
    .filter((point) => point !== setting.diverged)
    .map((point) => start.energy - point.energy);
  return {
    draw: tree.draw,
    depth,
    leapfrogs: setting.visited.length,
    acceptanceSum: gains.reduce((sum, d) => sum + Math.min(1, exp(d)), 0),
    symmetricAcceptanceSum: gains.reduce((sum, d) => sum + (2 * Math.min(1, exp(d))) / (1 + exp(d)), 0),
    divergedFrom: setting.diverged && before(setting, setting.diverged),
  };
}

/** 2^depth points beyond `from`; undefined if they turn back or one of them diverges. */
function build(setting: Setting, from: PlainPoint, direction: 1 | -1, depth: number): PlainTree | undefined {
  if (depth === 0) {
    const point = step(setting, from, direction);
    const error = point.energy - setting.start.energy;
    if (!(error <= 1000) || error === -Infinity) {
      setting.diverged = point;
      return undefined;
    }
    return { points: [point], draw: point };
  }
  const first = build(setting, from, direction, depth - 1);
  if (first === undefined) return undefined;
  const reached = direction > 0 ? first.points[first.points.length - 1] : first.points[0];
  const second = build(setting, reached, direction, depth - 1);
  if (second === undefined || setting.turns(first.points, second.points, direction)) return undefined;
  const share = weight(setting, second) / (weight(setting, first) + weight(setting, second));
  const draw = drawUniform(setting.stream) < share ? second.draw : first.draw;
  return { points: inTime(first, second, direction), draw };
}

function step(setting: Setting, from: PlainPoint, direction: 1 | -1): PlainPoint {
  const { density, metric } = setting;
  const epsilon = direction * setting.step;
  const half = from.velocity.map((v, i) => v + 0.5 * epsilon * from.force[i]);
  const whitened = from.whitened.map((y, i) => y + epsilon * half[i]);
  const point = plainPoint(density, metric, whitened, half, 0.5 * epsilon, from.index + direction);
  setting.visited.push(point);
  return point;
}

function before({ visited, start }: Setting, point: PlainPoint): PlainPoint {
  const index = point.index - Math.sign(point.index);
  return [start, ...visited].findLast((other) => other.index === index)!;
}

function weight({ start }: Setting, { points }: PlainTree): number {
  return points.reduce((sum, point) => sum + exp(start.energy - point.energy), 0);
}

function inTime(first: PlainTree, second: PlainTree, direction: 1 | -1): readonly PlainPoint[] {
  return direction > 0 ? [...first.points, ...second.points] : [...second.points, ...first.points];
}

/** Whether the union, or either tree with its neighbour's nearest point, turns back. */
function turnsBack(first: readonly PlainPoint[], second: readonly PlainPoint[], direction: 1 | -1): boolean {
  const [earlier, later] = direction > 0 ? [first, second] : [second, first];
  return (
    stretchTurns([...earlier, ...later]) ||
    stretchTurns([...earlier, later[0]]) ||
    stretchTurns([earlier[earlier.length - 1], ...later])
  );
}

export function stretchTurns(points: readonly PlainPoint[]): boolean {
  const rho = points[0].velocity.map((_, i) => points.reduce((sum, point) => sum + point.velocity[i], 0));
  const along = ({ velocity }: PlainPoint): number => velocity.reduce((sum, v, i) => sum + v * rho[i], 0);
  return !(along(points[0]) > 0 && along(points[points.length - 1]) > 0);
}

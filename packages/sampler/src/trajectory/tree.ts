/** A stretch of trajectory, summed up: its ends, its velocity sum, its weight, and the point drawn from it. */
import type { PhasePoint } from "../hamiltonian/phase-point.js";

/**
 * The summary of 2^k neighbouring points, oriented in the direction of growth: `head` was there first, `tail` is where the
 * next step starts. Written over and over; trees are made once per level.
 */
export interface Tree {
  head: PhasePoint;
  tail: PhasePoint;
  /** The point drawn from this stretch with the probability of its weight. */
  draw: PhasePoint;
  /** ρ: sum of the velocities of all points, both ends included. For a single point this is the point's own velocity array. */
  velocitySum: Float64Array;
  /** log Σ exp(H₀ − H) over the points. */
  logWeight: number;
  /** Where sums of more than one point are written. */
  readonly sumBuffer: Float64Array;
}

export function makeTree(dimension: number, placeholder: PhasePoint): Tree {
  const sumBuffer = new Float64Array(dimension);
  return {
    head: placeholder,
    tail: placeholder,
    draw: placeholder,
    velocitySum: sumBuffer,
    logWeight: NaN,
    sumBuffer,
  };
}

/** Makes `tree` the tree of one point, which then is in use three times: as head, tail and draw. */
export function setLeaf(tree: Tree, point: PhasePoint, logWeight: number): void {
  tree.head = point;
  tree.tail = point;
  tree.draw = point;
  tree.velocitySum = point.velocity;
  tree.logWeight = logWeight;
  point.uses = 3;
}

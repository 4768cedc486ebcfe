/** The dual of the projection onto a polytope, and Newton's step that increases it. */
import { cholesky, choleskySolve } from "../linear-algebra/cholesky.js";
import { dot } from "../linear-algebra/dot.js";
import type { LinearConstraint, Polytope } from "./polytope.js";

/** What is projected, and onto what; constraints have coefficients of norm 1. */
export interface DualProblem {
  readonly point: Float64Array;
  readonly set: Polytope;
}

/** The dual at some prices. */
export interface DualPlace {
  /** [constraint] */
  readonly prices: Float64Array;
  /** [n]  clip(p − Aᵀ prices) */
  readonly nearest: Float64Array;
  /** [constraint]  A x − b: the gradient of the dual. */
  readonly slope: Float64Array;
  /** [constraint]  the size of what is added up in a row. */
  readonly size: Float64Array;
}

/** Curvature that keeps the step finite where bounds hold all elements of a constraint; Newton gains six digits a step. */
const RIDGE = 1e-6;
/** Halvings of an interval that a double can tell apart. */
const HALVINGS = 100;
const GROWTHS = 40;
/** Just before the end of a step. */
const NEARLY = 1 - 1e-6;
/** Rounding of a sum of few numbers, as a share of their size. */
const NOISE = 1e-15;

/** Value and gradient of the dual are known by the nearest point that belongs to the prices. */
export function dualAt({ point, set }: DualProblem, prices: Float64Array): DualPlace {
  const nearest = point.slice();
  // The size of what is added up in an element: rounding is a share of it, however small the result.
  const summands = point.map(Math.abs);
  const slope = new Float64Array(prices.length);
  const size = new Float64Array(prices.length);
  set.constraints.forEach(({ indices, coefficients }, r) => {
    if (prices[r] === 0) return;
    for (let k = 0; k < indices.length; k++) {
      const moved = prices[r] * coefficients[k];
      nearest[indices[k]] -= moved;
      summands[indices[k]] += Math.abs(moved);
    }
  });
  for (let i = 0; i < nearest.length; i++) {
    nearest[i] = Math.min(Math.max(nearest[i], set.lower[i]), set.upper[i]);
  }
  set.constraints.forEach(({ indices, coefficients, bound }, r) => {
    let total = 0;
    let absolute = Math.abs(bound);
    for (let k = 0; k < indices.length; k++) {
      const part = coefficients[k] * nearest[indices[k]];
      total += part;
      absolute += Math.abs(part) + Math.abs(coefficients[k]) * summands[indices[k]];
    }
    slope[r] = total - bound;
    size[r] = absolute;
  });
  return { prices, nearest, slope, size };
}

/** Whether a constraint keeps the point from where it would go. */
export function isActive({ kind }: LinearConstraint, { prices, slope }: DualPlace, r: number): boolean {
  return kind === "equal" || prices[r] > 0 || slope[r] > 0;
}

/**
 * One step of Newton's method within the bounds of the prices, with an exact line search; undefined where none increases the
 * dual.
 */
export function increaseDual(problem: DualProblem, place: DualPlace): DualPlace | undefined {
  const { constraints } = problem.set;
  const active = constraints.flatMap((row, r) => (isActive(row, place, r) ? [r] : []));
  const curvature = curvatureOf(problem, place, active);
  const move = new Float64Array(constraints.length);
  const step = stepWithinBounds(
    curvature,
    active.map((r) => place.slope[r]),
    active.map((r) => (constraints[r].kind === "equal" ? Infinity : place.prices[r])),
  );
  active.forEach((r, k) => (move[r] = step[k]));
  return highestAlong(problem, place, move);
}

/** A D Aᵀ + ridge · I over the active constraints, where D marks the elements that no bound holds. */
function curvatureOf(
  { point, set }: DualProblem,
  { nearest }: DualPlace,
  active: readonly number[],
): Float64Array {
  const count = active.length;
  const matrix = new Float64Array(count * count);
  const row = new Float64Array(point.length);
  active.forEach((r, a) => {
    const { indices, coefficients } = set.constraints[r];
    indices.forEach((i, k) => {
      if (nearest[i] > set.lower[i] && nearest[i] < set.upper[i]) row[i] = coefficients[k];
    });
    for (let b = 0; b <= a; b++) {
      const other = set.constraints[active[b]];
      let total = a === b ? RIDGE : 0;
      for (let k = 0; k < other.indices.length; k++) total += other.coefficients[k] * row[other.indices[k]];
      matrix[a * count + b] = matrix[b * count + a] = total;
    }
    for (const i of indices) row[i] = 0;
  });
  return matrix;
}

/** The step d that maximizes slope · d − ½ d · curvature d where d ≥ −room: constraints drop out one by one, and may return. */
function stepWithinBounds(
  curvature: Float64Array,
  slope: readonly number[],
  room: readonly number[],
): Float64Array {
  const count = slope.length;
  const step = new Float64Array(count);
  const held = new Set<number>(room.flatMap((r, k) => (r === 0 && slope[k] <= 0 ? [k] : [])));
  for (let round = 0; round < 4 * count + 4; round++) {
    const wanted = unboundedStep(curvature, slope, step, held);
    // As far towards it as the bounds allow.
    let share = 1;
    let blocking = -1;
    for (let k = 0; k < count; k++) {
      if (held.has(k) || !(wanted[k] < -room[k])) continue;
      const allowed = (-room[k] - step[k]) / (wanted[k] - step[k]);
      if (allowed < share) [share, blocking] = [Math.max(0, allowed), k];
    }
    for (let k = 0; k < count; k++) step[k] += share * (wanted[k] - step[k]);
    if (blocking >= 0) {
      step[blocking] = -room[blocking];
      held.add(blocking);
      continue;
    }
    const released = [...held].find(
      (k) => slope[k] - dotRow(curvature, step, k) > 1e-14 * Math.abs(slope[k]),
    );
    if (released === undefined) break;
    held.delete(released);
  }
  return step;
}

function dotRow(matrix: Float64Array, vector: Float64Array, row: number): number {
  const count = vector.length;
  return dot(matrix.subarray(row * count, (row + 1) * count), vector);
}

function unboundedStep(
  curvature: Float64Array,
  slope: readonly number[],
  step: Float64Array,
  held: ReadonlySet<number>,
): Float64Array {
  const count = slope.length;
  const free = Array.from({ length: count }, (_, k) => k).filter((k) => !held.has(k));
  const matrix = Float64Array.from(free.flatMap((a) => free.map((b) => curvature[a * count + b])));
  const right = Float64Array.from(free, (a) => {
    let rest = slope[a];
    for (const k of held) rest -= curvature[a * count + k] * step[k];
    return rest;
  });
  const wanted = step.slice();
  const lower = cholesky(matrix);
  const solved = lower === undefined ? right : choleskySolve(lower, right);
  free.forEach((k, i) => (wanted[k] = solved[i]));
  return wanted;
}

/**
 * Where the dual is highest on a line: its slope there falls piece by piece, so that halving finds its zero. Where bounds
 * hold everything the dual is flat; the first of its highest points has the smallest prices.
 */
function highestAlong(problem: DualProblem, place: DualPlace, move: Float64Array): DualPlace | undefined {
  const along = (share: number): DualPlace => {
    const prices = place.prices.map((price, r) => {
      const next = price + share * move[r];
      return problem.set.constraints[r].kind === "atMost" && next < 0 ? 0 : next;
    });
    return dualAt(problem, prices);
  };
  if (!isRising(place, move)) return undefined;
  let low = 0;
  let high = 1;
  let end = along(1);
  // A price may still have to grow where no bound can stop it: further than the step that ends at a bound.
  const canGrow = move.every((m, r) => m >= 0 || problem.set.constraints[r].kind === "equal");
  for (let k = 0; canGrow && k < GROWTHS && isRising(end, move); k++) {
    low = high;
    high *= 2;
    end = along(high);
  }
  if (isRising(end, move) || isRising(along(high * NEARLY), move)) return end;
  return isRising(end, move, -1) ? peakWithin(along, move, low, high) : firstPeak(along, move, low, high);
}

/** Where the slope along a move, straight piece by piece, is 0: regula falsi (Illinois). */
function peakWithin(
  along: (share: number) => DualPlace,
  move: Float64Array,
  low: number,
  high: number,
): DualPlace {
  let [lowSlope, highSlope] = [dot(along(low).slope, move), dot(along(high).slope, move)];
  let place = along(high);
  for (let k = 0; k < HALVINGS && high - low > 1e-16 * high; k++) {
    const share = lowSlope / (lowSlope - highSlope);
    const trial = low + Math.min(Math.max(share, 1e-3), 1 - 1e-3) * (high - low);
    place = along(trial);
    const slope = dot(place.slope, move);
    if (isRising(place, move)) [low, lowSlope, highSlope] = [trial, slope, highSlope / 2];
    else if (isRising(place, move, -1)) [high, highSlope, lowSlope] = [trial, slope, lowSlope / 2];
    else break;
  }
  return place;
}

/** The first of many highest points. */
function firstPeak(
  along: (share: number) => DualPlace,
  move: Float64Array,
  low: number,
  high: number,
): DualPlace {
  for (let k = 0; k < HALVINGS && high - low > 1e-16 * high; k++) {
    const middle = low + (high - low) / 2;
    if (isRising(along(middle), move)) low = middle;
    else high = middle;
  }
  return along(high);
}

/** Whether the dual rises (falls, with sign −1) along a move, beyond rounding. */
function isRising({ slope, size }: DualPlace, move: Float64Array, sign: 1 | -1 = 1): boolean {
  let rise = 0;
  let noise = 0;
  for (let r = 0; r < move.length; r++) {
    rise += slope[r] * move[r];
    noise += size[r] * Math.abs(move[r]);
  }
  return sign * rise > NOISE * noise;
}

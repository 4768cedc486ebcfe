/** A leapfrog step that halves itself until the energy is kept, without losing reversibility: the leaf of WALNUTS. */
import { drawUniform, exp, log } from "@mmm/numerics";
import type { RandomStream } from "@mmm/numerics";
import type { LogDensity } from "../target.js";
import { leapfrog } from "./leapfrog.js";
import type { Metric } from "./metric.js";
import { makePhasePoints } from "./phase-point.js";
import type { PhasePoint } from "./phase-point.js";

/** At level ℓ a leaf consists of 2^ℓ micro steps; 2^8 follow a curvature 65,000 times that of the bulk. */
const highestLevel = 8;

/** Where the error comes near the tolerance, the next finer level is taken with this probability. */
const chanceOfFiner = 1 / 3;
const closeCall = 0.5;

/** Room for one leaf, and what the leaves of this chain were like. */
export interface AdaptiveLeaf {
  /** Largest range of the energy within one leaf. */
  readonly tolerance: number;
  readonly scratch: readonly PhasePoint[];
  /** How many leaves were made at each level. */
  readonly levels: Float64Array;
  /** Leaves that could not have been made backwards; each ended its trajectory. */
  irreversible: number;
  /** Leaves that no level could make; each ended its trajectory as a divergence. */
  unresolved: number;
  // Of the last leaf:
  evaluations: number;
  /** min(1, e^−range) of the coarsest try: what the step size follows. */
  coarsestAcceptance: number;
}

export function makeAdaptiveLeaf(tolerance: number, dimension: number): AdaptiveLeaf {
  return {
    tolerance,
    scratch: makePhasePoints(3, dimension),
    levels: new Float64Array(highestLevel + 1),
    irreversible: 0,
    unresolved: 0,
    evaluations: 0,
    coarsestAcceptance: NaN,
  };
}

export function forgetLeaves(leaf: AdaptiveLeaf): void {
  leaf.levels.fill(0);
  leaf.irreversible = 0;
  leaf.unresolved = 0;
}

/**
 * Makes `to` from `from`, `step` later. Let ℓ* be the coarsest level whose micro steps keep the energy within `tolerance`. The
 * leaf takes level ℓ*, or, where that was a close call, ℓ* + 1 with probability 1/3. From its end the same rule backwards
 * would take the same level with another probability; the ratio of the two goes into the weight of this point and of all beyond
 * (`to.correction`), which keeps detailed balance. A leaf that cannot be made backwards ends the trajectory.
 *
 * @returns "unresolved" if no level is fine enough, "irreversible" if the way back differs
 * Bou-Rabee, Carpenter, Kleppe, Liu: The within-orbit adaptive leapfrog no-U-turn sampler, JMLR 27 (2026).
 */
export function adaptiveLeapfrog(
  leaf: AdaptiveLeaf,
  density: LogDensity,
  metric: Metric,
  from: PhasePoint,
  to: PhasePoint,
  step: number,
  stream: RandomStream,
): "reached" | "irreversible" | "unresolved" {
  leaf.evaluations = 0;
  let level = 0;
  let range = walk(leaf, density, metric, from, to, step, 0);
  leaf.coarsestAcceptance = exp(-range);
  while (!(range <= leaf.tolerance)) {
    if (level === highestLevel) {
      leaf.unresolved++;
      return "unresolved";
    }
    range = walk(leaf, density, metric, from, to, step, ++level);
  }
  const finer = chanceAt(leaf, range, level);
  let forward = 1 - finer;
  if (finer > 0 && drawUniform(stream) < finer) {
    range = walk(leaf, density, metric, from, to, step, ++level);
    forward = finer;
  }
  const backward = range <= leaf.tolerance ? chanceBack(leaf, density, metric, to, step, level, range) : 0;
  if (backward === 0) {
    leaf.irreversible++;
    return "irreversible";
  }
  leaf.levels[level]++;
  to.index = from.index + (step > 0 ? 1 : -1);
  to.correction = backward === forward ? from.correction : from.correction + log(backward / forward);
  return "reached";
}

/** Of the level after the coarsest that is fine enough. */
function chanceAt({ tolerance }: AdaptiveLeaf, range: number, level: number): number {
  return level < highestLevel && range > closeCall * tolerance ? chanceOfFiner : 0;
}

/** The probability that a leaf from `to` backwards takes `level`, at which its range is the same as forwards. */
function chanceBack(
  leaf: AdaptiveLeaf,
  density: LogDensity,
  metric: Metric,
  to: PhasePoint,
  step: number,
  level: number,
  range: number,
): number {
  for (let coarser = 0; coarser < level; coarser++) {
    const back = walk(leaf, density, metric, to, leaf.scratch[2], -step, coarser);
    if (back <= leaf.tolerance) return coarser === level - 1 ? chanceAt(leaf, back, coarser) : 0;
  }
  return 1 - chanceAt(leaf, range, level);
}

/**
 * Goes from `from` to `to` in 2^level micro steps.
 *
 * @returns max H − min H on the way; Infinity where it is not finite. Ends early where it exceeds the tolerance.
 */
function walk(
  leaf: AdaptiveLeaf,
  density: LogDensity,
  metric: Metric,
  from: PhasePoint,
  to: PhasePoint,
  step: number,
  level: number,
): number {
  const count = 1 << level;
  const micro = step / count;
  let low = from.energy;
  let high = from.energy;
  let here = from;
  for (let n = 0; n < count; n++) {
    const next = n === count - 1 ? to : leaf.scratch[n & 1];
    leapfrog(density, metric, here, next, micro);
    leaf.evaluations++;
    const { energy } = next;
    if (!(energy > -Infinity && energy < Infinity)) return Infinity;
    low = Math.min(low, energy);
    high = Math.max(high, energy);
    if (high - low > leaf.tolerance) return high - low;
    here = next;
  }
  return high - low;
}

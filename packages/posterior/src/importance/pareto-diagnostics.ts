/** Pareto k of draws: whether the mean of a quantity exists, and whether these draws can estimate it. */
import type { Chains } from "../chains/chains.js";
import { essTail } from "../diagnostics/ess.js";
import { isUndiagnosable } from "../diagnostics/undiagnosable.js";
import { isConstant } from "../chains/chain-means.js";
import { fitGeneralizedPareto } from "./generalized-pareto.js";
import { paretoConvergenceRate, paretoMinSampleSize, uncappedThreshold } from "./pareto-k.js";

/** Which end of the distribution is looked at; `both` gives the worse of the two. */
export type Tail = "both" | "left" | "right";

/** How heavy the tails of a quantity are, and what follows. All NaN where there is no diagnosis. */
export interface ParetoDiagnostics {
  /** Estimated shape: moments of order < 1/k exist, so no variance from 1/2 on and no mean from 1 on. */
  readonly paretoK: number;
  /** The k up to which this many draws give a mean that can be believed, 1 − 1 / log10(S). */
  readonly threshold: number;
  /** Draws from which on the mean could be believed with this k. */
  readonly minSampleSize: number;
  /** Speed at which its error falls, 1 as the central limit theorem says. */
  readonly convergenceRate: number;
}

/** Which tail is looked at, and how its length is found. */
export interface ParetoOptions {
  /** Default both. */
  readonly tail?: Tail;
  /** Effective draws per draw, > 0; default essTail / S. 1 for independent draws. */
  readonly relativeEfficiency?: number;
}

/** A tail of fewer draws has no shape. */
const shortestTail = 5;

/**
 * Pareto k of a quantity and what it means for the mean of its draws.
 *
 * A generalised Pareto distribution is fitted to the largest (smallest) 3√(S / r) draws, r the effective draws per draw,
 * or a fifth of them where fewer than 225 count. Where k exceeds the threshold, report quantiles instead of the mean: a ROI whose
 * denominator can come near 0 is a usual cause.
 *
 * @param x        chain × draw, any unit
 * @param options  tail and relative efficiency
 * @returns  NaN in every field when all draws are equal, any is not finite, or the tail is too short or constant
 * @source vehtari2024, zhang2009
 * @example
 * const { paretoK, threshold } = paretoDiagnostics(selectParameter(exampleDraws(), "noise"));
 * paretoK < threshold; // => true
 */
export function paretoDiagnostics(x: Chains, options: ParetoOptions = {}): ParetoDiagnostics {
  const shape = tailShape(x, options);
  const size = x.values.length;
  return {
    paretoK: shape,
    threshold: Number.isNaN(shape) ? NaN : uncappedThreshold(size),
    minSampleSize: paretoMinSampleSize(shape),
    convergenceRate: paretoConvergenceRate(shape, size),
  };
}

function tailShape(x: Chains, { tail = "both", relativeEfficiency }: ParetoOptions): number {
  if (isUndiagnosable(x.values)) return NaN;
  const counting = relativeEfficiency === undefined ? essTail(x) : relativeEfficiency * x.values.length;
  if (Number.isNaN(counting)) return NaN;
  return paretoKOfTails(x.values, tailLengthOf(x.values.length, counting), tail);
}

/** Enough draws to see a shape, few enough to be tail. */
function tailLengthOf(size: number, counting: number): number {
  const length = Math.floor(counting > 225 ? 3 * Math.sqrt((size * size) / counting) : size / 5);
  return Math.max(length, shortestTail);
}

/** Larger k of the tails asked for, each of `length` values; NaN when no tail has a shape. */
export function paretoKOfTails(values: Float64Array, length: number, tail: Tail): number {
  if (length >= values.length) return NaN;
  const ascending = values.slice().sort();
  const mirrored = (): Float64Array => ascending.map((value) => -value).reverse();
  if (tail === "right") return rightTailShape(ascending, length);
  if (tail === "left") return rightTailShape(mirrored(), length);
  const half = Math.min(length, Math.floor(ascending.length / 2));
  const shapes = [rightTailShape(ascending, half), rightTailShape(mirrored(), half)];
  const known = shapes.filter((shape) => !Number.isNaN(shape));
  return known.length === 0 ? NaN : Math.max(...known);
}

function rightTailShape(ascending: Float64Array, length: number): number {
  const start = ascending.length - length;
  const tail = ascending.subarray(start);
  if (length < shortestTail || isConstant(tail)) return NaN;
  const cutoff = ascending[start - 1];
  return fitGeneralizedPareto(tail.map((value) => value - cutoff)).shape;
}

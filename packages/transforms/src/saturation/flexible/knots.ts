/** What the curves through knots have in common: where the knots are, and how a list of relative sizes is believed. */

import {
  type Axis,
  axis,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  type Operand,
  subtract,
} from "@mmm/autodiff";
import type { TransformList, TransformParameter, TransformSetting } from "../../transform.js";

/** Choices of a curve through knots. */
export interface KnotSettings {
  /** Multiples of the scale, rising, above 0; the curve begins at 0 and is flat after the last. */
  readonly knots: readonly number[];
}

function rises(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const knots = value as readonly unknown[];
  return knots.every((knot, j) => {
    const before = j === 0 ? 0 : Number(knots[j - 1]);
    return typeof knot === "number" && knot > before && knot < Infinity;
  });
}

/** Where the knots are, as multiples of the scale. */
export const knotSettings: { readonly knots: TransformSetting<readonly number[]> } = {
  knots: {
    meaning: "knots of the curve, as multiples of the scale",
    default: [0.5, 1, 2, 4],
    why:
      "with the scale at a mean active period: close where most periods lie, and up to four times as much, beyond which " +
      "no curve is known from data",
    range: "a list of rising numbers above 0",
    contains: rises,
  },
};

/** The media that the knots are multiples of. */
export const knotScale: TransformParameter = {
  meaning: "amount of media of which the knots are multiples",
  symbol: "s",
  unit: "media",
  support: "positive",
  prior: { distribution: "log-normal", logMean: 0, logSd: 0.1 },
  why:
    "when freed: 90 % between 0.85 and 1.2 of a mean active period; the sizes at the knots say all that can be learned, " +
    "so that it is held at a mean active period",
  fixed: 1,
};

/** A list of positive numbers of which only the proportions count. */
export function relative(meaning: string, symbol: string, list: TransformList): TransformParameter {
  return {
    meaning,
    symbol,
    unit: "one",
    support: "positive",
    prior: { distribution: "gamma", shape: 2, rate: 1 },
    why:
      "each 90 % between 0.36 and 4.7; their shares then are Dirichlet with every concentration 2: all proportions are " +
      "believed, none of exactly 0",
    list,
  };
}

/** The stretches between knots, and how much of each is filled by media. */
export interface Segments {
  readonly axis: Axis;
  /** [segment] multiples of the scale */
  readonly lengths: Expression;
  /** [rows…, last] and segment, from 0 to 1 */
  readonly filled: Expression;
}

/** Segments along an axis of that name. */
export function segmentsOf(x: Expression, scale: Operand, knots: readonly number[], name: string): Segments {
  const segment = axis(name, knots.length);
  const starts = [0, ...knots.slice(0, -1)];
  const lengths = constant(
    knots.map((end, j) => end - starts[j]!),
    [segment],
  );
  const within = divide(subtract(divide(x, scale), constant(starts, [segment])), lengths);
  // In this order the slope on a knot is that of the segment after it.
  return { axis: segment, lengths, filled: minimum(maximum(0, within), 1) };
}

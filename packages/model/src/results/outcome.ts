/** Outcome: one quantity of every cell and period, over a window: its total and its course. */

import type { Fit } from "../fit/fit.js";
import type { ForwardPass } from "../forward/forward-pass.js";
import { replay, replayPositions, thinning } from "../forward/replay.js";
import { type Band, bandOf, drawsPerBand, emptyPoints, putDraw } from "./band.js";
import { estimate, type Estimate } from "./estimate.js";
import type { ResultWindow } from "./result-window.js";

/** A quantity in KPI units, its cells added up. */
export interface Outcome {
  /** The cells that are added up. */
  readonly cells: readonly string[];
  /** ISO date of each period's start. */
  readonly periods: readonly string[];
  /** Probability of all intervals. */
  readonly interval: number;
  /** Σ over the window; of all draws. */
  readonly total: Estimate;
  /** [period of the window]; of at most 1,000 evenly spaced draws. */
  readonly perPeriod: Band;
}

/** Draws of an outcome as they come in. */
export interface OutcomeDraws {
  /** [draw] Σ over the window. */
  readonly totals: Float64Array;
  /** [period of the window][draw among those kept] */
  readonly points: readonly Float64Array[];
  /** Puts the values [period of the window] of a draw. */
  readonly put: (draw: number, perPeriod: Float64Array) => void;
}

/** Room for the draws of an outcome: totals of all, periods of some. */
export function outcomeDraws(fit: Fit, { periods }: Pick<ResultWindow, "periods">): OutcomeDraws {
  const kept = thinning(fit, drawsPerBand);
  const totals = new Float64Array(replayPositions(fit).length);
  const points = emptyPoints(periods.length, kept.count);
  return {
    ...{ totals, points },
    put: (draw, perPeriod) => {
      totals[draw] = perPeriod.reduce((sum, value) => sum + value, 0);
      const place = kept.placeOf(draw);
      if (place !== undefined) putDraw(points, place, perPeriod);
    },
  };
}

/** Asks every draw of a fit for a quantity [cell × time]. */
export function collectOutcome(
  fit: Fit,
  window: ResultWindow,
  read: (forward: ForwardPass) => Float64Array,
): OutcomeDraws {
  const draws = outcomeDraws(fit, window);
  replay(fit, (forward, index) => draws.put(index, window.perPeriod(read(forward))));
  return draws;
}

/** Summarises them. */
export function outcomeOf(
  { cells, periods }: Pick<ResultWindow, "cells" | "periods">,
  { totals, points }: Pick<OutcomeDraws, "totals" | "points">,
  interval = 0.9,
): Outcome {
  return {
    ...{ cells, periods, interval },
    total: estimate(totals, interval),
    perPeriod: bandOf(points, interval),
  };
}

/** Contributions: how much of the KPI each channel and each part of the baseline accounts for. */

import type { Fit } from "../fit/fit.js";
import { compileForwardPass, type ForwardPass } from "../forward/forward-pass.js";
import { replay, replayPositions, thinning } from "../forward/replay.js";
import { type Band, bandOf, drawsPerBand, emptyPoints, putDraw } from "./band.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/** One part of the expected KPI. */
export interface Contribution {
  /** Channel or control name, `"intercept"`, `"trend"`, `"seasonality"`, `"event"` or `"time effects"`. */
  readonly name: string;
  readonly kind: "channel" | "control" | "baseline";
  /** Σ over the window, in KPI units. */
  readonly total: Estimate;
  /** Total as a share of the expected KPI of the window. */
  readonly share: Estimate;
  /** [period of the window] in KPI units. */
  readonly perPeriod: Band;
}

/** The decomposition of the expected KPI. */
export interface Contributions {
  /** The cells that are added up. */
  readonly cells: readonly string[];
  /** ISO date of each period's start. */
  readonly periods: readonly string[];
  /** Probability of all intervals. */
  readonly interval: number;
  /** Channels in the order of the data, then controls, then the baseline's parts; per draw they sum to `expected`. */
  readonly parts: readonly Contribution[];
  /** Σ of the expected KPI over the window. */
  readonly expected: Estimate;
}

/**
 * Decomposes the expected KPI.
 *
 * Definition: the contribution of channel c in period t is E(kpi[t] given its media) − E(kpi[t] given its media were 0
 * throughout), per draw; in an additive model that is its term of the mean. A control's contribution is against its own
 * mean (indicators: against 0), so that the intercept stays the level of an ordinary period.
 * Assumes: no effect of media before the window or after it, no interaction between channels, and no cause of both
 * media and sales that the controls and the baseline leave out. Contributions of controls are associations.
 *
 * @param fit      a fit
 * @param options  cells and periods, probability of the intervals, whether to speak although the verdict failed
 * @returns        totals (all draws) and periods (at most 1,000 evenly spaced draws)
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @source jin2017
 * @example
 * contributions((await exampleFit())).parts.map(({ name }) => name).includes("tv"); // => true
 */
export function contributions(fit: Fit, options: ResultOptions = {}): Contributions {
  requireTrust("contributions", fit, options);
  const { interval = 0.9 } = options;
  const window = resultWindow("contributions", fit.dataset, options);
  const forward = compileForwardPass(fit.dataset, fit.spec);
  const rows = listRows(fit, forward);
  const count = replayPositions(fit).length;
  const totals = rows.map(() => new Float64Array(count));
  const expected = new Float64Array(count);
  const kept = thinning(fit, drawsPerBand);
  const series = rows.map(() => emptyPoints(window.periods.length, kept.count));
  const visit = (pass: ForwardPass, index: number): void => {
    const parts = readParts(pass);
    const place = kept.placeOf(index);
    rows.forEach(({ read, at }, row) => {
      totals[row]![index] = window.total(read(parts), at);
      if (place !== undefined) putDraw(series[row]!, place, window.perPeriod(read(parts), at));
    });
    expected[index] = window.total(pass.mean());
  };
  replay(fit, visit, { forward });
  return {
    cells: window.cells,
    periods: window.periods,
    interval,
    expected: estimate(expected, interval),
    parts: rows.map(({ name, kind }, row) => ({
      name,
      kind,
      total: estimate(totals[row]!, interval),
      share: estimate(
        totals[row]!.map((value, i) => value / expected[i]!),
        interval,
      ),
      perPeriod: bandOf(series[row]!, interval),
    })),
  };
}

/** Everything that rows read of one draw, copied out of the program once. */
interface Parts {
  readonly channels: Float64Array;
  readonly controls: Float64Array;
  readonly baseline: Readonly<Record<string, Float64Array>>;
}

interface Row {
  readonly name: string;
  readonly kind: Contribution["kind"];
  /** [rows × cell × time] */
  readonly read: (parts: Parts) => Float64Array;
  /** Which of its rows. */
  readonly at: number;
}

function readParts(forward: ForwardPass): Parts {
  const baseline = forward.baselineParts.map((part) => [part, forward.baseline(part)] as const);
  return {
    channels: forward.contributions(),
    controls: forward.controls(),
    baseline: Object.fromEntries(baseline),
  };
}

function listRows({ dataset }: Fit, { baselineParts }: ForwardPass): readonly Row[] {
  return [
    ...dataset.channels.map(({ name }, at): Row => ({
      name,
      kind: "channel",
      at,
      read: ({ channels }) => channels,
    })),
    ...dataset.controls.map(({ name }, at): Row => ({
      name,
      kind: "control",
      at,
      read: ({ controls }) => controls,
    })),
    ...baselineParts.map((name): Row => ({
      ...{ name, kind: "baseline", at: 0, read: (parts) => parts.baseline[name]! },
    })),
  ];
}

/** Contributions: how much of the KPI each channel and each part of the baseline accounts for. */

import type { Fit } from "../fit/fit.js";
import { baselineNames } from "../forward/baseline-names.js";
import { replay, replayPositions } from "../forward/replay.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { type ResultWindow, resultWindow } from "./result-window.js";

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
  readonly perPeriod: {
    readonly mean: Float64Array;
    readonly low: Float64Array;
    readonly high: Float64Array;
  };
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

/** Draws used for the intervals per period: enough for 5 % quantiles, without holding every draw of every period. */
const drawsPerPeriod = 1000;

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
  const rows = listRows(fit);
  const count = replayPositions(fit).length;
  const totals = rows.map(() => new Float64Array(count));
  const expected = new Float64Array(count);
  replay(fit, (forward, index) => {
    const parts = readParts(forward);
    rows.forEach(({ read, at }, row) => (totals[row]![index] = window.total(read(parts), at)));
    expected[index] = window.total(forward.mean());
  });
  const series = collectPeriods(fit, rows, window);
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
      perPeriod: bands(series[row]!, interval),
    })),
  };
}

type Forward = Parameters<Parameters<typeof replay>[1]>[0];

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

function readParts(forward: Forward): Parts {
  const baseline = forward.baselineParts.map((part) => [part, forward.baseline(part)] as const);
  return {
    channels: forward.contributions(),
    controls: forward.controls(),
    baseline: Object.fromEntries(baseline),
  };
}

function listRows({ dataset, spec }: Fit): readonly Row[] {
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
    ...baselineNames(dataset, spec).map((name): Row => ({
      ...{ name, kind: "baseline", at: 0, read: (parts) => parts.baseline[name]! },
    })),
  ];
}

/** [row][period of the window][draw] from evenly spaced draws. */
function collectPeriods(
  fit: Fit,
  rows: readonly Row[],
  window: ResultWindow,
): readonly (readonly Float64Array[])[] {
  const count = replayPositions(fit, drawsPerPeriod).length;
  const series = rows.map(() => window.periods.map(() => new Float64Array(count)));
  replay(
    fit,
    (forward, index) => {
      const parts = readParts(forward);
      rows.forEach(({ read, at }, row) =>
        window.perPeriod(read(parts), at).forEach((value, t) => (series[row]![t]![index] = value)),
      );
    },
    { atMost: drawsPerPeriod },
  );
  return series;
}

function bands(periods: readonly Float64Array[], interval: number): Contribution["perPeriod"] {
  const estimates = periods.map((values) => estimate(values, interval));
  return {
    mean: Float64Array.from(estimates, (period) => period.mean),
    low: Float64Array.from(estimates, (period) => period.low),
    high: Float64Array.from(estimates, (period) => period.high),
  };
}

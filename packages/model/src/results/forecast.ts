/** Forecast: the KPI of the periods after the data under a plan. */

import { randomStream } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import { drawOutcome } from "../forward/draw-outcome.js";
import { extendMarket } from "../forward/extend-market.js";
import { compileFuturePass } from "../forward/future-pass.js";
import type { MarketPlan } from "../forward/market-plan.js";
import { replayPositions } from "../forward/replay.js";
import { estimate, type Estimate, type ResultOptions } from "./estimate.js";
import { type Outcome, outcomeDraws, outcomeOf } from "./outcome.js";
import { requireTrust } from "./require-trust.js";
import { resultWindow } from "./result-window.js";

/** What one planned channel brings. */
export interface PlannedReturn {
  readonly channel: string;
  /** Σ planned spend over the window. */
  readonly spend: number;
  /** KPI of the window that would not be without the channel, what earlier media leave to it included. */
  readonly incremental: Estimate;
}

/** A forecast. */
export interface Forecast {
  /** The mean of the KPI, with effects of the periods that nothing in the plan explains. */
  readonly expected: Outcome;
  /** The KPI itself, noise included. */
  readonly predicted: Outcome;
  /** In the order of the data. */
  readonly channels: readonly PlannedReturn[];
}

/**
 * Forecasts the KPI under planned media and controls.
 *
 * Definition, per draw: the model's mean goes on. Media of the window carry over into the plan, coefficients stay, a linear or
 * piecewise trend keeps its last slope, a trend of knots its last level, seasons and events follow the calendar, controls are as
 * planned. Time effects of the coming periods are drawn from their spread, the same for all cells; `predicted` adds noise to that.
 * Random numbers come from the fit's own seed.
 * Assumes that nothing else changes: no new competitor, no turn of the trend, media that work as they did.
 *
 * @param fit      a fit
 * @param plan     periods that follow the data (`periodsAfter`), spend of every channel, expected values of every control, in the
 *                 cells and units of the data; also a `Dataset` whose periods follow
 * @param options  cells and periods of the plan, probability of the intervals, whether to speak although the verdict failed
 * @returns        expected and predicted KPI, and what each channel brings
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the plan does not fit the data, with every fault
 * @example
 * const fitted = await exampleFit();
 * const { channels } = exampleDataset();
 * const plan = {
 *   name: "spring",
 *   periods: ["2024-12-30", "2025-01-06"],
 *   channels: channels.map(({ name }) => ({ name, spend: Float64Array.of(4000, 4000) })),
 *   controls: [{ name: "promotion", values: Float64Array.of(0, 1) }],
 * };
 * const { expected, predicted } = forecast(fitted, plan);
 * expected.total.sd < predicted.total.sd; // => true
 */
export function forecast(fit: Fit, plan: MarketPlan, options: ResultOptions = {}): Forecast {
  requireTrust("forecast", fit, options);
  const { dataset, spec } = fit;
  const market = extendMarket("forecast", dataset, plan);
  const { cells } = dataset;
  const window = resultWindow("forecast", { name: plan.name, cells, periods: plan.periods }, options);
  const pass = compileFuturePass(dataset, spec, market);
  const stream = randomStream(fit.record.seed, "forecast");
  const positions = replayPositions(fit);
  const [expected, predicted] = [outcomeDraws(fit, window), outcomeDraws(fit, window)];
  const incremental = dataset.channels.map(() => new Float64Array(positions.length));
  positions.forEach((position, index) => {
    pass.evaluate(position);
    const mean = pass.drawMean(stream);
    expected.put(index, window.perPeriod(mean));
    predicted.put(index, window.perPeriod(drawOutcome(mean, pass.noise(), stream)));
    const contributions = pass.contributions();
    incremental.forEach((own, channel) => (own[index] = window.total(contributions, channel)));
  });
  return {
    expected: outcomeOf(window, expected, options.interval),
    predicted: outcomeOf(window, predicted, options.interval),
    channels: dataset.channels.map(({ name }, channel) => ({
      channel: name,
      spend: window.total(market.spend[channel]!),
      incremental: estimate(incremental[channel]!, options.interval),
    })),
  };
}

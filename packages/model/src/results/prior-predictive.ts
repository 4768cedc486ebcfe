/** Prior predictive: what the model believes of the market before it sees any sales. */

import { checkDataset, type Dataset, type Issue, throwIfErrors } from "@mmm/data";
import { mean, randomStream } from "@mmm/numerics";
import { drawOutcome } from "../forward/draw-outcome.js";
import { compileForwardPass } from "../forward/forward-pass.js";
import { checkModelSpec } from "../spec/check-model-spec.js";
import type { ModelSpec } from "../spec/model-spec.js";
import { emptyPoints, putDraw } from "./band.js";
import { withoutMedia } from "./baseline-outcome.js";
import { estimate, type Estimate } from "./estimate.js";
import { outcomeOf } from "./outcome.js";
import { type PriorSales, priorWarnings } from "./prior-warnings.js";
import { type ResultWindow, resultWindow, type WindowOptions } from "./result-window.js";

/** Options of `priorPredictive`. */
export interface PriorPredictiveOptions extends WindowOptions {
  readonly seed: number | string;
  /** Draws from the prior. Default 500: enough for bands, a second for a national market. */
  readonly draws?: number;
  /** Probability of the intervals. Default 0.9. */
  readonly interval?: number;
}

/** What the priors say together. */
export interface PriorPredictive extends PriorSales {
  /** Media together as a share of the expected KPI. */
  readonly mediaShare: Estimate;
  readonly channels: readonly {
    readonly channel: string;
    /** Over all cells and periods, as in `roi`. */
    readonly roi: Estimate;
    /** Share of the expected KPI of the window. */
    readonly share: Estimate;
  }[];
  /** What does not look like sales; empty where nothing does. */
  readonly warnings: readonly Issue[];
}

/**
 * Draws parameters from their priors and sales from them: do the priors look like sales?
 *
 * Definition, per draw: parameters from their priors, the mean under the media and controls of the data, noise. The scales of the
 * model come from the KPI of the data, and with them the level around which a prior lies; beyond that, sales are not looked at.
 *
 * @param dataset  the data
 * @param spec     the spec
 * @param options  seed, number of draws, cells and periods, probability of the intervals
 * @returns        predicted KPI, prior of ROI and shares, and warnings as values
 * @throws {IssueError} when data or spec are wrong
 * @source gabry2019, google2024
 * @example
 * priorPredictive(exampleDataset(), parseModelSpec({}), { seed: 1, draws: 200 }).warnings; // => []
 */
export function priorPredictive(
  dataset: Dataset,
  spec: ModelSpec,
  options: PriorPredictiveOptions,
): PriorPredictive {
  throwIfErrors([...checkDataset(dataset), ...checkModelSpec(spec, dataset)]);
  const { interval = 0.9 } = options;
  const window = resultWindow("priorPredictive", dataset, options);
  const { totals, points, baselines, shares, channels, negative } = drawSales(dataset, spec, window, options);
  const share = (values: Float64Array, holds: (value: number) => boolean): number =>
    mean(values.map((value) => (holds(value) ? 1 : 0)));
  const sales: PriorSales = {
    predicted: outcomeOf(window, { totals, points }, interval),
    negativeSales: mean(negative),
    negativeBaseline: share(baselines, (value) => value < 0),
    mediaAboveSales: share(shares, (value) => value > 1),
  };
  return {
    ...sales,
    mediaShare: estimate(shares, interval),
    channels: channels.map((own, c) => ({
      channel: dataset.channels[c]!.name,
      roi: estimate(own.roi, interval),
      share: estimate(own.share, interval),
    })),
    warnings: priorWarnings(dataset.name, sales, window.total(dataset.kpi.values)),
  };
}

/** Everything by draw. */
interface DrawnSales {
  readonly totals: Float64Array;
  /** [period of the window][draw] */
  readonly points: readonly Float64Array[];
  readonly baselines: Float64Array;
  /** What media bring as a share of the expected KPI. */
  readonly shares: Float64Array;
  readonly channels: readonly { readonly roi: Float64Array; readonly share: Float64Array }[];
  /** Share of the values of a draw that are below 0. */
  readonly negative: Float64Array;
}

function drawSales(
  dataset: Dataset,
  spec: ModelSpec,
  window: ResultWindow,
  { seed, draws = 500 }: PriorPredictiveOptions,
): DrawnSales {
  const forward = compileForwardPass(dataset, spec);
  const stream = randomStream(seed, "prior predictive");
  const room = (): Float64Array => new Float64Array(draws);
  const drawn: DrawnSales = {
    ...{ totals: room(), baselines: room(), shares: room(), negative: room() },
    points: emptyPoints(window.periods.length, draws),
    channels: dataset.channels.map(() => ({ roi: room(), share: room() })),
  };
  for (let draw = 0; draw < draws; draw++) {
    const own = stream.split(draw);
    forward.evaluate(forward.drawPrior(own.split("parameters")));
    const expected = forward.mean();
    const predicted = drawOutcome(expected, forward.noise(), own.split("noise"));
    putDraw(drawn.points, draw, window.perPeriod(predicted));
    drawn.totals[draw] = window.total(predicted);
    drawn.negative[draw] =
      window.total(predicted.map((value) => (value < 0 ? 1 : 0))) / window.positions.length;
    const whole = window.total(expected);
    drawn.baselines[draw] = window.total(withoutMedia(forward));
    drawn.shares[draw] = 1 - drawn.baselines[draw]! / whole;
    const [contributions, returns] = [forward.contributions(), forward.quantity("roi")];
    drawn.channels.forEach(({ roi, share }, c) => {
      roi[draw] = returns[c]!;
      share[draw] = window.total(contributions, c) / whole;
    });
  }
  return drawn;
}

/** Saturation curves: what a period brings in the long run, by how much media it has. */

import { arrange, at, axis, constant, evaluate, multiply } from "@mmm/autodiff";
import { mean, quantile } from "@mmm/numerics";
import type { Fit } from "../fit/fit.js";
import {
  type DrawChoice,
  drawAxis,
  evenlySpaced,
  parameterDraws,
  transformDraws,
} from "../forward/transform-draws.js";
import { makeScaling, mediaValues, type Scaling } from "../scaling.js";
import { channelSpec } from "../spec/model-spec.js";
import { seenDataset } from "../terms/seen-dataset.js";
import { type Band, bandOf, drawsPerBand, emptyPoints } from "./band.js";
import type { ResultOptions } from "./estimate.js";
import { requireTrust } from "./require-trust.js";
import { type ResultWindow, resultWindow } from "./result-window.js";

/** What periods with media had, in the unit of the curve's `media`. */
export interface MediaRange {
  /** Share of the periods (and cells) that had any. */
  readonly active: number;
  readonly least: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly most: number;
}

/** The curve of one channel in a cell of mean size; in a national market, in the market. */
export interface SaturationCurve {
  readonly channel: string;
  /** [point] exposure per period, or spend where nothing else is known. */
  readonly media: readonly number[];
  /** [point] what that costs at the mean price of the window; NaN where nothing was spent. */
  readonly spend: readonly number[];
  /** [point] KPI per period. */
  readonly response: Band;
  /** [point] KPI per unit of media: what a little more would bring. */
  readonly marginal: Band;
  /** The periods that were seen, with the 5 %, 50 % and 95 % quantiles of those with media. */
  readonly history: MediaRange;
  /** [point] whether more media are asked about than any period had: there the curve is its form, not data. */
  readonly extrapolated: readonly boolean[];
}

/** Options of `saturationCurves`. */
export interface SaturationCurveOptions extends ResultOptions {
  /** Number of points, from no media to `reach` times the largest period. Default 31. */
  readonly points?: number;
  /** Default 1.5: far enough to see whether the curve bends, not so far that it is only form. */
  readonly reach?: number;
}

/**
 * Saturation curves of all channels.
 *
 * Definition, per draw: the KPI that media of x in every period, held for as many periods as the data have, bring in the last of
 * them: coefficient · saturation(Σ w · x) where carry-over comes first (w are the adstock's weights, 1 together where it is
 * normalised), coefficient · Σ w · saturation(x) where it comes second; averaged over the cells asked about, each brought to
 * mean size. The marginal curve is the slope over a thousandth of the largest period. Unlike `responseCurves` it says nothing
 * about the flighting of the past. Assumes what `contributions` assumes.
 *
 * @param fit      a fit
 * @param options  points and reach, cells (and periods for the history), probability of the intervals, whether to speak although
 *                 the verdict failed
 * @returns        one curve per channel, in the order of the data; of at most 1,000 evenly spaced draws
 * @throws {UntrustworthyFitError} when the verdict failed
 * @throws {IssueError} when the data have no such cell or period
 * @throws {RangeError} when there are fewer than 2 points, or `reach` is not above 0
 * @source jin2017
 * @example
 * const [tv] = saturationCurves(await exampleFit(), { points: 4 });
 * tv.response.mean[0]; // => 0
 * tv.extrapolated; // => [false, false, false, true]
 */
export function saturationCurves(fit: Fit, options: SaturationCurveOptions = {}): readonly SaturationCurve[] {
  requireTrust("saturationCurves", fit, options);
  const { points = 31, reach = 1.5, interval } = options;
  if (!Number.isInteger(points) || points < 2 || !(reach > 0 && reach < Infinity)) {
    throw new RangeError(
      `saturationCurves: points must be a whole number ≥ 2 and reach > 0, got ${points} and ${reach}. Leave them out.`,
    );
  }
  const window = resultWindow("saturationCurves", fit.dataset, options);
  const scaling = makeScaling(seenDataset(fit.dataset), fit.spec.scaling);
  const choice = { draws: evenlySpaced(fit, drawsPerBand), cells: window.cells };
  return fit.dataset.channels.map((channel, c) => {
    const history = mediaRange(sizedMedia(fit, scaling, window, c));
    const media = Array.from({ length: points }, (_, i) => (i / (points - 1)) * reach * history.most);
    const step = history.most / 1000;
    const both = responses(fit, scaling, c, choice, [...media, ...media.map((value) => value + step)]);
    const price = window.total(channel.spend) / window.total(mediaValues(channel));
    return {
      channel: channel.name,
      media,
      spend: media.map((value) => value * price),
      response: bandOf(both.slice(0, points), interval),
      marginal: bandOf(
        both.slice(points).map((more, i) => more.map((value, draw) => (value - both[i]![draw]!) / step)),
        interval,
      ),
      history,
      extrapolated: media.map((value) => value > history.most * (1 + 1e-12)),
    };
  });
}

/** The media of the window as they would be in a cell of mean size. */
function sizedMedia(
  { dataset }: Fit,
  { size }: Scaling,
  window: ResultWindow,
  channel: number,
): Float64Array {
  const values = mediaValues(dataset.channels[channel]!);
  const usual = mean(size);
  return Float64Array.from(
    window.positions,
    (p) => (values[p]! * usual) / size[Math.floor(p / dataset.periods.length)]!,
  );
}

function mediaRange(values: Float64Array): MediaRange {
  const active = values.filter((value) => value > 0);
  const [least, low, median, high, most] = [0, 0.05, 0.5, 0.95, 1].map((p) =>
    active.length === 0 ? 0 : quantile(active, p),
  );
  return {
    active: active.length / values.length,
    ...{ least: least!, low: low!, median: median!, high: high!, most: most! },
  };
}

/** [point][draw] the long-run response to media per period in a cell of mean size, in KPI units. */
function responses(
  fit: Fit,
  scaling: Scaling,
  channel: number,
  choice: DrawChoice,
  media: readonly number[],
): readonly Float64Array[] {
  const { name } = fit.dataset.channels[channel]!;
  const usual = mean(scaling.size);
  const stockOf = steadyStocks(fit, scaling, channel, choice, media);
  const found = emptyPoints(media.length, choice.draws.length);
  for (const cell of choice.cells) {
    const stock = stockOf(cell);
    const share = usual / scaling.size[fit.dataset.cells.indexOf(cell)]! / choice.cells.length;
    const coefficients = parameterDraws(fit, "coefficient", { channel: name }, cell, choice.draws);
    found.forEach((own, i) => {
      coefficients.forEach((value, k) => (own[k] = own[k]! + value * share * stock[k * media.length + i]!));
    });
  }
  return found;
}

/** For each cell, [draw × point] the saturated stock of steady media; computed once for cells of the same parameters. */
function steadyStocks(
  fit: Fit,
  scaling: Scaling,
  channel: number,
  choice: DrawChoice,
  media: readonly number[],
): (cell: string) => Float64Array {
  const { name } = fit.dataset.channels[channel]!;
  const unit = scaling.media[channel]! * mean(scaling.size);
  const [draw, point] = [drawAxis(choice), axis("point", media.length)];
  const x = arrange(
    constant(
      Float64Array.from(media, (value) => value / unit),
      [point],
    ),
    [draw, point],
  );
  const adstocks = transformDraws(fit, scaling, "adstock", channel, choice);
  const saturations = transformDraws(fit, scaling, "saturation", channel, choice);
  const ofCell = (groups: readonly OneTransform[], cell: string): number =>
    groups.findIndex(({ cells }) => cells.includes(cell));
  const known = new Map<string, Float64Array>();
  return (cell) => {
    const [a, s] = [ofCell(adstocks, cell), ofCell(saturations, cell)];
    const key = `${a} ${s}`;
    const stock = known.get(key) ?? steadyResponse(fit, name, x, adstocks[a]!, saturations[s]!, choice);
    known.set(key, stock);
    return stock;
  };
}

type OneTransform = ReturnType<typeof transformDraws>[number];

/** [draw × point] saturated stock of steady media; adstock is linear, so that its weights together are all that counts. */
function steadyResponse(
  { dataset, spec }: Fit,
  channel: string,
  x: ReturnType<typeof arrange>,
  adstock: OneTransform,
  saturation: OneTransform,
  choice: DrawChoice,
): Float64Array {
  const [draw, time] = [drawAxis(choice), axis("time", dataset.periods.length)];
  const held = adstock.apply(arrange(constant(1), [draw, time]));
  const weight = at(
    arrange(held, [draw, time]),
    "time",
    time.size - 1 - leadLost(channelSpec(spec, channel)),
  );
  const response =
    channelSpec(spec, channel).order === "adstock-first"
      ? saturation.apply(multiply(weight, x))
      : multiply(weight, saturation.apply(x));
  return evaluate(arrange(response, x.axes));
}

/** Effects that begin before their media would miss the media of periods after the end. */
function leadLost({ adstock }: ReturnType<typeof channelSpec>): number {
  return typeof adstock.lead === "number" ? adstock.lead : 0;
}

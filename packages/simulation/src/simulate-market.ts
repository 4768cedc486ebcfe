/** The door of the package: from a description to data and the truth behind them. Read this first. */

import { type Dataset, makeDataset, throwIfErrors } from "@mmm/data";
import { mean, type RandomStream, randomStream } from "@mmm/numerics";
import { type BaselineTruth, simulateBaseline } from "./baseline/simulate-baseline.js";
import { type Calendar, makeCalendar } from "./calendar.js";
import { checkSales, checkSpending } from "./check-sales.js";
import type { ChannelDescription, MarketDescription } from "./description/market-description.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { buyMedia } from "./media/buy-media.js";
import { type ChannelTruth, explainChannel } from "./media/explain-channel.js";
import { simulateNoise } from "./noise/simulate-noise.js";
import { cellSlices } from "./panel/cell-slices.js";
import { makePanel, type Panel } from "./panel/panel.js";
import { sumOverCells } from "./panel/sum-over-cells.js";
import type { Truth } from "./truth.js";

/** What a simulation gives: the data that an analyst would get, and what only the simulator knows. */
export interface Market {
  readonly dataset: Dataset;
  readonly truth: Truth;
}

/**
 * Simulates a market with known effects, to see whether a model finds them; in every cell g, of which a national market
 * has one,
 *
 *     kpi[g, t] = baseline[g, t] + Σ_c coefficient[g, c] · saturation(adstock(media[g, c]))[t] + noise[g, t]
 *
 * Every channel, every control and the noise draw from streams of their own, named after them, and so does every cell: a
 * channel added, removed or moved changes no other series but the KPI, and cells in another order are the same cells. The same description and seed give the same bits on every machine.
 *
 * @param description  complete, from `parseMarketDescription` or `marketPresets`
 * @param seed         a finite number or a text
 * @returns            `dataset`, and `truth` in natural units
 * @throws  {IssueError} what `parseMarketDescription` finds; `market.no-spend` when a channel's pattern never starts in the
 *          window; `market.sales-not-positive` when the KPI of some period is not above 0
 * @example
 * const { dataset, truth } = simulateMarket(marketPresets.small, 1);
 * dataset.channels.map(({ name }) => name); // => ["search", "tv"]
 * truth.channels.map(({ roi }) => roi); // => [2.5, 1.4]
 */
export function simulateMarket(description: MarketDescription, seed: number | string): Market {
  const complete = parseMarketDescription(description);
  const stream = randomStream(seed);
  const calendar = makeCalendar(complete);
  const panel = makePanel(complete.panel, stream.split("panel"));
  const baseline = simulateBaseline(complete, calendar, panel, stream);
  const channels = buyAllMedia(complete, calendar, panel, baseline, stream);
  throwIfErrors(checkSpending(complete, channels));
  const truths = complete.channels.map((channel, k) =>
    explainChannel(channel, channels[k]!, panel, channelStream(stream, channel)),
  );
  const expected = expectedKpi(baseline, truths);
  const noise = simulateNoise(
    complete.noise,
    complete.periods,
    baseline.intercept,
    panel,
    stream.split("noise"),
  );
  const kpi = expected.map((value, at) => value + noise.values[at]!);
  throwIfErrors(checkSales(kpi, panel, calendar.periods));
  const dataset = datasetOf(complete, calendar, panel, baseline, channels, kpi);
  const { cells, periods } = dataset;
  return {
    dataset,
    truth: { description: complete, seed, cells, periods, baseline, channels: truths, noise, expected },
  };
}

function buyAllMedia(
  { channels }: MarketDescription,
  calendar: Calendar,
  panel: Panel,
  { values }: BaselineTruth,
  stream: RandomStream,
): Dataset["channels"] {
  const cells = cellSlices(values, panel.cells.length);
  const whole = Float64Array.from(calendar.periods, (_, t) =>
    sumOverCells(Float64Array.from(cells, (own) => own[t]!)),
  );
  const [demand, cellDemand] = [relativeToMean(whole), cells.map(relativeToMean)];
  return channels.map((channel) =>
    buyMedia(channel, { calendar, panel, demand, cellDemand, stream: channelStream(stream, channel) }),
  );
}

function channelStream(stream: RandomStream, { name }: ChannelDescription): RandomStream {
  return stream.split("channel", name);
}

function relativeToMean(values: Float64Array): Float64Array {
  const usual = mean(values);
  return values.map((value) => value / usual);
}

function expectedKpi({ values }: BaselineTruth, channels: readonly ChannelTruth[]): Float64Array {
  return values.map((base, at) =>
    channels.reduce((total, { contribution }) => total + contribution[at]!, base),
  );
}

function datasetOf(
  { name, kpi }: MarketDescription,
  { periods }: Calendar,
  { dimensions, population }: Panel,
  { controls }: BaselineTruth,
  channels: Dataset["channels"],
  values: Float64Array,
): Dataset {
  return makeDataset({
    name,
    periods,
    ...(dimensions && { dimensions }),
    ...(population && { population }),
    kpi: { name: kpi.name, unit: kpi.unit, values },
    channels,
    controls: controls.flatMap(({ name: control, observed, values: series }) =>
      observed ? [{ name: control, values: series }] : [],
    ),
  });
}

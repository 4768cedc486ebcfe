/** The door of the package: from a description to data and the truth behind them. Read this first. */

import { type Dataset, makeDataset, throwIfErrors } from "@mmm/data";
import { mean, type RandomStream, randomStream } from "@mmm/numerics";
import { type BaselineTruth, simulateBaseline } from "./baseline/simulate-baseline.js";
import { type Calendar, makeCalendar } from "./calendar.js";
import { checkSales, checkSpending } from "./check-sales.js";
import type { MarketDescription } from "./description/market-description.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { buyMedia } from "./media/buy-media.js";
import { type ChannelTruth, explainChannel } from "./media/explain-channel.js";
import { simulateNoise } from "./noise/simulate-noise.js";
import type { Truth } from "./truth.js";

/** What a simulation gives: the data that an analyst would get, and what only the simulator knows. */
export interface Market {
  readonly dataset: Dataset;
  readonly truth: Truth;
}

/**
 * Simulates a market with known effects, to see whether a model finds them:
 *
 *     kpi[t] = baseline[t] + Σ_c coefficient[c] · saturation(adstock(media[c]))[t] + noise[t]
 *
 * Every channel, every control and the noise draw from streams of their own, named after them: a channel added, removed
 * or moved changes no other series but the KPI. The same description and seed give the same bits on every machine.
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
  const baseline = simulateBaseline(complete, calendar, stream);
  const channels = buyAllMedia(complete, calendar, baseline, stream);
  throwIfErrors(checkSpending(complete, channels));
  const truths = complete.channels.map((channel, k) => explainChannel(channel, channels[k]!));
  const expected = expectedKpi(baseline, truths);
  const level = complete.kpi.baselinePerPeriod;
  const noise = simulateNoise(complete.noise, complete.periods, level, stream.split("noise"));
  const kpi = expected.map((value, t) => value + noise.values[t]!);
  throwIfErrors(checkSales(kpi, calendar.periods));
  const dataset = makeDataset({
    name: complete.name,
    periods: calendar.periods,
    kpi: { name: complete.kpi.name, unit: complete.kpi.unit, values: kpi },
    channels,
    controls: baseline.controls.flatMap(({ name, observed, values }) => (observed ? [{ name, values }] : [])),
  });
  const { cells, periods } = dataset;
  return {
    dataset,
    truth: { description: complete, seed, cells, periods, baseline, channels: truths, noise, expected },
  };
}

function buyAllMedia(
  { channels }: MarketDescription,
  calendar: Calendar,
  { values }: BaselineTruth,
  stream: RandomStream,
): Dataset["channels"] {
  const usual = mean(values);
  const demand = values.map((value) => value / usual);
  return channels.map((channel) =>
    buyMedia(channel, { calendar, demand, stream: stream.split("channel", channel.name) }),
  );
}

function expectedKpi({ values }: BaselineTruth, channels: readonly ChannelTruth[]): Float64Array {
  return values.map((base, t) =>
    channels.reduce((total, { contribution }) => total + contribution[t]!, base),
  );
}

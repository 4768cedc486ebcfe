/** The door of the package: from a description to data and the truth behind them. Read this first. */

import { type Channel, type Dataset, makeDataset, throwIfErrors } from "@mmm/data";
import { mean, type RandomStream, randomStream } from "@mmm/numerics";
import { type BaselineTruth, simulateBaseline } from "./baseline/simulate-baseline.js";
import { type Calendar, makeCalendar } from "./calendar.js";
import { checkSales, checkSpending } from "./check-sales.js";
import { simulateKind } from "./description/kind.js";
import type { MarketDescription } from "./description/market-description.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { simulateRevenuePerKpi } from "./kpi/simulate-revenue-per-kpi.js";
import { buyMedia } from "./media/buy-media.js";
import { type ChannelTruth, explainChannel } from "./media/explain-channel.js";
import type { NoisyKpi } from "./noise/noise-kind.js";
import { noiseKinds } from "./noise/noise-kinds.js";
import { cellSlices } from "./panel/cell-slices.js";
import { makePanel, type Panel } from "./panel/panel.js";
import { sumOverCells } from "./panel/sum-over-cells.js";
import type { SpendContext } from "./spend/spend-context.js";
import type { Truth } from "./truth.js";

/** What a simulation gives: the data that an analyst would get, and what only the simulator knows. */
export interface Market {
  readonly dataset: Dataset;
  readonly truth: Truth;
}

/** Where and when the market is. */
interface Stage {
  readonly description: MarketDescription;
  readonly calendar: Calendar;
  readonly panel: Panel;
  readonly stream: RandomStream;
}

/**
 * Simulates a market with known effects, to see whether a model finds them; in every cell g, of which a national market
 * has one,
 *
 *     kpi[g, t] = baseline[g, t] + Σ_c coefficient[g, c] · saturation(adstock(media[g, c]))[t] + noise[g, t]
 *
 * Every channel, every control and the noise draw from streams of their own, named after them, and so does every cell: a
 * channel added, removed or moved changes no other series but the KPI, and cells in another order are the same cells. The
 * same description and seed give the same bits on every machine.
 *
 * @param description  complete, from `parseMarketDescription` or `marketPresets`
 * @param seed         a finite number or a text
 * @returns            `dataset`, and `truth` in natural units
 * @throws  {IssueError} what `parseMarketDescription` finds; `market.no-spend` when a channel's pattern never starts in the
 *          window; `market.sales-not-positive` when the KPI of some cell and period is not above 0 (counts may be 0, but not
 *          their expectation)
 * @example
 * const { dataset, truth } = simulateMarket(marketPresets.small, 1);
 * dataset.channels.map(({ name }) => name); // => ["search", "tv"]
 * truth.channels.map(({ roi }) => roi); // => [2.5, 1.4]
 */
export function simulateMarket(description: MarketDescription, seed: number | string): Market {
  const stage = setStage(parseMarketDescription(description), seed);
  const baseline = simulateBaseline(stage.description, stage.calendar, stage.panel, stage.stream);
  const channels = buyMedia(stage.description.channels, { ...stage, ...demandOf(baseline) });
  throwIfErrors(checkSpending(stage.description, channels));
  const revenuePerKpi = priceOf(stage);
  const truths = explainChannels(stage, channels, revenuePerKpi?.values);
  const expected = expectedKpi(baseline, truths);
  const { kpi, noise } = addNoise(stage, baseline, expected);
  const dataset = datasetOf(stage, baseline, channels, {
    values: kpi,
    ...(revenuePerKpi && { revenuePerKpi }),
  });
  const { cells, periods } = dataset;
  return {
    dataset,
    truth: {
      ...{ description: stage.description, seed, cells, periods },
      ...{ baseline, channels: truths, noise, expected },
    },
  };
}

function setStage(description: MarketDescription, seed: number | string): Stage {
  const stream = randomStream(seed);
  const panel = makePanel(description.panel, stream.split("panel"));
  return { description, calendar: makeCalendar(description), panel, stream };
}

/** The baseline as budgets see it: of all cells together and of each, relative to its mean. */
function demandOf({ values, intercept }: BaselineTruth): Pick<SpendContext, "demand" | "cellDemand"> {
  const cells = cellSlices(values, intercept.length);
  const whole = cells[0]!.map((_, t) => sumOverCells(Float64Array.from(cells, (own) => own[t]!)));
  return { demand: relativeToMean(whole), cellDemand: cells.map(relativeToMean) };
}

function relativeToMean(values: Float64Array): Float64Array {
  const usual = mean(values);
  return values.map((value) => value / usual);
}

function priceOf({ description, calendar, panel, stream }: Stage): Dataset["kpi"]["revenuePerKpi"] {
  const { revenuePerKpi } = description.kpi;
  if (revenuePerKpi === null) return undefined;
  return simulateRevenuePerKpi(revenuePerKpi, calendar, panel.cells.length, stream.split("revenue per kpi"));
}

function explainChannels(
  { description, panel, stream }: Stage,
  channels: readonly Channel[],
  price: Float64Array | undefined,
): readonly ChannelTruth[] {
  return description.channels.map((channel, k) =>
    explainChannel(channel, channels[k]!, { panel, price, stream: stream.split("channel", channel.name) }),
  );
}

function expectedKpi({ values }: BaselineTruth, channels: readonly ChannelTruth[]): Float64Array {
  return values.map((base, at) =>
    channels.reduce((total, { contribution }) => total + contribution[at]!, base),
  );
}

function addNoise(
  { description, calendar, panel, stream }: Stage,
  { intercept: levels }: BaselineTruth,
  expected: Float64Array,
): NoisyKpi {
  throwIfErrors(checkSales(expected, panel, calendar.periods));
  const context = { expected, levels, panel, stream: stream.split("noise") };
  const noisy = simulateKind(noiseKinds, description.noise, context);
  // Counts may be zero.
  if ("sd" in noisy.noise) throwIfErrors(checkSales(noisy.kpi, panel, calendar.periods));
  return noisy;
}

function datasetOf(
  { description, calendar, panel }: Stage,
  { controls }: BaselineTruth,
  channels: readonly Channel[],
  kpi: Omit<Dataset["kpi"], "name" | "unit">,
): Dataset {
  const { dimensions, population } = panel;
  return makeDataset({
    name: description.name,
    periods: calendar.periods,
    ...(dimensions && { dimensions }),
    ...(population && { population }),
    kpi: { name: description.kpi.name, unit: description.kpi.unit, ...kpi },
    channels,
    controls: controls.flatMap(({ name, observed, values }) => (observed ? [{ name, values }] : [])),
  });
}

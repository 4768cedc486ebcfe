import { type Dataset, dayNumber, exampleDataset, makeDataset, periodsAfter } from "@mmm/data";
import { mean } from "@mmm/numerics";
import { fourierSeasonality } from "@mmm/transforms";
import { selectParameter } from "@mmm/posterior";
import { describe, expect, it } from "vitest";
import type { Fit } from "../fit/fit.js";
import { makeScaling } from "../scaling.js";
import { refusal } from "../refusal.contract.js";
import { shortFit } from "../short-fit.contract.js";
import { smallPanel } from "../small-panel.contract.js";
import type { MarketPlan } from "../forward/market-plan.js";
import { parseModelSpec } from "../spec/parse-model-spec.js";
import { contributions } from "./contributions.js";
import { forecast } from "./forecast.js";

const weeks = 40;
const seenWeeks = 30;

/** The part of a panel's weeks from `from` on, up to `to`. */
function cut(dataset: Dataset, from: number, to: number): Dataset {
  const own = (values: Float64Array): Float64Array =>
    values.filter((_, i) => i % weeks >= from && i % weeks < to);
  const { kpi, channels, controls } = dataset;
  return makeDataset({
    ...dataset,
    periods: dataset.periods.slice(from, to),
    kpi: {
      ...kpi,
      values: own(kpi.values),
      revenuePerKpi: { ...kpi.revenuePerKpi!, values: own(kpi.revenuePerKpi!.values) },
    },
    channels: channels.map((channel) => ({
      ...channel,
      spend: own(channel.spend),
      ...(channel.exposure && { exposure: { ...channel.exposure, values: own(channel.exposure.values) } }),
    })),
    controls: controls.map(({ name, values }) => ({ name, values: own(values) })),
  });
}

const panel = smallPanel();
const seen = cut(panel, 0, seenWeeks);
const future = cut(panel, seenWeeks, weeks);

/** [draw] one number of a fit. */
function numbers(fit: Fit, name: string, coordinates: Readonly<Record<string, string>>): Float64Array {
  const { axes } = fit.draws.parameters.find((own) => own.name === name)!;
  const known = Object.fromEntries(
    Object.entries(coordinates).filter(([axis]) => axes.some((own) => own.name === axis)),
  );
  return selectParameter(fit.draws, name, known).values;
}

/** The expected KPI of one cell in one week after the data, written out by hand, averaged over draws. */
function byHand(fit: Fit, g: number, h: number): number {
  const cell = seen.cells[g]!;
  const { size, media, controlCenter } = makeScaling(seen, fit.spec.scaling);
  const relative = size[g]! / mean(size);
  const t = seenWeeks + h;
  const of = (name: string, coordinates: Readonly<Record<string, string>> = {}): Float64Array =>
    numbers(fit, name, { cell, ...coordinates });
  const isOfCell = (name: string): boolean =>
    fit.draws.parameters.find((own) => own.name === name)!.axes.some(({ name: axis }) => axis === "cell");
  const scale = (name: string): number => (isOfCell(name) ? 1 : relative);
  const [intercept, trend] = [of("intercept"), of("trend")];
  const { names, values: waves } = fourierSeasonality({
    dayNumbers: Float64Array.of(dayNumber(panel.periods[t]!)),
    periodDays: fit.spec.seasonality[0]!.periodDays,
    harmonics: fit.spec.seasonality[0]!.harmonics,
  });
  const seasons = names.map((name) =>
    of("seasonality", { harmonic: `${fit.spec.seasonality[0]!.periodDays} days ${name}` }),
  );
  const controls = panel.controls.map(({ name }) => of("control", { control: name }));
  const channels = panel.channels.map(({ name, exposure, spend }, c) => ({
    x: (exposure?.values ?? spend)
      .subarray(g * weeks, g * weeks + t + 1)
      .map((value) => value / size[g]! / media[c]!),
    retention: of("retention", { channel: name }),
    half: of("half_saturation", { channel: name }).map(
      (value) => value / media[c]! / (isOfCell("half_saturation") ? size[g]! : mean(size)),
    ),
    coefficient: of("coefficient", { channel: name }),
  }));
  const draws = intercept.map((level, d) => {
    let total = level * scale("intercept") + trend[d]! * scale("trend") * (t / (seenWeeks - 1) - 0.5);
    seasons.forEach((own, k) => (total += own[d]! * scale("seasonality") * waves[k]!));
    controls.forEach((own, k) => {
      total += own[d]! * scale("control") * (panel.controls[k]!.values[g * weeks + t]! - controlCenter[k]!);
    });
    for (const { x, retention, half, coefficient } of channels) {
      const stock = x.reduce((left, value) => (1 - retention[d]!) * value + retention[d]! * left, 0);
      total += (coefficient[d]! * stock) / (stock + half[d]!);
    }
    return total;
  });
  return mean(draws);
}

describe("forecast", () => {
  it("goes on with trend, season, controls and carry-over as the model says, cell by cell", async () => {
    const spec = parseModelSpec({
      trend: "linear",
      timeEffects: "none",
      media: {
        default: { adstock: { kind: "geometric" }, saturation: { kind: "michaelis-menten" } },
      },
    });
    const fit = await shortFit(seen, spec);
    for (const g of [0, 2, 5]) {
      const { expected } = forecast(fit, future, { cells: [seen.cells[g]!] });
      for (const h of [0, 1, 9]) expect(expected.perPeriod.mean[h]! / byHand(fit, g, h)).toBeCloseTo(1, 9);
    }
  });

  it("draws the effects of coming periods from their spread, alike in all cells", async () => {
    const spec = parseModelSpec({ trend: "none", seasonality: [], noise: { kind: "normal" } });
    const fit = await shortFit(seen, spec, 400);
    const still = {
      ...future,
      channels: future.channels.map((own) => ({ ...own, spend: own.spend.fill(0) })),
    };
    const { expected, predicted } = forecast(fit, still);
    const spread = selectParameter(fit.draws, "time_effect_spread").values;
    const cells = fit.dataset.cells.length;
    const squares = mean(spread.map((own) => (own * cells) ** 2));
    const sd = expected.perPeriod.high.map((high, t) => (high - expected.perPeriod.low[t]!) / 3.29);
    // All cells move together: the spread of a mean cell times their number, and whatever else is unknown on top.
    expect(mean(sd)).toBeGreaterThan(0.7 * Math.sqrt(squares));
    expect(predicted.total.sd).toBeGreaterThan(expected.total.sd);
  });

  it("holds the last level of knots, and the slope of the last piece", async () => {
    const market = exampleDataset();
    const plan = (periods: number): MarketPlan => ({
      name: "plan",
      periods: periodsAfter(market, periods),
      channels: market.channels.map(({ name }) => ({ name, spend: new Float64Array(periods) })),
      controls: [{ name: "promotion", values: new Float64Array(periods) }],
    });
    const none = { seasonality: [], media: { default: { adstock: { kind: "none" } } } } as const;
    const knots = await shortFit(market, parseModelSpec({ ...none, trend: { kind: "knots", count: 5 } }));
    const { mean: level } = forecast(knots, plan(3)).expected.perPeriod;
    expect(level[2]!).toBeCloseTo(level[0]!, 6);
    const parts = contributions(knots).parts.filter(({ name }) => name === "trend" || name === "intercept");
    const last = parts.reduce((sum, { perPeriod }) => sum + perPeriod.mean.at(-1)!, 0);
    expect(level[0]! / last).toBeCloseTo(1, 9);
    const pieces = await shortFit(market, parseModelSpec({ ...none, trend: { kind: "piecewise" } }));
    const { mean: line } = forecast(pieces, plan(3)).expected.perPeriod;
    const trend = contributions(pieces).parts.find(({ name }) => name === "trend")!.perPeriod.mean;
    expect(line[2]! - line[1]!).toBeCloseTo(trend.at(-1)! - trend.at(-2)!, 5);
  });

  it("buys exposure at the price of the data where only spend is planned", async () => {
    const market = exampleDataset();
    const fit = await shortFit(market, parseModelSpec({}));
    const spend = Float64Array.of(5000, 0);
    const price =
      market.channels[0]!.spend.reduce((sum, value) => sum + value, 0) /
      market.channels[0]!.exposure!.values.reduce((sum, value) => sum + value, 0);
    const plan = (exposure?: { readonly values: Float64Array }): MarketPlan => ({
      name: "plan",
      periods: periodsAfter(market, 2),
      channels: market.channels.map(({ name }, c) => ({
        name,
        spend,
        ...(c === 0 && exposure && { exposure }),
      })),
      controls: [{ name: "promotion", values: Float64Array.of(1, 0) }],
    });
    const bought = forecast(fit, plan({ values: spend.map((value) => value / price) }));
    const planned = forecast(fit, plan());
    expect(planned.channels[0]!.spend).toBe(5000);
    expect(planned.channels[0]!.incremental.mean / bought.channels[0]!.incremental.mean).toBeCloseTo(1, 9);
  });

  it("refuses a plan that does not fit, with every fault", async () => {
    const fit = await shortFit(seen, parseModelSpec({}));
    const wrong: MarketPlan = {
      name: "plan.csv",
      periods: ["2023-08-07"],
      channels: [
        { name: "tv", spend: Float64Array.of(1, 1, 1, 1, 1, -1) },
        { name: "serch", spend: Float64Array.of(1) },
      ],
      controls: [{ name: "holiday", values: new Float64Array(6) }],
    };
    expect(refusal(() => forecast(fit, wrong))).toEqual([
      'plan.csv, forecast.periods: must go on where the data end, with 2023-07-31 at place 1, got "2023-08-07". Take them from `periodsAfter(dataset, count)`.',
      'plan.csv, forecast.channels: must hold "search" as the data do, got "tv, serch". Plan 0 for media that stop.',
      'plan.csv, forecast.channels: must be known from the data, got "serch". Did you mean "search"?',
      'plan.csv, forecast.controls: must hold "shelf price" as the data do, got "holiday". Give what you expect of it.',
      "plan.csv, forecast.channels.tv.spend: must be finite and ≥ 0, got -1. Mend value 6.",
      "plan.csv, forecast.channels.serch.spend: must have 6 values, cells × periods, got 1. Give one for each.",
    ]);
  });
});

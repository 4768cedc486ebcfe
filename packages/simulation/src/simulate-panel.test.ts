import { dayNumber } from "@mmm/data";
import { mean, variance } from "@mmm/numerics";
import { expect, test } from "vitest";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { cellSlices } from "./panel/cell-slices.js";
import { simulateMarket } from "./simulate-market.js";

/** Many cells of short history: what is told here are the cells. */
const count = 1500;
const sds = {
  ...{ spend: 0.3, baseline: 0.2, trend: 0.05, seasonality: 0.25, controls: 0.15 },
  ...{ effects: 0.35, adstock: 0.4, saturation: 0.45, noise: 0.1 },
};
const { dataset, truth } = simulateMarket(
  parseMarketDescription({
    periods: 8,
    kpi: { baselinePerPeriod: 1e9 },
    panel: { dimensions: [{ name: "geo", levels: count, scatter: sds }], variation: 0 },
    controls: [{ kind: "event", name: "strike", effect: -0.1 }],
    channels: [{ name: "tv", spendPerPeriod: 1e8, roi: 1, pattern: { kind: "continuous", variation: 0.1 } }],
    noise: { kind: "normal", sd: 0.01 },
  }),
  "cells",
);

const people = dataset.population!.values;
const { intercept, trend, seasonality, controls } = truth.baseline;
const cells = truth.channels[0]!.cells;
const noiseSd = "sd" in truth.noise ? truth.noise.sd : new Float64Array(0);
const perHead = (values: ArrayLike<number>): Float64Array => people.map((size, g) => values[g]! / size);
const perBaseline = (values: ArrayLike<number>): Float64Array =>
  intercept.map((level, g) => values[g]! / level);
const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * The variance of 1,500 normal numbers lies within four standard errors, 15 %, of its expectation but for one seed in 10,000;
 * two quantities are correlated by less than 4 / √1500 as rarely.
 */
const deviations: Readonly<Record<keyof typeof sds, Float64Array>> = {
  spend: perHead(cellSlices(dataset.channels[0]!.spend, count).map(mean)).map(Math.log),
  baseline: perHead(intercept).map(Math.log),
  trend: perBaseline(trend.change),
  seasonality: perBaseline(seasonality.harmonics[0]!.amplitude).map(Math.log),
  controls: perBaseline(controls[0]!.coefficient.map((value) => -value)).map(Math.log),
  effects: perHead(cells.map(({ coefficient }) => coefficient)).map(Math.log),
  adstock: Float64Array.from(cells, ({ adstock }) => logit(Number(adstock.retention))),
  saturation: perHead(cells.map(({ saturation }) => Number(saturation.halfSaturation))).map(Math.log),
  noise: perBaseline(noiseSd).map(Math.log),
};
const quantities = Object.keys(sds) as (keyof typeof sds)[];

test.each(quantities)("cells scatter in %s by the described standard deviation", (quantity) => {
  const ratio = variance(deviations[quantity]) / (sds[quantity] * sds[quantity]);
  expect(Math.abs(ratio - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
});

test("what scatters scatters independently, of the population as well", () => {
  const all = [...quantities.map((quantity) => deviations[quantity]), people.map(Math.log)];
  const standard = all.map((values) => {
    const [center, spread] = [mean(values), Math.sqrt(variance(values))];
    return values.map((value) => (value - center) / spread);
  });
  standard.forEach((a, i) =>
    standard.slice(0, i).forEach((b) => {
      const correlation = mean(a.map((value, g) => value * b[g]!));
      expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(count));
    }),
  );
  expect(standard.length).toBe(10);
});

test("one harmonic moves all cells at the same time, by their own height", () => {
  const { harmonics, values } = seasonality;
  const [a, b] = [cellSlices(values, count)[0]!, cellSlices(values, count)[1]!];
  truth.periods.forEach((period, t) => {
    const angle = (2 * Math.PI * dayNumber(period)) / 365.25;
    for (const [g, own] of [a, b].entries()) {
      const wave = harmonics.reduce(
        (total, { waves, sine, cosine }) =>
          total + sine[g]! * Math.sin(waves * angle) + cosine[g]! * Math.cos(waves * angle),
        0,
      );
      expect(Math.abs(wave - own[t]!)).toBeLessThan(1e-9 * intercept[g]!);
    }
  });
});

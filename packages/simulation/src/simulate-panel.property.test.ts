import { mean, sum } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { MarketDescription } from "./description/market-description.js";
import { expectOnlyFirstChannelNew, expectSoundData, relativeError } from "./market-laws.contract.js";
import { marketPresets } from "./presets/market-presets.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { cellSlices } from "./panel/cell-slices.js";
import { type Market, simulateMarket } from "./simulate-market.js";
import { trueContribution } from "./media/true-contribution.js";

const sd = fc.double({ min: 0, max: 0.4, noNaN: true });
const scatter = fc.record({
  spend: sd,
  baseline: sd,
  trend: fc.double({ min: 0, max: 0.03, noNaN: true }),
  seasonality: sd,
  controls: sd,
  effects: sd,
  adstock: sd,
  saturation: sd,
  noise: sd,
});
const geos = ["north", "south", "west", "east"];
const panel = fc.record({
  dimensions: fc.oneof(
    fc.tuple(fc.record({ name: fc.constant("geo"), levels: fc.constant(geos), scatter })),
    fc.tuple(
      fc.record({ name: fc.constant("brand"), levels: fc.constant(["a", "b"]), scatter }),
      fc.record({ name: fc.constant("region"), levels: fc.constant(["north", "south"]), scatter }),
    ),
  ),
  scatter,
  variation: sd,
});
const timing = fc.constantFrom("together", "apart");

/** A market of five channels, price and Christmas, divided into four cells in any way. */
const anyPanelMarket = fc.record({ panel, timing }).map(({ panel: own, timing: cells }) => {
  const { national } = marketPresets;
  return parseMarketDescription({
    ...national,
    periods: 60,
    panel: own,
    controls: national.controls.map((control) =>
      control.kind === "holiday" ? control : { ...control, cells },
    ),
    channels: national.channels.map((channel) => ({ ...channel, cells, roi: 0.7 * channel.roi })),
    noise: { kind: "normal", sd: 0.02 },
  });
});
const anyMarketAndSeed: [typeof anyPanelMarket, fc.Arbitrary<number>] = [anyPanelMarket, fc.integer()];
const runs = { numRuns: 15 };

test("baseline, contributions and noise add up to the KPI of every cell and period", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const { dataset, truth } = simulateMarket(description, seed);
      const length = dataset.periods.length;
      const { intercept, trend, seasonality, controls, values } = truth.baseline;
      dataset.kpi.values.forEach((kpi, at) => {
        const parts = [intercept[Math.floor(at / length)]!, trend.values[at]!, seasonality.values[at]!];
        const base = sum([...parts, ...controls.map(({ contribution }) => contribution[at]!)]);
        expect(relativeError(base, values[at]!)).toBeLessThan(1e-12);
        const media = truth.channels.map(({ contribution }) => contribution[at]!);
        expect(relativeError(sum([values[at]!, ...media]), truth.expected[at]!)).toBeLessThan(1e-12);
        expect(truth.expected[at]! + truth.noise.values[at]!).toBe(kpi);
      });
    }),
    runs,
  );
});

test("the whole market is the one that was described: its level, its spend and every channel's ROI", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const { dataset, truth } = simulateMarket(description, seed);
      const { kpi, channels } = description;
      expect(relativeError(sum(truth.baseline.intercept), kpi.baselinePerPeriod)).toBeLessThan(1e-12);
      truth.channels.forEach((channel, k) => {
        const { spendPerPeriod, roi } = channels[k]!;
        const spent = sum(dataset.channels[k]!.spend);
        expect(relativeError(spent / dataset.periods.length, spendPerPeriod)).toBeLessThan(1e-5);
        expect(relativeError(channel.roi, roi)).toBeLessThan(1e-12);
        for (const total of ["totalSpend", "totalContribution"] as const) {
          const parts = channel.cells.map((cell) => cell[total]);
          expect(relativeError(sum(parts), channel[total])).toBeLessThan(1e-12);
        }
        const gains = channel.cells.map(({ marginalRoi, totalSpend }) => marginalRoi * totalSpend);
        expect(relativeError(sum(gains) / channel.totalSpend, channel.marginalRoi)).toBeLessThan(1e-9);
      });
    }),
    runs,
  );
});

test("the contribution of a cell is what its own effect makes of its own media", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const { dataset, truth } = simulateMarket(description, seed);
      truth.channels.forEach(({ cells, contribution }, k) => {
        const { spend, exposure } = dataset.channels[k]!;
        const media = cellSlices(exposure?.values ?? spend, cells.length);
        cellSlices(contribution, cells.length).forEach((own, g) => {
          const alone = trueContribution(cells[g]!, media[g]!);
          own.forEach((value, t) => expect(relativeError(value, alone[t]!)).toBeLessThan(1e-12));
        });
      });
    }),
    runs,
  );
});

test("cells in another order are the same cells, to the last bit", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const before = simulateMarket(description, seed);
      const after = simulateMarket(reversed(description), seed);
      const { cells } = before.dataset;
      expect(after.dataset.cells).toEqual(cells.toReversed());
      for (const values of [kpiOf, spendOf, contributionOf, baselineOf]) {
        const turned = cellSlices(values(after), cells.length).toReversed();
        expect(turned).toEqual(cellSlices(values(before), cells.length));
      }
    }),
    runs,
  );
});

function reversed(description: MarketDescription): MarketDescription {
  const { dimensions, ...rest } = description.panel!;
  const turned = dimensions.map((dimension) => ({ ...dimension, levels: dimension.levels.toReversed() }));
  return { ...description, panel: { ...rest, dimensions: turned } };
}

function kpiOf({ dataset }: Market): Float64Array {
  return dataset.kpi.values;
}

function spendOf({ dataset }: Market): Float64Array {
  return dataset.channels[0]!.spend;
}

function contributionOf({ truth }: Market): Float64Array {
  return truth.channels[0]!.contribution;
}

function baselineOf({ truth }: Market): Float64Array {
  return truth.baseline.values;
}

test("a channel that is added changes no other series", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const [first, ...others] = description.channels;
      const before = simulateMarket({ ...description, channels: others }, seed);
      const after = simulateMarket({ ...description, channels: [first!, ...others] }, seed);
      expectOnlyFirstChannelNew(before, after);
    }),
    runs,
  );
});

test("the data set has no errors and reads back from CSV bit for bit", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      expectSoundData(simulateMarket(description, seed).dataset);
    }),
    runs,
  );
});

test("spend per head follows the population where nothing scatters, and cells are then scaled copies", () => {
  const still = {
    ...{ spend: 0, baseline: 0, trend: 0, seasonality: 0, controls: 0 },
    ...{ effects: 0, adstock: 0, saturation: 0, noise: 0 },
  };
  const values = [1, 2, 5];
  const description = parseMarketDescription({
    channels: [{ name: "tv", spendPerPeriod: 50_000, roi: 2 }],
    panel: {
      dimensions: [{ name: "geo", levels: ["a", "b", "c"], scatter: still }],
      population: { kind: "given", values },
      variation: 0,
    },
  });
  const { truth } = simulateMarket(description, 1);
  const [tv] = truth.channels;
  const perHead = tv!.cells.map(({ totalContribution }, g) => totalContribution / values[g]!);
  // Five digits of the spend are left to rounding.
  for (const value of perHead) expect(relativeError(value, mean(perHead))).toBeLessThan(1e-4);
  tv!.cells.forEach(({ coefficient, saturation }, g) => {
    const size = (3 * values[g]!) / 8;
    expect(relativeError(coefficient, size * tv!.coefficient)).toBeLessThan(1e-12);
    const half = size * Number(tv!.saturation.halfSaturation);
    expect(relativeError(Number(saturation.halfSaturation), half)).toBeLessThan(1e-12);
  });
});

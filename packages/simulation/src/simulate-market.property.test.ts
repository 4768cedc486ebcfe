import { hashDataset } from "@mmm/data";
import { sum } from "@mmm/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChannelDescription, MarketDescription } from "./description/market-description.js";
import { parseMarketDescription } from "./description/parse-market-description.js";
import { expectOnlyFirstChannelNew, expectSoundData, relativeError } from "./market-laws.contract.js";
import { simulateMarket } from "./simulate-market.js";
import { trueResponse } from "./true-response.js";

const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const variation = fc.double({ min: 0.05, max: 0.4, noNaN: true });
const around = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true });

const pattern = fc.oneof(
  fc.record({ kind: fc.constant("continuous"), persistence: share, variation }),
  fc.record({ kind: fc.constant("flights"), onPeriods: fc.integer({ min: 1, max: 6 }), variation }),
  fc.record({ kind: fc.constant("seasonal"), amplitude: share, variation }),
  fc.record({
    kind: fc.constant("events"),
    perYear: fc.integer({ min: 3, max: 12 }),
    floor: share,
    variation,
  }),
  fc.record({ kind: fc.constant("demand-following"), strength: around(-1, 4), variation }),
  fc.record({ kind: fc.constant("trend"), change: around(-1.9, 1.9), variation }),
  fc.record({ kind: fc.constant("delayed-start"), start: share, variation }),
  fc.record({ kind: fc.constant("following"), channel: fc.constant("leader"), correlation: around(-1, 1) }),
);

const saturation = fc.oneof(
  fc.record({ kind: fc.constant("hill"), halfSaturation: around(0.2, 4), slope: around(0.5, 2.5) }),
  fc.record({ kind: fc.constant("logistic"), rate: around(0.2, 4) }),
  fc.constant({ kind: "none" }),
);

const adstock = fc.oneof(
  fc.record({
    kind: fc.constant("geometric"),
    retention: share,
    normalize: fc.boolean(),
    window: fc.option(fc.integer({ min: 1, max: 12 })),
  }),
  fc.constant({ kind: "none" }),
);

/** Any channel but for its name; the exposure's name is made from it. */
const channel = fc.record({
  spendPerPeriod: around(50, 50_000),
  roi: around(0, 1.5),
  pattern,
  costPerExposure: fc.option(around(0.001, 20)),
  adstock,
  saturation,
});

const noise = fc.record({
  kind: fc.constantFrom("normal", "student-t"),
  sd: around(0.001, 0.02),
  autocorrelation: around(-0.5, 0.5),
});

const trend = fc.oneof(
  fc.record({ kind: fc.constant("linear"), change: around(-0.2, 0.2) }),
  fc.record({
    kind: fc.constant("piecewise"),
    changes: fc.array(around(-0.1, 0.1), { minLength: 3, maxLength: 3 }),
  }),
  fc.constant({ kind: "none" }),
);

const cycle = fc.record({
  kind: fc.constant("cycle"),
  cycleDays: around(10, 400),
  harmonics: fc.array(fc.record({ amplitude: around(0, 0.05) }), { minLength: 1, maxLength: 2 }),
});

/** Any market with sales that no noise or dip could take away. */
const anyMarket = fc
  .record({
    periods: fc.integer({ min: 60, max: 120 }),
    periodDays: fc.constantFrom(1, 7),
    channels: fc.array(channel, { minLength: 1, maxLength: 3 }),
    trend,
    seasonality: fc.array(cycle, { maxLength: 2 }),
    revenuePerKpi: fc.option(fc.record({ mean: around(0.1, 100), change: around(-0.3, 0.3) })),
    noise,
    effects: fc.tuple(around(-0.05, 0.05), around(-0.1, 0.3), around(-0.1, 0.3)),
  })
  .map(({ channels, effects, revenuePerKpi, ...rest }) =>
    parseMarketDescription({
      ...rest,
      kpi: { revenuePerKpi, ...(revenuePerKpi && { baselinePerPeriod: 1e6 / revenuePerKpi.mean }) },
      controls: [
        { kind: "continuous", name: "price", mean: 10, effect: effects[0] },
        { kind: "holiday", name: "christmas", day: "12-24", effect: effects[1], observed: false },
        { kind: "event", name: "strike", effect: effects[2] },
        { kind: "price", name: "shelf price", elasticity: -1, variation: 0.03 },
        { kind: "promotion", name: "promotion", effect: effects[2] },
      ],
      channels: [
        { name: "leader", spendPerPeriod: 3000, roi: 1 },
        ...channels.map(({ costPerExposure, ...other }, k) => ({
          name: `channel ${k}`,
          ...other,
          exposure: costPerExposure === null ? null : { name: `exposure ${k}`, costPerExposure },
        })),
      ],
    }),
  );

const anyMarketAndSeed: [typeof anyMarket, fc.Arbitrary<number>] = [anyMarket, fc.integer()];
const runs = { numRuns: 15 };

test("baseline, contributions and noise add up to the KPI", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const { dataset, truth } = simulateMarket(description, seed);
      const { intercept, trend, seasonality, controls } = truth.baseline;
      dataset.kpi.values.forEach((kpi, t) => {
        const parts = [intercept[0]!, trend.values[t]!, seasonality.values[t]!, truth.noise.values[t]!];
        const effects = [...controls, ...truth.channels].map(({ contribution }) => contribution[t]!);
        expect(relativeError(sum(Float64Array.from([...parts, ...effects])), kpi)).toBeLessThan(1e-12);
      });
    }),
    runs,
  );
});

test("every channel's ROI is the one that was described, and its curve goes through it", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const market = simulateMarket(description, seed);
      market.truth.channels.forEach((channel, k) => {
        const { name, roi, totalSpend, totalContribution, responseCurve } = channel;
        expect(Math.abs(roi - description.channels[k]!.roi)).toBeLessThan(1e-12);
        expect(relativeError(totalSpend, sum(market.dataset.channels[k]!.spend))).toBeLessThan(1e-12);
        expect(relativeError(totalContribution, sum(channel.contribution))).toBeLessThan(1e-12);
        expect(trueResponse(market, name, 1)).toBe(totalContribution);
        responseCurve.multipliers.forEach((multiplier, point) => {
          expect(trueResponse(market, name, multiplier)).toBe(responseCurve.incremental[point]);
        });
        expect(responseCurve.incremental[0]).toBe(0);
        expect(responseCurve.incremental.toSorted((a, b) => a - b)).toEqual(responseCurve.incremental);
      });
    }),
    runs,
  );
});

test("the marginal ROI is the slope of the response curve, and the ROI itself where nothing saturates", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const market = simulateMarket(description, seed);
      market.truth.channels.forEach(({ name, roi, marginalRoi, totalSpend, saturation }) => {
        const revenueAt = (factor: number) => trueResponse(market, name, factor, { measure: "revenue" });
        const slope = (revenueAt(1.005 + 1e-4) - revenueAt(1.005 - 1e-4)) / (2e-4 * totalSpend);
        expect(Math.abs(marginalRoi - slope)).toBeLessThan(1e-3 * (roi + 1e-9));
        if (saturation.kind === "none") expect(Math.abs(marginalRoi - roi)).toBeLessThan(1e-10);
      });
    }),
    runs,
  );
});

test("the same description and seed give the same bits, another seed gives others", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const first = simulateMarket(description, seed);
      expect(simulateMarket(structuredClone(description), seed)).toEqual(first);
      expect(hashDataset(simulateMarket(description, `${seed}`).dataset)).not.toBe(
        hashDataset(first.dataset),
      );
    }),
    runs,
  );
});

test("a channel that is added, and the order of the channels, change no other series", () => {
  const newcomer: ChannelDescription = parseMarketDescription({
    channels: [{ name: "newcomer", spendPerPeriod: 1000, roi: 1 }],
  }).channels[0]!;
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const before = simulateMarket(description, seed);
      const channels = [newcomer, ...description.channels.toReversed()];
      const after = simulateMarket({ ...description, channels }, seed);
      expectOnlyFirstChannelNew(before, after);
    }),
    runs,
  );
});

test("a currency of a tenth of the value changes money by ten and no return", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      const before = simulateMarket(description, seed);
      const after = simulateMarket(tenfold(description), seed);
      before.dataset.kpi.values.forEach((kpi, t) => {
        expect(relativeError(after.dataset.kpi.values[t]!, 10 * kpi)).toBeLessThan(1e-9);
      });
      before.truth.channels.forEach(({ roi, marginalRoi, totalSpend }, k) => {
        const other = after.truth.channels[k]!;
        expect(relativeError(other.totalSpend, 10 * totalSpend)).toBeLessThan(1e-9);
        expect(Math.abs(other.roi - roi)).toBeLessThan(1e-9);
        expect(Math.abs(other.marginalRoi - marginalRoi)).toBeLessThan(1e-9);
      });
    }),
    runs,
  );
});

function tenfold(description: MarketDescription): MarketDescription {
  const { kpi, channels } = description;
  return {
    ...description,
    kpi: { ...kpi, baselinePerPeriod: 10 * kpi.baselinePerPeriod },
    channels: channels.map(({ spendPerPeriod, exposure, ...rest }) => ({
      ...rest,
      spendPerPeriod: 10 * spendPerPeriod,
      exposure: exposure && { ...exposure, costPerExposure: 10 * exposure.costPerExposure },
    })),
  };
}

test("the data set has no errors and reads back from CSV bit for bit", () => {
  fc.assert(
    fc.property(...anyMarketAndSeed, (description, seed) => {
      expectSoundData(simulateMarket(description, seed).dataset);
    }),
    runs,
  );
});

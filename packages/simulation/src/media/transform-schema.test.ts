import { sum } from "@mmm/numerics";
import { adstocks, saturations } from "@mmm/transforms";
import { expect, test } from "vitest";
import { marketPresets } from "../presets/market-presets.js";
import { parseMarketDescription } from "../description/parse-market-description.js";
import { simulateMarket } from "../simulate-market.js";
import { transformSchema } from "./transform-schema.js";

test("parameters and settings that are not given are written in: the middle of the prior, or the value that is held", () => {
  expect(transformSchema("adstock").parse({ kind: "delayed" })).toEqual({
    kind: "delayed",
    retention: 0.4,
    delay: 1,
    normalize: true,
    window: 13,
    lead: 0,
  });
  expect(transformSchema("saturation").parse({ kind: "hill" })).toEqual({
    kind: "hill",
    halfSaturation: 1,
    slope: 1,
  });
  expect(transformSchema("saturation").parse({ kind: "spline", slopes: [3, 2, 1, 1] })).toEqual({
    kind: "spline",
    slopes: [3, 2, 1, 1],
    scale: 1,
    knots: [0.5, 1, 2, 4],
  });
});

const names = [
  ...Object.keys(adstocks).map((kind) => ["adstock", kind] as const),
  // Reach and frequency needs a second series, which no market here has.
  ...Object.keys(saturations).flatMap((kind) =>
    kind === "reach-frequency" ? [] : [["saturation", kind] as const],
  ),
];

test.each(names)("%s %s is simulated in a panel, with the ROI that was described", (role, kind) => {
  const channel = { name: "tv", spendPerPeriod: 20_000, roi: 1.5, [role]: { kind } };
  const { dimensions } = marketPresets["brand-region"].panel!;
  const panel = { dimensions, scatter: { adstock: 0.3, saturation: 0.3 } };
  const { truth } = simulateMarket(parseMarketDescription({ periods: 60, channels: [channel], panel }), 1);
  const [tv] = truth.channels;
  expect(Math.abs(sum(tv!.contribution) / tv!.totalSpend - 1.5)).toBeLessThan(1e-12);
  expect(tv!.contribution.every((value) => value >= 0)).toBe(true);
  const { incremental } = tv!.responseCurve;
  expect(incremental[0]).toBe(0);
  expect(incremental.toSorted((a, b) => a - b)).toEqual(incremental);
  if (role === "saturation") {
    // A unit of media per head brings the same everywhere, but for what scatters.
    const shares = tv!.cells.map(({ totalContribution, totalSpend }) => totalContribution / totalSpend);
    expect(Math.max(...shares) / Math.min(...shares)).toBeLessThan(20);
  }
});

test("all cells have a retention of their own where adstock scatters, and a half-saturation where saturation does", () => {
  const scatter = { ...marketPresets.geo.panel!.scatter, adstock: 0.3, saturation: 0.3 };
  const panel = { ...marketPresets.geo.panel!, scatter };
  const { truth } = simulateMarket({ ...marketPresets.geo, panel }, 1);
  const [tv] = truth.channels;
  const retentions = tv!.cells.map(({ adstock }) => Number(adstock.retention));
  expect(new Set(retentions).size).toBe(20);
  for (const retention of retentions) {
    expect(retention).toBeGreaterThan(0.3);
    expect(retention).toBeLessThan(0.9);
  }
  expect(tv!.adstock.retention).toBe(0.65);
  const [still] = simulateMarket(marketPresets.geo, 1).truth.channels;
  const ratios = tv!.cells.map(
    ({ saturation }, g) =>
      Number(saturation.halfSaturation) / Number(still!.cells[g]!.saturation.halfSaturation),
  );
  expect(new Set(ratios).size).toBe(20);
});

test("parameters that do not go together are refused in the words of the transform", () => {
  const channel = { name: "tv", spendPerPeriod: 1, roi: 1, adstock: { kind: "geometric", retention: 1 } };
  expect(() => parseMarketDescription({ channels: [channel] })).toThrow(
    "market.channels[0].adstock: must have parameters that go together, got an object. The geometric adstock: parameter " +
      '"retention" must be below 1 without a window, got 1. Give a smaller share, or a window.',
  );
  const saturation = { kind: "spline", slopes: [1, 2] };
  expect(() =>
    parseMarketDescription({ channels: [{ ...channel, adstock: undefined, saturation }] }),
  ).toThrow(
    "market.channels[0].saturation: must have parameters that go together, got an object. The spline saturation: " +
      'parameter "slopes" must have 4 numbers, one for each knot, got 2.',
  );
});

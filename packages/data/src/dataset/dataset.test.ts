import { expect, test } from "vitest";
import { makeDataset, type DatasetParts } from "./dataset.js";

const good: DatasetParts = {
  name: "three weeks",
  periods: ["2024-01-01", "2024-01-08", "2024-01-15"],
  kpi: { name: "y", values: Float64Array.of(1, -2, 3) },
  channels: [
    {
      name: "tv",
      spend: Float64Array.of(0, 1, 2),
      exposure: { name: "grp", values: Float64Array.of(0, 5, 9) },
    },
  ],
  controls: [{ name: "price", values: Float64Array.of(1, 1, -1) }],
};

function refusal(change: Partial<Record<keyof DatasetParts, unknown>>): string {
  try {
    makeDataset({ ...good, ...change } as DatasetParts);
    return "none";
  } catch (error) {
    return (error as Error).message;
  }
}

test("parts become a national data set with its period length", () => {
  expect(makeDataset(good)).toEqual({ ...good, cells: ["national"], periodDays: 7 });
  expect(
    makeDataset({ name: good.name, periods: good.periods, kpi: good.kpi, channels: good.channels }).controls,
  ).toEqual([]);
});

test("a made data set can be made again", () => {
  const dataset = makeDataset(good);
  expect(makeDataset(dataset)).toEqual(dataset);
});

test("what no data set can be is refused", () => {
  const values = Float64Array.of(1, 2, 3);
  expect(refusal({ cells: ["north", "south"] })).toBe(
    'makeDataset: "y" must have 6 values, got 3. Check what is handed over.',
  );
  expect(refusal({ periods: ["2024-01-01"] })).toBe(
    "makeDataset: periods must be two or more days, weeks or months, got 1. Check what is handed over.",
  );
  expect(refusal({ periods: ["2024-01-01", "2024-01-08", "2024-01-16"] })).toBe(
    "makeDataset: periods must follow one another without a gap, got 2024-01-16. Check what is handed over.",
  );
  expect(refusal({ periodDays: 1 })).toBe(
    "makeDataset: periodDays must be 7, got 1. Check what is handed over.",
  );
  expect(refusal({ channels: [] })).toBe(
    "makeDataset: there must be a channel, got 0. Check what is handed over.",
  );
  expect(refusal({ kpi: { name: "y", values: Float64Array.of(1) } })).toBe(
    'makeDataset: "y" must have 3 values, got 1. Check what is handed over.',
  );
  expect(refusal({ kpi: { name: "y", values: Float64Array.of(1, NaN, 2) } })).toBe(
    'makeDataset: "y" must hold finite values, got NaN. Check what is handed over.',
  );
  expect(refusal({ channels: [{ name: "tv", spend: Float64Array.of(1, -1, 0) }] })).toBe(
    'makeDataset: "tv" must hold finite values ≥ 0, got -1. Check what is handed over.',
  );
  expect(refusal({ controls: [{ name: " price", values }] })).toBe(
    "makeDataset: names must be one line of text without outer spaces, got  price. Check what is handed over.",
  );
  expect(refusal({ controls: [{ name: "tv", values }] })).toBe(
    "makeDataset: names must differ, got tv. Check what is handed over.",
  );
  expect(refusal({ controls: [{ name: "grp", values }] })).toBe(
    "makeDataset: names must differ, got grp. Check what is handed over.",
  );
  expect(
    refusal({ source: { headerLine: 1, lines: [2], roles: { time: "t", kpi: "y", channels: [] } } }),
  ).toBe("makeDataset: source.lines must have 3 entries, got 1. Check what is handed over.");
});

const panel: DatasetParts = {
  name: "panel",
  dimensions: [
    { name: "brand", levels: ["A", "A", "B"] },
    { name: "region", levels: ["north", "south", "north"] },
  ],
  periods: ["2024-02-01", "2024-03-01"],
  historyPeriods: ["2023-12-01", "2024-01-01"],
  kpi: {
    name: "orders",
    values: Float64Array.of(1, 2, 3, 4, 5, 6),
    revenuePerKpi: { name: "basket", values: Float64Array.of(9, 9, 8, 8, 7, 7) },
  },
  channels: [
    {
      name: "tv",
      spend: Float64Array.of(0, 1, 2, 3, 4, 5),
      exposure: { name: "grp", values: Float64Array.of(0, 1, 2, 3, 4, 5) },
      history: { spend: new Float64Array(6), exposure: new Float64Array(6) },
    },
  ],
  population: { name: "people", values: Float64Array.of(10, 20, 30) },
};

function panelRefusal(change: Partial<Record<keyof DatasetParts, unknown>>): string {
  return refusal({ ...panel, controls: [], ...change });
}

test("the dimensions of a panel name its cells, and a panel without dimensions gets one", () => {
  expect(makeDataset(panel).cells).toEqual(["A × north", "A × south", "B × north"]);
  expect(makeDataset(makeDataset(panel))).toEqual(makeDataset(panel));
  const cells = ["north", "south"];
  const values = Float64Array.of(1, 2, 3, 4, 5, 6);
  const channels = [{ name: "tv", spend: values }];
  const plain = { name: "two", cells, periods: good.periods, kpi: { name: "y", values }, channels };
  expect(makeDataset(plain).dimensions).toEqual([{ name: "cell", levels: cells }]);
  expect(makeDataset(good)).not.toHaveProperty("dimensions");
});

test("what no panel can be is refused", () => {
  const [tv] = panel.channels as [DatasetParts["channels"][number]];
  const dimensions = [{ name: "geo", levels: ["north", "south"] }];
  expect(panelRefusal({ dimensions, cells: ["north", "west"] })).toBe(
    'makeDataset: the cell of these levels must be called "south", got west. Check what is handed over.',
  );
  expect(
    panelRefusal({ dimensions: [...dimensions, { name: "brand", levels: ["A"] }], cells: ["a", "b"] }),
  ).toBe('makeDataset: "brand" must have 2 levels, got 1. Check what is handed over.');
  expect(panelRefusal({ cells: [] })).toBe(
    "makeDataset: there must be a cell, got 0. Check what is handed over.",
  );
  expect(panelRefusal({ dimensions: [], cells: ["a"] })).toBe(
    "makeDataset: a panel must have a dimension, got 0. Check what is handed over.",
  );
  expect(panelRefusal({ dimensions: [{ name: "geo", levels: ["a", "b", "a"] }] })).toBe(
    "makeDataset: names must differ, got a. Check what is handed over.",
  );
  expect(panelRefusal({ historyPeriods: ["2023-12-01"] })).toBe(
    "makeDataset: periods must follow one another without a gap, got 2024-02-01. Check what is handed over.",
  );
  expect(panelRefusal({ channels: [{ ...tv, history: undefined }] })).toBe(
    'makeDataset: "tv" must have a history, as historyPeriods say, got none. Check what is handed over.',
  );
  expect(panelRefusal({ channels: [{ ...tv, history: { spend: new Float64Array(6) } }] })).toBe(
    'makeDataset: "tv" must have exposure in its history where it has exposure, got undefined. Check what is handed over.',
  );
  expect(panelRefusal({ population: { name: "people", values: Float64Array.of(1, 2, 0) } })).toBe(
    'makeDataset: "people" must hold values > 0, got 0. Check what is handed over.',
  );
  expect(panelRefusal({ population: { name: "region", values: Float64Array.of(1, 2, 3) } })).toBe(
    "makeDataset: names must differ, got region. Check what is handed over.",
  );
});

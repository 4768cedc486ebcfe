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
    "makeDataset: cells must hold one name, got 2. Check what is handed over.",
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

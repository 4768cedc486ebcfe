import { expect, test } from "vitest";
import { makeDataset, type Dataset, type DatasetParts } from "./dataset.js";
import { hashDataset } from "./hash-dataset.js";

const parts: DatasetParts = {
  name: "a.csv",
  periods: ["2024-01-01", "2024-01-08"],
  kpi: { name: "y", values: Float64Array.of(1, 2) },
  channels: [{ name: "tv", spend: Float64Array.of(0, 3) }],
  controls: [{ name: "price", values: Float64Array.of(4, 5) }],
};
const hashOf = (change: Partial<DatasetParts> = {}): string =>
  hashDataset(makeDataset({ ...parts, ...change }));

test("the hash of a small data set never changes", () => {
  expect(hashOf()).toMatch(/^[0-9a-f]{32}$/);
  expect(hashOf()).toBe("d5043079e6f5614ad54c9ba2bfd3333c");
});

test("neither the name of the data nor where it was read from counts", () => {
  const source = { headerLine: 1, lines: [2, 3], roles: { time: "week", kpi: "y", channels: ["tv"] } };
  expect(hashOf({ name: "b.csv", source })).toBe(hashOf());
});

test("every change of content changes the hash", () => {
  const [tv] = parts.channels as [Dataset["channels"][number]];
  const changes: Partial<DatasetParts>[] = [
    {},
    { cells: ["north"] },
    { periods: ["2024-01-02", "2024-01-09"] },
    { periods: ["2024-01-01", "2024-01-02"] },
    { kpi: { ...parts.kpi, name: "z" } },
    { kpi: { ...parts.kpi, unit: "EUR" } },
    { kpi: { name: "y", values: Float64Array.of(1, 2 + 2 ** -51) } },
    { channels: [{ ...tv, name: "tw" }] },
    { channels: [{ ...tv, spend: Float64Array.of(-0, 3) }] },
    { channels: [{ ...tv, exposure: { name: "grp", values: Float64Array.of(0, 3) } }] },
    { channels: [tv, { ...tv, name: "radio" }] },
    { channels: [{ ...tv, name: "radio" }, tv] },
    { controls: [] },
    { channels: [tv, { name: "price", spend: Float64Array.of(4, 5) }], controls: [] },
  ];
  expect(new Set(changes.map(hashOf)).size).toBe(changes.length);
});

test("every change of what only panels have changes the hash, and the dimension that a panel gets by itself does not", () => {
  const [tv] = parts.channels as [Dataset["channels"][number]];
  const two = {
    ...parts,
    kpi: { name: "y", values: Float64Array.of(1, 2, 3, 4) },
    channels: [{ ...tv, spend: Float64Array.of(0, 3, 0, 1) }],
    controls: [],
    dimensions: [{ name: "geo", levels: ["a × b", "c"] }],
  };
  const history = { spend: Float64Array.of(5, 6) };
  const changes: Partial<DatasetParts>[] = [
    {},
    { dimensions: [{ name: "region", levels: ["a × b", "c"] }] },
    { dimensions: [{ name: "geo", levels: ["c", "a × b"] }] },
    { kpi: { ...two.kpi, revenuePerKpi: { name: "price", values: Float64Array.of(1, 1, 1, 1) } } },
    { kpi: { ...two.kpi, revenuePerKpi: { name: "price", values: Float64Array.of(1, 1, 1, 2) } } },
    { population: { name: "people", values: Float64Array.of(1, 2) } },
    { historyPeriods: ["2023-12-25"], channels: [{ ...two.channels[0]!, history }] },
    {
      historyPeriods: ["2023-12-25"],
      channels: [{ ...two.channels[0]!, history: { spend: Float64Array.of(5, 7) } }],
    },
  ];
  expect(new Set(changes.map((change) => hashDataset(makeDataset({ ...two, ...change })))).size).toBe(
    changes.length,
  );
  const { dimensions: _, ...rest } = two;
  const dimensions = (first: string, second: string) => [
    { name: "geo", levels: [first, "c"] },
    { name: "brand", levels: [second, "d"] },
  ];
  const split = (first: string, second: string) =>
    hashDataset(makeDataset({ ...rest, dimensions: dimensions(first, second) }));
  expect(split("a", "b × e")).not.toBe(split("a × b", "e"));
  const cells = ["a × b", "c"];
  expect(hashDataset(makeDataset({ ...rest, cells }))).toBe(
    hashDataset(makeDataset({ ...rest, dimensions: [{ name: "cell", levels: cells }] })),
  );
});

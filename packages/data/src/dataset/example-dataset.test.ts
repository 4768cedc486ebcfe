import { expect, test } from "vitest";
import { checkDataset } from "../check/check-dataset.js";
import { exampleDataset } from "./example-dataset.js";
import { hashDataset } from "./hash-dataset.js";

// Frozen: docs and tests of other packages quote numbers of this market. A change needs a changeset that says so.
test("the example market never changes", () => {
  expect(hashDataset(exampleDataset())).toBe("41101bb67d7f757b00376b363ae74c6e");
  expect(exampleDataset().kpi.values.slice(0, 3)).toEqual(Float64Array.of(99863, 104804, 107885));
});

test("the example market has two years of weeks, and gives nothing to remark", () => {
  const { periods, periodDays, channels } = exampleDataset();
  expect([periods[0], periods.at(-1), periods.length, periodDays]).toEqual([
    "2023-01-02",
    "2024-12-23",
    104,
    7,
  ]);
  expect(channels.map(({ name }) => name)).toEqual(["tv", "search", "social"]);
  expect(checkDataset(exampleDataset())).toEqual([]);
});

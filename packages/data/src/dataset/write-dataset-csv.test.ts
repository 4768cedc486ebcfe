import fc from "fast-check";
import { expect, test } from "vitest";
import { readDataset } from "../read/read-dataset.js";
import { anyDataset, anyPanel } from "./any-dataset.contract.js";
import { makeDataset } from "./dataset.js";
import { exampleDataset } from "./example-dataset.js";
import { hashDataset } from "./hash-dataset.js";
import { datasetRoles, writeDatasetCsv } from "./write-dataset-csv.js";

test("the text has a header and one row per period", () => {
  const [header, first] = writeDatasetCsv(exampleDataset()).split("\n");
  expect(header).toBe("time,revenue,tv,tv_contacts,search,search_clicks,social,promotion");
  expect(first).toBe("2023-01-02,99863,11367,1019953,3520,3832,1502,0");
});

test("time and spend columns give way where their names are taken", () => {
  const values = Float64Array.of(1, 2);
  const dataset = makeDataset({
    name: "names",
    periods: ["2024-01-01", "2024-01-02"],
    kpi: { name: "time", values },
    channels: [
      { name: "tv", spend: values, exposure: { name: "tv", values } },
      { name: "time 2", spend: values },
    ],
    controls: [{ name: "tv spend", values }],
  });
  expect(datasetRoles(dataset)).toEqual({
    time: "time 2",
    kpi: "time",
    channels: [
      { name: "tv", spend: "tv spend 2", exposure: "tv" },
      { name: "time 2", spend: "time 2 spend" },
    ],
    controls: ["tv spend"],
  });
  expect(writeDatasetCsv(dataset)).toBe(
    "time 2,time,tv spend 2,tv,time 2 spend,tv spend\n2024-01-01,1,1,1,1,1\n2024-01-02,2,2,2,2,2\n",
  );
});

test("what is written reads back to the same bits, whatever the names and numbers", () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      const again = readDataset({ name: "any", text: writeDatasetCsv(dataset) }, datasetRoles(dataset));
      const { source, ...content } = again;
      expect(content).toEqual(dataset);
      expect(source?.lines).toEqual(dataset.periods.map((_, t) => t + 2));
      expect(hashDataset(again)).toBe(hashDataset(dataset));
    }),
  );
});

test("months read back as months", () => {
  const values = Float64Array.of(1, 2, 3);
  const periods = ["2023-12-31", "2024-01-31", "2024-02-29"];
  const dataset = makeDataset({
    name: "m",
    periods,
    kpi: { name: "y", values },
    channels: [{ name: "tv", spend: values }],
  });
  const again = readDataset({ name: "m", text: writeDatasetCsv(dataset) }, datasetRoles(dataset));
  expect([again.periodDays, again.periods]).toEqual(["month", periods]);
});

test("a panel is written cell after cell, each with its media history first", () => {
  const dataset = makeDataset({
    name: "panel",
    dimensions: [
      { name: "brand", levels: ["A", "B"] },
      { name: "time", levels: ["day", "night"] },
    ],
    historyPeriods: ["2023-12-31"],
    periods: ["2024-01-01", "2024-01-02"],
    kpi: {
      name: "y",
      unit: "orders",
      values: Float64Array.of(1, 2, 3, 4),
      revenuePerKpi: { name: "basket", values: Float64Array.of(9, 9, 8, 8) },
    },
    channels: [{ name: "tv", spend: Float64Array.of(5, 6, 7, 8), history: { spend: Float64Array.of(1, 2) } }],
    population: { name: "people", values: Float64Array.of(100, 200) },
  });
  expect(datasetRoles(dataset)).toEqual({
    time: "time 2",
    panel: ["brand", "time"],
    kpi: { column: "y", unit: "orders", revenuePerKpi: "basket", starts: "2024-01-01" },
    channels: [{ name: "tv", spend: "tv" }],
    controls: [],
    population: "people",
  });
  expect(writeDatasetCsv(dataset)).toBe(
    [
      "brand,time,time 2,y,basket,tv,people",
      "A,day,2023-12-31,,,1,100",
      "A,day,2024-01-01,1,9,5,100",
      "A,day,2024-01-02,2,9,6,100",
      "B,night,2023-12-31,,,2,200",
      "B,night,2024-01-01,3,8,7,200",
      "B,night,2024-01-02,4,8,8,200",
      "",
    ].join("\n"),
  );
});

test("a panel that is written reads back to the same bits, whatever its cells, names and numbers", () => {
  fc.assert(
    fc.property(anyPanel, (dataset) => {
      const again = readDataset({ name: "any", text: writeDatasetCsv(dataset) }, datasetRoles(dataset));
      const { source, ...content } = again;
      expect(content).toEqual(dataset);
      const height = dataset.periods.length + (dataset.historyPeriods?.length ?? 0);
      expect(source?.lines).toEqual(
        dataset.cells.flatMap((_, g) =>
          dataset.periods.map((__, t) => (g + 1) * height - dataset.periods.length + t + 2),
        ),
      );
      expect(hashDataset(again)).toBe(hashDataset(dataset));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { readDataset } from "../read/read-dataset.js";
import { anyDataset } from "./any-dataset.contract.js";
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

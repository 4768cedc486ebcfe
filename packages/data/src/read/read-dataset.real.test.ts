import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDataset } from "../check/check-dataset.js";
import { hashDataset } from "../dataset/hash-dataset.js";
import { datasetRoles, writeDatasetCsv } from "../dataset/write-dataset-csv.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

// Public data sets that may not be shipped; they lie beside the repository where there is a copy.
const data = new URL("../../../../../shared/data/", import.meta.url);

function missing(path: string): boolean {
  return !existsSync(new URL(path, data));
}

function readAndReread(path: string, roles: ColumnRoles) {
  const text = readFileSync(new URL(path, data), "utf8");
  const dataset = readDataset({ name: "real.csv", text }, roles);
  const again = readDataset({ name: "again.csv", text: writeDatasetCsv(dataset) }, datasetRoles(dataset));
  expect(hashDataset(again)).toBe(hashDataset(dataset));
  const codes = checkDataset(dataset).map((issue) => `${issue.code} ${issue.place.channel ?? ""}`.trim());
  return { dataset, codes };
}

test.skipIf(missing("pymc-marketing/mmm_example.csv"))(
  "the example of PyMC-Marketing reads without a remark",
  () => {
    const controls = ["event_1", "event_2"];
    const { dataset, codes } = readAndReread("pymc-marketing/mmm_example.csv", {
      time: "date_week",
      kpi: "y",
      channels: ["x1", "x2"],
      controls,
    });
    expect([dataset.periods.length, dataset.periodDays, dataset.periods[0]]).toEqual([179, 7, "2018-04-02"]);
    expect(dataset.kpi.values[0]).toBe(3984.662237343649);
    expect(codes).toEqual([]);
  },
);

test.skipIf(missing("robyn/dt_simulated_weekly.csv"))(
  "the example of Robyn reads, its events become two indicators",
  () => {
    const { dataset, codes } = readAndReread("robyn/dt_simulated_weekly.csv", {
      time: "DATE",
      kpi: { column: "revenue", unit: "EUR" },
      channels: [
        "tv_S",
        "ooh_S",
        "print_S",
        { name: "facebook", spend: "facebook_S", exposure: "facebook_I" },
        { name: "search", spend: "search_S", exposure: "search_clicks_P" },
      ],
      controls: ["competitor_sales_B", { column: "events", as: "indicators" }, "newsletter"],
    });
    expect([dataset.periods.length, dataset.periodDays]).toEqual([208, 7]);
    expect(dataset.controls.map(({ name }) => name)).toEqual([
      "competitor_sales_B",
      "events=event1",
      "events=event2",
      "newsletter",
    ]);
    expect(codes).toEqual(["data.exposure-without-spend facebook", "data.cost-per-exposure facebook"]);
  },
);

test.skipIf(missing("retailer/data.csv"))("80 columns of a retailer read, with warnings only", () => {
  const names = ["dm", "inst", "nsp", "auddig", "audtr", "vidtr", "viddig", "so", "on", "sem"];
  const channels = names.map((name) => ({ name, spend: `mdsp_${name}`, exposure: `mdip_${name}` }));
  const controls = ["me_gas_dpg", "hldy_Father's Day"];
  const { dataset, codes } = readAndReread("retailer/data.csv", {
    time: "wk_strt_dt",
    kpi: "sales",
    channels,
    controls,
  });
  expect([dataset.periods.length, dataset.channels.length]).toEqual([209, 10]);
  expect(codes).toContain("data.small-spend-share auddig");
  expect(checkDataset(dataset).every((issue) => issue.severity === "warning")).toBe(true);
});

test.skipIf(missing("geoindia/mmm_national_weekly_aggregate.csv"))(
  "a market whose channels move together is told so",
  () => {
    const channels = ["tv", "youtube", "facebook", "instagram", "print_media", "radio", "trade_spend"];
    const controls = ["cpi", "gdp_growth", "festival", "rainfall"];
    const { dataset, codes } = readAndReread("geoindia/mmm_national_weekly_aggregate.csv", {
      time: "date",
      kpi: "sales",
      channels,
      controls,
    });
    expect(dataset.periods.length).toBe(156);
    expect(codes).toContain("data.collinear-channels instagram");
    expect(codes).toContain("data.few-periods");
  },
);

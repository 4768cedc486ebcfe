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

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** Channels as Meridian's simulated files name them. */
function numbered(count: number): ColumnRoles["channels"] {
  return Array.from({ length: count }, (_, i) => ({
    name: `Channel${i}`,
    spend: `Channel${i}_spend`,
    exposure: `Channel${i}_impression`,
  }));
}

const meridianKpi = { column: "conversions", revenuePerKpi: "revenue_per_conversion" };

test.skipIf(missing("meridian/geo_all_channels.csv"))(
  "40 geos of Meridian read without a remark, with population and revenue per conversion",
  () => {
    const { dataset, codes } = readAndReread("meridian/geo_all_channels.csv", {
      time: "time",
      panel: "geo",
      kpi: meridianKpi,
      channels: numbered(5),
      controls: [
        "competitor_sales_control",
        "sentiment_score_control",
        "Promo",
        "Organic_channel0_impression",
      ],
      population: "population",
    });
    expect([dataset.cells.length, dataset.periods.length, dataset.periodDays]).toEqual([40, 156, 7]);
    // The table's order, which is that of text: Geo0, Geo1, Geo10 …
    expect(dataset.cells.slice(0, 3)).toEqual(["Geo0", "Geo1", "Geo10"]);
    expect(dataset.population?.values[0]).toBe(136670.94);
    expect(dataset.kpi.values.slice(0, 2)).toEqual(Float64Array.of(1954576.8, 2064249.6));
    expect(dataset.kpi.revenuePerKpi?.values[1]).toBe(0.02010317);
    expect(dataset.source?.lines[156]).toBe(158);
    expect(codes).toEqual([]);
  },
);

test.skipIf(missing("meridian/geo_media.csv"))(
  "20 geos of Meridian read, also where a channel has reach",
  () => {
    const roles = (channels: number, controls: readonly string[] = []): ColumnRoles => ({
      time: "time",
      panel: ["geo"],
      kpi: meridianKpi,
      channels: numbered(channels),
      controls: ["competitor_activity_score_control", "sentiment_score_control", ...controls],
      population: "population",
    });
    const plain = readAndReread("meridian/geo_media.csv", roles(4));
    const reach = readAndReread(
      "meridian/geo_media_rf.csv",
      roles(3, ["Channel3_reach", "Channel3_frequency"]),
    );
    for (const { dataset, codes } of [plain, reach]) {
      expect([dataset.cells.length, dataset.periods.length, codes]).toEqual([20, 156, []]);
    }
  },
);

test.skipIf(missing("meridian/national_media.csv"))(
  "the national files of Meridian read without a remark",
  () => {
    const media = readAndReread("meridian/national_media.csv", {
      time: "time",
      kpi: meridianKpi,
      channels: numbered(4),
      controls: ["competitor_activity_score_control", "sentiment_score_control"],
    });
    const all = readAndReread("meridian/national_all_channels.csv", {
      time: "time",
      kpi: meridianKpi,
      channels: numbered(5),
      controls: [
        "competitor_sales_control",
        "sentiment_score_control",
        "Organic_channel0_impression",
        "Promo",
      ],
    });
    expect([media.dataset.periods.length, all.dataset.periods.length]).toEqual([156, 156]);
    expect([...media.codes, ...all.codes]).toEqual([]);
  },
);

test.skipIf(missing("pymc-marketing/mmm_multidimensional_example.csv"))(
  "the panel of PyMC-Marketing, whose rows go period by period, reads without a remark",
  () => {
    const { dataset, codes } = readAndReread("pymc-marketing/mmm_multidimensional_example.csv", {
      time: "date",
      panel: "geo",
      kpi: "y",
      channels: ["x1", "x2"],
      controls: ["event_1", "event_2"],
    });
    expect([dataset.cells, dataset.periods.length]).toEqual([["geo_a", "geo_b"], 159]);
    expect([dataset.kpi.values[0], dataset.kpi.values[159]]).toEqual([2647.5963552132916, 682.4062800764611]);
    expect(dataset.source?.lines.slice(158, 160)).toEqual([318, 3]);
    expect(codes).toEqual([]);
  },
);

test.skipIf(missing("param-recovery/small_business.csv"))(
  "the presets of mmm-param-recovery read, with warnings only",
  () => {
    const presets = {
      small: ["x1_Search-Ads", "x2_Social-Media", "x3_Local-Ads", "x4_Email"],
      growing: [
        "x1_Search-Ads",
        "x2_Search-Ads-Brand",
        "x3_Video",
        "x4_Social-Media",
        "x5_Display-Ads",
        "x6_Email",
      ],
      medium: [
        "x1_Search-Ads",
        "x2_Search-Ads-Brand",
        "x3_Video",
        "x4_Video-2",
        "x5_Social-Media",
        "x6_Social-Media-2",
        "x7_Display-Ads",
        "x8_Influencer",
      ],
    };
    const read = Object.entries(presets).map(([preset, channels]) =>
      readAndReread(`param-recovery/${preset}_business.csv`, {
        time: "date",
        panel: "geo",
        kpi: "y",
        channels,
        controls: preset === "medium" ? ["c1", "c2", "c3", "c4"] : ["c1", "c2"],
      }),
    );
    expect(read.map(({ dataset }) => [dataset.cells.length, dataset.periods.length])).toEqual([
      [1, 104],
      [2, 131],
      [8, 156],
    ]);
    expect(read[0]!.dataset.cells).toEqual(["Local"]);
    expect([...new Set(read.flatMap(({ codes }) => codes))]).toEqual(["data.outlier", "data.few-periods"]);
  },
);

test.skipIf(missing("geoindia/sample_rows.csv"))(
  "geo × brand × product of GeoIndia reads: units with a price, spend known as totals only",
  () => {
    const text = readFileSync(new URL("geoindia/sample_rows.csv", data), "utf8");
    const roles: ColumnRoles = {
      time: "Date",
      panel: ["Geo", "Brand", "SKU"],
      kpi: { column: "Sales_Units", unit: "units", revenuePerKpi: "Net_Price" },
      channels: [
        { name: "tv", exposure: "TV_Impressions", totalSpend: 5e6 },
        { name: "radio", exposure: "Radio_Listenership", totalSpend: 1e6 },
        "Trade_Spend",
      ],
      controls: ["Festival_Index", "MRP"],
      format: { dates: "month-first" },
    };
    // The sample is one week of eight cells: nothing else is wrong with it.
    expect(() => readDataset({ name: "sample.csv", text }, roles)).toThrow(
      /^1 error\nerror: sample.csv, line 2, column "Date": there must be two or more periods, got only 2022-07-04\. Export the whole history\. \[data\.one-period\]$/,
    );
    const rows = text.trim().split(/\r?\n/);
    const later = rows.slice(1).map((row) => row.replace("7/4/2022", "7/11/2022"));
    const twoWeeks = { name: "sample.csv", text: [...rows, ...later].join("\n") };
    const dataset = readDataset(twoWeeks, roles);
    expect([dataset.cells.length, dataset.periods]).toEqual([8, ["2022-07-04", "2022-07-11"]]);
    expect(dataset.cells.slice(0, 4)).toEqual([
      "CENTRAL × BrandA × BrandA_SKU1",
      "CENTRAL × BrandA × BrandA_SKU2",
      "CENTRAL × BrandB × BrandB_SKU1",
      "EAST × BrandA × BrandA_SKU1",
    ]);
    expect(sum(dataset.channels[0]!.spend)).toBeCloseTo(5e6, 6);
    expect(dataset.kpi.revenuePerKpi?.values[0]).toBe(99.23175279);
  },
);

test.skipIf(missing("retailer/data.csv"))(
  "all 13 media of the retailer read, three of them bought for totals",
  () => {
    const paid = ["dm", "inst", "nsp", "auddig", "audtr", "vidtr", "viddig", "so", "on", "sem"];
    const totals = ["em", "sms", "aff"];
    const { dataset } = readAndReread("retailer/data.csv", {
      time: "wk_strt_dt",
      kpi: "sales",
      channels: [
        ...paid.map((name) => ({ name, spend: `mdsp_${name}`, exposure: `mdip_${name}` })),
        ...totals.map((name) => ({ name, exposure: `mdip_${name}`, totalSpend: 1e6 })),
      ],
      controls: ["me_ics_all", "me_gas_dpg", "st_ct", "hldy_Black Friday", "hldy_Christmas Day"],
    });
    expect(dataset.channels).toHaveLength(13);
    expect(sum(dataset.channels.at(-1)!.spend)).toBeCloseTo(1e6, 5);
  },
);

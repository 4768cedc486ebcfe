import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { checkDataset, checkModelSpec, parseConfiguration, readDataset } from "@mmm/model";
import { describe, expect, it } from "vitest";

const folder = "examples";
const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
const scripts = entries.filter((name) => name.endsWith(".ts"));
const configurations = entries.filter((name) => name.endsWith(".yaml"));

describe("examples", () => {
  it("are all found: a new one is tested without being named here", () => {
    expect(scripts.length).toBeGreaterThan(0);
    expect(configurations.length).toBeGreaterThan(1);
  });

  it.each(scripts)("%s runs, with few draws", (script) => {
    const tsx = join("node_modules", "tsx", "dist", "cli.mjs");
    const words = [tsx, "--conditions=@mmm/source", join(folder, script), "--draws", "60", "--warmup", "120"];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/ROI \d/);
  });

  it.each(configurations)("%s is a configuration without faults", (path) => {
    expect(
      parseConfiguration(readFileSync(join(folder, path), "utf8"), path).columns.channels.length,
    ).toBeGreaterThan(1);
  });
});

const data = [
  ["pymc-marketing/mmm.yaml", "../shared/data/pymc-marketing/mmm_example.csv", 179],
  ["robyn/mmm.yaml", "../shared/data/robyn/dt_simulated_weekly.csv", 208],
  ["retailer/mmm.yaml", "../shared/data/retailer/data.csv", 209],
  ["meridian/national.yaml", "../shared/data/meridian/national_all_channels.csv", 156],
  ["meridian/geo.yaml", "../shared/data/meridian/geo_all_channels.csv", 156],
] as const;

describe.skipIf(!existsSync("../shared/data"))(
  "examples on the data of others (skipped where ../shared/data is missing)",
  () => {
    it.each(data)("%s reads %s", (path, csv, periods) => {
      const { columns, model } = parseConfiguration(readFileSync(join(folder, path), "utf8"), path);
      const dataset = readDataset({ name: csv, text: readFileSync(csv, "utf8") }, columns);
      expect(dataset.periods.length).toBe(periods);
      expect(checkDataset(dataset).filter(({ severity }) => severity === "error")).toEqual([]);
      expect(checkModelSpec(model, dataset)).toEqual([]);
    });
  },
);

/** KnownMarket: data with the truth behind them, simulated by us or published by others. */

import { existsSync, readFileSync } from "node:fs";
import { type Dataset, parseColumnRoles, readDataset } from "@mmm/data";
import { type MarketPreset, marketPreset, simulateMarket } from "@mmm/simulation";

/** The truth of one channel. */
export interface KnownChannel {
  readonly name: string;
  readonly roi: number;
  /** [cell × time] in KPI units. */
  readonly contribution: Float64Array;
}

/** A market whose channels are known. */
export interface KnownMarket {
  readonly dataset: string;
  /** Of the simulation; 0 for published data. */
  readonly seed: number;
  readonly data: Dataset;
  readonly channels: readonly KnownChannel[];
}

/** One of our markets. */
export function simulatedMarket(preset: MarketPreset, seed: number): KnownMarket {
  const { dataset, truth } = simulateMarket(marketPreset(preset), seed);
  const channels = truth.channels.map(({ name, roi, contribution }) => ({ name, roi, contribution }));
  return { dataset: preset, seed, data: dataset, channels };
}

const folder = "../shared/data";

/** The published markets that are here. */
export function publishedMarkets(): readonly KnownMarket[] {
  const businesses = ["small", "growing", "medium"].map((size) => `${size}_business`);
  const here = (file: string): boolean => existsSync(`${folder}/${file}`);
  return [
    ...(here("pymc-marketing/mmm_example.csv") ? [pymcExample()] : []),
    ...businesses.filter((name) => here(`param-recovery/${name}.csv`)).map(business),
  ];
}

function pymcExample(): KnownMarket {
  const text = readFileSync(`${folder}/pymc-marketing/mmm_example.csv`, "utf8");
  const roles = { time: "date_week", kpi: "y", channels: ["x1", "x2"], controls: ["event_1", "event_2"] };
  const data = readDataset({ text, name: "mmm_example.csv" }, parseColumnRoles(roles));
  const components = readFileSync(`${folder}/pymc-marketing/truth_mmm_example_components.csv`, "utf8");
  return { dataset: "mmm_example", seed: 0, data, channels: fromTable(data, components, (name) => name) };
}

/** PyMC Labs' benchmark: what it calls media is the money that its ROAS divides by. */
function business(name: string): KnownMarket {
  const text = readFileSync(`${folder}/param-recovery/${name}.csv`, "utf8");
  const columns = text.slice(0, text.indexOf("\n")).trim().split(",");
  const roles = {
    ...{ time: "date", kpi: "y" },
    ...(name.startsWith("small") ? {} : { panel: ["geo"] }),
    channels: columns.filter((column) => column.startsWith("x")),
    controls: columns.filter((column) => /^c\d$/.test(column)),
  };
  const data = readDataset({ text, name: `${name}.csv` }, parseColumnRoles(roles));
  const truth = readFileSync(`${folder}/param-recovery/${name}.contributions.csv`, "utf8");
  const channels = fromTable(data, truth, (channel) => `contribution_${channel}`);
  return { dataset: name, seed: 0, data, channels };
}

/** Contributions from columns of a table that has one row for each row of the data, by its date and geo. */
function fromTable(
  data: Dataset,
  table: string,
  columnOf: (channel: string) => string,
): readonly KnownChannel[] {
  const [header = "", ...lines] = table.trim().split("\n");
  const names = header.trim().split(",");
  const geo = names.indexOf("geo");
  const rows = lines.map((line) => line.trim().split(","));
  return data.channels.map(({ name, spend }) => {
    const column = names.indexOf(columnOf(name));
    const contribution = new Float64Array(data.cells.length * data.periods.length);
    for (const row of rows) {
      const cell = geo < 0 || data.cells.length === 1 ? 0 : data.cells.indexOf(row[geo]!);
      contribution[cell * data.periods.length + data.periods.indexOf(row[0]!)] = Number(row[column]);
    }
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    return { name, roi: total(contribution) / total(spend), contribution };
  });
}

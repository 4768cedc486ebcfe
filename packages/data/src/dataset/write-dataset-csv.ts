/** From a data set back to text, so that reading the text gives the same bits. */
import Papa from "papaparse";
import type { ColumnRoles } from "../roles/column-roles.js";
import { printNumber } from "../table/print-number.js";
import type { Dataset } from "./dataset.js";

/**
 * The column roles under which the text of `writeDatasetCsv` reads back: columns are named after their series and dimensions;
 * where a name is taken, time and spend columns give way (`tv spend`, `time 2`).
 *
 * @param dataset  the data set
 * @returns        its roles
 * @example
 * datasetRoles(exampleDataset()).time; // => "time"
 */
export function datasetRoles(dataset: Dataset): ColumnRoles {
  const { kpi, channels, controls, dimensions, population, historyPeriods = [] } = dataset;
  const exposures = channels.flatMap(({ exposure = [] }) => exposure);
  const others = [kpi.revenuePerKpi ?? [], population ?? [], dimensions ?? []].flat();
  const claim = claimNames([kpi, ...controls, ...exposures, ...others].map(({ name }) => name));
  const time = claim("time");
  const revenuePerKpi = kpi.revenuePerKpi?.name;
  const starts = historyPeriods.length > 0 ? dataset.periods[0] : undefined;
  const bare = kpi.unit === undefined && revenuePerKpi === undefined && starts === undefined;
  return {
    time,
    ...(dimensions && { panel: dimensions.map(({ name }) => name) }),
    kpi: bare
      ? kpi.name
      : {
          column: kpi.name,
          ...(kpi.unit === undefined ? {} : { unit: kpi.unit }),
          ...(revenuePerKpi === undefined ? {} : { revenuePerKpi }),
          ...(starts === undefined ? {} : { starts }),
        },
    channels: channels.map(({ name, exposure }) => {
      const spend = claim(name, `${name} spend`);
      return exposure === undefined ? { name, spend } : { name, spend, exposure: exposure.name };
    }),
    controls: controls.map(({ name }) => name),
    ...(population && { population: population.name }),
  };
}

/** Gives each asker the first of its wishes that is free, or the last of them with a number. */
function claimNames(names: readonly string[]): (...wishes: readonly string[]) => string {
  const taken = new Set(names);
  return (...wishes) => {
    let free = wishes.find((wish) => !taken.has(wish));
    for (let n = 2; free === undefined; n++) {
      const numbered = `${wishes.at(-1)!} ${n}`;
      if (!taken.has(numbered)) free = numbered;
    }
    taken.add(free);
    return free;
  };
}

/** A column of numbers: its name, and its text in a cell at a period (from 0) or a history period (from 0). */
interface Column {
  readonly name: string;
  readonly values: Float64Array;
  /** [cell × history period]; a series without a history is empty there. */
  readonly history?: Float64Array | undefined;
}

/**
 * The data set as CSV: a header and one row per cell and period, the cells one after another, each with its media history first;
 * with commas, quotes where needed and `\n` after every row. Numbers are printed with as many digits as it takes to read back the
 * same bits, under the roles of `datasetRoles`.
 *
 * @param dataset  the data set
 * @returns        the text
 * @example
 * const text = writeDatasetCsv(exampleDataset());
 * const again = readDataset({ name: "again.csv", text }, datasetRoles(exampleDataset()));
 * hashDataset(again) === hashDataset(exampleDataset()); // => true
 */
export function writeDatasetCsv(dataset: Dataset): string {
  const { cells, periods, dimensions = [], population, historyPeriods = [] } = dataset;
  const roles = datasetRoles(dataset);
  const columns = columnsOf(dataset, roles);
  const header = [
    ...dimensions.map(({ name }) => name),
    roles.time,
    ...columns.map(({ name }) => name),
    ...(population ? [population.name] : []),
  ];
  const rows = cells.flatMap((_, g) => {
    const levels = dimensions.map((dimension) => dimension.levels[g]!);
    const size = population ? [printNumber(population.values[g]!)] : [];
    const past = historyPeriods.map((period, t) => {
      const at = g * historyPeriods.length + t;
      const texts = columns.map(({ history }) => (history ? printNumber(history[at]!) : ""));
      return [...levels, period, ...texts, ...size];
    });
    const present = periods.map((period, t) => {
      const at = g * periods.length + t;
      return [...levels, period, ...columns.map(({ values }) => printNumber(values[at]!)), ...size];
    });
    return [...past, ...present];
  });
  return `${Papa.unparse([header, ...rows], { newline: "\n" })}\n`;
}

function columnsOf({ kpi, channels, controls }: Dataset, roles: ColumnRoles): readonly Column[] {
  const media = channels.flatMap(({ name, spend, exposure, history }, k): readonly Column[] => {
    const role = roles.channels[k]!;
    const spendColumn = typeof role === "object" && "spend" in role ? role.spend : name;
    return [
      { name: spendColumn, values: spend, history: history?.spend },
      ...(exposure ? [{ ...exposure, history: history?.exposure }] : []),
    ];
  });
  return [kpi, ...(kpi.revenuePerKpi ? [kpi.revenuePerKpi] : []), ...media, ...controls];
}

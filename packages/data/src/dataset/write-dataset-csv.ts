/** From a data set back to text, so that reading the text gives the same bits. */
import Papa from "papaparse";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { Dataset } from "./dataset.js";

/**
 * The column roles under which the text of `writeDatasetCsv` reads back: columns are named after their series; where a name
 * is taken, time and spend columns give way (`tv spend`, `time 2`).
 *
 * @param dataset  the data set
 * @returns        its roles
 * @example
 * datasetRoles(exampleDataset()).time; // => "time"
 */
export function datasetRoles(dataset: Dataset): ColumnRoles {
  const { kpi, channels, controls } = dataset;
  const taken = new Set(
    [kpi, ...controls, ...channels.flatMap(({ exposure = [] }) => exposure)].map(({ name }) => name),
  );
  const claim = (...wishes: readonly string[]): string => {
    let free = wishes.find((wish) => !taken.has(wish));
    for (let n = 2; free === undefined; n++) {
      const numbered = `${wishes.at(-1)!} ${n}`;
      if (!taken.has(numbered)) free = numbered;
    }
    taken.add(free);
    return free;
  };
  const time = claim("time");
  return {
    time,
    kpi: kpi.unit === undefined ? kpi.name : { column: kpi.name, unit: kpi.unit },
    channels: channels.map(({ name, exposure }) => {
      const spend = claim(name, `${name} spend`);
      return exposure === undefined ? { name, spend } : { name, spend, exposure: exposure.name };
    }),
    controls: controls.map(({ name }) => name),
  };
}

/**
 * The data set as CSV: a header and one row per period, with commas, quotes where needed and `\n` after every row. Numbers are
 * printed with as many digits as it takes to read back the same bits, under the roles of `datasetRoles`.
 *
 * @param dataset  the data set
 * @returns        the text
 * @example
 * const text = writeDatasetCsv(exampleDataset());
 * const again = readDataset({ name: "again.csv", text }, datasetRoles(exampleDataset()));
 * hashDataset(again) === hashDataset(exampleDataset()); // => true
 */
export function writeDatasetCsv(dataset: Dataset): string {
  const roles = datasetRoles(dataset);
  const columns: [string, Float64Array][] = [[dataset.kpi.name, dataset.kpi.values]];
  dataset.channels.forEach(({ name, spend, exposure }, k) => {
    const role = roles.channels[k]!;
    columns.push([typeof role === "string" ? name : role.spend, spend]);
    if (exposure !== undefined) columns.push([exposure.name, exposure.values]);
  });
  for (const control of dataset.controls) columns.push([control.name, control.values]);
  const header = [roles.time, ...columns.map(([name]) => name)];
  const rows = dataset.periods.map((period, t) => [
    period,
    ...columns.map(([, values]) => printNumber(values[t]!)),
  ]);
  return `${Papa.unparse([header, ...rows], { newline: "\n" })}\n`;
}

/** The shortest decimal that reads back to the same double; `String` drops the sign of −0, which is a bit too. */
function printNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** The example market as files, sound or spoilt, for tests of commands. */

import { exampleDataset, writeDatasetCsv } from "@mmm/data";
import { writeConfiguration } from "./market/write-configuration.js";

/** The configuration that reads `salesCsv`, as YAML. */
export const mmmYaml = writeConfiguration(exampleDataset());

/** The example dataset as CSV: time, revenue, tv, tv_contacts, search, search_clicks, social, promotion. */
export const salesCsv = writeDatasetCsv(exampleDataset());

/** Both under the names that the tests use. */
export const sound = { "sales.csv": salesCsv, "mmm.yaml": mmmYaml };

/** `salesCsv` with cells replaced: `{ "4.tv": "-1" }` writes −1 into column tv of line 4; `*` stands for every line. */
export function spoiltCsv(cells: Readonly<Record<string, string>>): string {
  const [header, ...rows] = salesCsv.trimEnd().split("\n");
  const columns = header!.split(",");
  const spoilt = rows.map((row, i) =>
    row
      .split(",")
      .map((cell, k) => cells[`${i + 2}.${columns[k]}`] ?? cells[`*.${columns[k]}`] ?? cell)
      .join(","),
  );
  return `${[header, ...spoilt].join("\n")}\n`;
}

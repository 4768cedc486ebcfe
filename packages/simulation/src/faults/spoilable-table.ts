/** A data set as rows of text, with what each column holds. */

import { type ColumnRoles, type Dataset, datasetRoles, writeDatasetCsv } from "@mmm/data";
import Papa from "papaparse";
import type { ColumnUse } from "./value-faults.js";

/** A row of one cell and period. */
export interface SpoilableRow {
  readonly cell: string;
  readonly period: string;
  /** Whether the cell has a row before it and one behind. */
  readonly inside: boolean;
  /** [column] as text */
  readonly values: readonly string[];
}

/** A table before anything is wrong with it. */
export interface SpoilableTable {
  readonly roles: ColumnRoles;
  readonly header: readonly string[];
  /** [column] absent for dimensions, time and population */
  readonly uses: readonly (ColumnUse | undefined)[];
  readonly rows: readonly SpoilableRow[];
}

/** The rows of a data set, as `writeDatasetCsv` writes them. */
export function spoilableTable(dataset: Dataset): SpoilableTable {
  const { cells, periods, historyPeriods = [] } = dataset;
  const roles = datasetRoles(dataset);
  const lines = Papa.parse<readonly string[]>(writeDatasetCsv(dataset), {
    skipEmptyLines: true,
    delimiter: ",",
  }).data;
  const [header, ...body] = lines;
  const all = [...historyPeriods, ...periods];
  const uses = usesOfColumns(roles);
  return {
    roles,
    header: header!,
    uses: header!.map((column) => uses.get(column)),
    rows: body.map((values, row) => {
      const at = row % all.length;
      return {
        cell: cells[Math.floor(row / all.length)]!,
        period: all[at]!,
        inside: at > 0 && at < all.length - 1,
        values,
      };
    }),
  };
}

function usesOfColumns({ kpi, channels, controls = [] }: ColumnRoles): ReadonlyMap<string, ColumnUse> {
  const uses = new Map<string, ColumnUse>();
  for (const control of controls) if (typeof control === "string") uses.set(control, "control");
  for (const channel of channels) {
    if (typeof channel !== "object" || !("spend" in channel)) continue;
    uses.set(channel.spend, "spend");
    if (channel.exposure !== undefined) uses.set(channel.exposure, "exposure");
  }
  return uses.set(typeof kpi === "string" ? kpi : kpi.column, "kpi");
}

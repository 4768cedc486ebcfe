/** The door from tables to numbers: a table and its column roles become a `Dataset`, or one error that names every fault. */
import type { Dataset } from "../dataset/dataset.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { TableSource } from "../table/read-table.js";
import { finishDraft } from "./finish-draft.js";
import { readDraft } from "./read-draft.js";

/**
 * Reads a table: one row per period, or per cell and period of a panel; one column per series, or one row per channel, for which
 * the roles name the channel column as `mediaRows`. Columns are found by name, those without a role are ignored. Commas,
 * semicolons, tabs and bars are recognised as delimiters, a byte-order mark and quotes are understood. Numbers have a decimal
 * point and no thousands separators, unless the roles declare another `format`. Dates are `YYYY-MM-DD` (also `YYYY/MM/DD`,
 * `YYYYMMDD`, `YYYY-MM`, `YYYY-Www`, `31.12.2024`, `31 Dec 2024`, `Dec 31, 2024`), or `31/12/2024` where the column shows or the
 * format declares which part is the day. Periods are days, weeks or months. Nothing is filled in, sorted or repaired silently;
 * see `cleanDataset` for that.
 *
 * @param source  `name` (the file, for messages) and `text`; or `records` (objects, as JSON parses to); or a `table` of another
 *                library that has `columnNames()` and `objects()` or `getter(name)`, as those of arquero have
 * @param roles   which column plays which part
 * @param media   a second table with the media in rows, where the first has none of them: its cells must be those of the first,
 *                its periods too, but it may start earlier (media history)
 * @returns       the data set; its channels and controls stand in the order of the roles, its cells in that of the table
 * @throws  {IssueError} with every fault at once, each with file, line (as an editor counts) and column, cell and period: see the
 *          table of codes in the package's README
 * @example
 * const text = "week,revenue,tv\n2024-01-01,1000,0\n2024-01-08,1200,50\n";
 * const sales = readDataset({ name: "sales.csv", text }, { time: "week", kpi: "revenue", channels: ["tv"] });
 * sales.kpi.values; // => [1000, 1200]
 * sales.periods; // => ["2024-01-01", "2024-01-08"]
 */
export function readDataset(source: TableSource, roles: ColumnRoles, media?: TableSource): Dataset {
  return finishDraft(readDraft({ source, roles, media }));
}

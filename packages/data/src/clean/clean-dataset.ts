/** The door that repairs: only what it is told to, each change told in turn. */
import type { Dataset } from "../dataset/dataset.js";
import { throwIfErrors } from "../issue/issue-error.js";
import { seriesOf } from "../read/draft.js";
import { finishDraft } from "../read/finish-draft.js";
import { readDraft } from "../read/read-draft.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import type { TableSource } from "../table/read-table.js";
import type { Change } from "./change.js";
import { checkChoices, type NamedSeries } from "./check-choices.js";
import { clipOutliers } from "./clip-outliers.js";
import { repairDraft } from "./repair-draft.js";
import { parseRepairs, type OutlierRepair, type Repair } from "./repair.js";

/** A table that has not been read: what `readDataset` takes, in one. */
export interface UnreadTable {
  readonly source: TableSource;
  readonly roles: ColumnRoles;
  readonly media?: TableSource | undefined;
}

/** A repaired data set, and every change that made it. */
export interface Cleaned {
  readonly dataset: Dataset;
  readonly changes: readonly Change[];
}

/**
 * Repairs a table on its way to a data set, or a data set: only the faults and only the series that it is told to, and reports
 * each value that it replaced and each period, cell or series that it dropped. A data set has neither missing nor negative values
 * (`readDataset` refuses them), so these are repaired on a table; outliers on either. Outliers come last, whatever the order of the
 * repairs, because their limits need whole series.
 *
 * @param input    a data set; or a table with its column roles, as `readDataset` takes them
 * @param repairs  what to repair and how, in this order; `[]` repairs nothing
 * @returns        the data set and the changes, in the order in which they were made
 * @throws  {IssueError} with everything that is still wrong, as `readDataset` would say it; and `repairs.unknown-series`,
 *          `repairs.cannot-drop`, `repairs.period-inside`, `repairs.nothing-left` and those of `parseRepairs`
 * @example
 * const text = "week,revenue,tv\n2024-01-01,1000,\n2024-01-08,1200,50\n";
 * const roles = { time: "week", kpi: "revenue", channels: ["tv"] };
 * const repairs: readonly Repair[] = [{ fault: "missing", series: "tv", repair: "zero" }];
 * const { dataset, changes } = cleanDataset({ source: { name: "sales.csv", text }, roles }, repairs);
 * dataset.channels.map((channel) => channel.spend); // => [[0, 50]]
 * changes.map((change) => change.message);
 * // => ['sales.csv, line 2, column "tv", period 2024-01-01: no value became 0 (missing: zero).']
 */
export function cleanDataset(input: Dataset | UnreadTable, repairs: readonly Repair[]): Cleaned {
  const parsed = parseRepairs(repairs);
  const read = "roles" in input ? cleanTable(input, parsed) : checked(input, parsed);
  const changes = [...read.changes];
  let { dataset } = read;
  for (const repair of parsed) {
    if (repair.fault !== "outlier") continue;
    const clipped = clipOutliers(dataset, repair satisfies OutlierRepair);
    dataset = clipped.dataset;
    changes.push(...clipped.changes);
  }
  return { dataset, changes };
}

function cleanTable(input: UnreadTable, repairs: readonly Repair[]): Cleaned {
  const draft = readDraft({ ...input, keyed: true });
  const misnamed = checkChoices(draft.name, repairs, seriesOf(draft));
  const repaired = repairDraft({ ...draft, issues: [...draft.issues, ...misnamed] }, repairs);
  return { dataset: finishDraft(repaired.draft), changes: repaired.changes };
}

function checked(dataset: Dataset, repairs: readonly Repair[]): Cleaned {
  const { kpi, channels, controls } = dataset;
  const all: readonly NamedSeries[] = [
    kpi,
    ...channels,
    ...channels.flatMap(({ exposure = [] }) => exposure),
    ...controls,
  ].map(({ name }) => ({ name, meaning: "any" }));
  throwIfErrors(checkChoices(dataset.name, repairs, all));
  return { dataset, changes: [] };
}

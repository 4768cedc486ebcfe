/** Marketing data: from tables and column roles to a checked, labelled `Dataset`, national or a panel. */
export { makeIssue } from "./issue/issue.js";
export type { Issue, IssueParts, Place, Severity } from "./issue/issue.js";
export { formatIssue, formatIssues, IssueError, throwIfErrors } from "./issue/issue-error.js";
export { didYouMean, nearestName } from "./issue/nearest-name.js";
export { showValue } from "./issue/show-value.js";
export { checkSchema } from "./issue/check-schema.js";
export type { SchemaSource } from "./issue/check-schema.js";
export { cleanName } from "./roles/clean-name.js";
export { columnRolesSchema, parseColumnRoles } from "./roles/column-roles.js";
export type { ChannelRole, ColumnRoles, ControlRole, KpiRole, MediaRowsRole } from "./roles/column-roles.js";
export type { TableFormat } from "./table/table-format.js";
export { guessColumnRoles } from "./guess/guess-column-roles.js";
export type { FoundRole, GuessedColumn, KnownRoles, RoleGuess } from "./guess/guess-column-roles.js";
export { readDataset } from "./read/read-dataset.js";
export type { TableSource, TextSource } from "./table/read-table.js";
export type { ColumnTable, ColumnTableSource, RecordSource } from "./table/records-table.js";
export { makeDataset } from "./dataset/dataset.js";
export type {
  Channel,
  Dataset,
  DatasetParts,
  DatasetSource,
  Kpi,
  MediaHistory,
  Population,
  Series,
} from "./dataset/dataset.js";
export type { PanelDimension } from "./dataset/panel-dimension.js";
export { selectChannel, totalSpend } from "./dataset/select-channel.js";
export { datasetRoles, writeDatasetCsv } from "./dataset/write-dataset-csv.js";
export { hashDataset } from "./dataset/hash-dataset.js";
export { exampleDataset } from "./dataset/example-dataset.js";
export { dayNumber, isoDate } from "./calendar/day-number.js";
export type { PeriodLength } from "./calendar/period-length.js";
export { periodsAfter } from "./calendar/periods-after.js";
export { checkDataset } from "./check/check-dataset.js";
export { checkThresholds } from "./check/thresholds.js";
export type { CheckThreshold } from "./check/thresholds.js";
export { cleanDataset } from "./clean/clean-dataset.js";
export type { Cleaned, UnreadTable } from "./clean/clean-dataset.js";
export type { Change } from "./clean/change.js";
export { parseRepairs } from "./clean/repair.js";
export type { MissingRepair, NegativeRepair, OutlierRepair, Repair, RepairedSeries } from "./clean/repair.js";
export { holdoutLast } from "./split/holdout-last.js";
export { holdoutRandom } from "./split/holdout-random.js";
export { rollingOrigins } from "./split/rolling-origins.js";
export type { RollingOrigins } from "./split/rolling-origins.js";
export { holdOut } from "./split/hold-out.js";
export type { Split } from "./dataset/split.js";

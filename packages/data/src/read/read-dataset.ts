/** The door from text to numbers: a wide national table becomes a `Dataset`, or one error that names every fault. */
import { checkCalendar, type DatedRow } from "../calendar/check-calendar.js";
import { isoDate } from "../calendar/day-number.js";
import { readDates } from "../calendar/read-dates.js";
import { checkSeries } from "../check/check-series.js";
import { makeDataset, type Channel, type Dataset, type Series } from "../dataset/dataset.js";
import { throwIfErrors } from "../issue/issue-error.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import {
  expandRoles,
  parseColumnRoles,
  type ColumnRoles,
  type ExpandedRoles,
} from "../roles/column-roles.js";
import { readTable, type Table, type TextSource } from "../table/read-table.js";
import { findColumns } from "./find-columns.js";
import { readIndicators } from "./read-indicators.js";
import { readNumbers } from "./read-numbers.js";

/**
 * Reads a wide national table: one row per period, one column per series, columns found by name. Commas, semicolons, tabs and
 * bars are recognised as delimiters, a byte-order mark and quotes are understood, columns without a role are ignored. Numbers
 * have a decimal point and no thousands separators. Dates are `YYYY-MM-DD` (also `YYYY/MM/DD`, `YYYYMMDD`, `YYYY-MM`,
 * `31.12.2024`, `31 Dec 2024`, `Dec 31, 2024`), or `31/12/2024` where the column shows which part is the day. Periods are days,
 * weeks or months. Nothing is filled in, sorted or repaired silently.
 *
 * @param source  `name` (the file, for messages) and `text`
 * @param roles   which column plays which part
 * @returns       the data set; its channels and controls stand in the order of the roles
 * @throws  {IssueError} with every fault at once, each with file, line (as an editor counts) and column: see the table of codes
 *          in the package's README
 * @example
 * const text = "week,revenue,tv\n2024-01-01,1000,0\n2024-01-08,1200,50\n";
 * const sales = readDataset({ name: "sales.csv", text }, { time: "week", kpi: "revenue", channels: ["tv"] });
 * sales.kpi.values; // => [1000, 1200]
 * sales.periods; // => ["2024-01-01", "2024-01-08"]
 */
export function readDataset(source: TextSource, roles: ColumnRoles): Dataset {
  const expanded = expandRoles(parseColumnRoles(roles));
  const { table, issues } = readTable(source, new Set(columnsOf(expanded)));
  // Where there is no header, and later where there are no rows, nothing more can be found.
  if (table.header.length === 0) throwIfErrors(issues);
  const columns = findColumns(table, columnsOf(expanded));
  issues.push(...columns.issues);
  if (table.rows.length === 0) throwIfErrors(byLine(issues));
  const series = readSeries(table, expanded, columns.indexOf, issues);
  const lines = table.rows.map((row) => row.line);
  const parts = { name: source.name, ...series, source: { headerLine: table.headerLine, lines, roles } };
  if (issues.length > 0) {
    // A fault that cannot be read must not hide a series that cannot be used, or it would come up one run later.
    if (lines.length > 1) issues.push(...checkSeries(parts).filter(({ severity }) => severity === "error"));
    throwIfErrors(byLine(issues));
  }
  return makeDataset(parts);
}

/** Every column in use, in the order of the roles. */
function columnsOf({ time, kpi, channels, controls }: ExpandedRoles): readonly string[] {
  const media = channels.flatMap(({ spend, exposure }) =>
    exposure === undefined ? [spend] : [spend, exposure],
  );
  return [time, kpi.column, ...media, ...controls.map((control) => control.column)];
}

/** All series of the table; whatever is wrong goes into `issues`, and then the values mean nothing. */
function readSeries(
  table: Table,
  roles: ExpandedRoles,
  indexOf: (column: string) => number | undefined,
  issues: Issue[],
): Pick<Dataset, "periods" | "kpi" | "channels" | "controls"> {
  const periods = readPeriods(table, indexOf(roles.time), issues);
  const numbers = (
    column: string,
    what: "KPI" | "control" | "spend" | "exposure",
    channel?: string,
  ): Float64Array => {
    const index = indexOf(column);
    if (index === undefined) return new Float64Array();
    const read = readNumbers(table, index, periods, { what, channel });
    issues.push(...read.issues);
    return read.values;
  };
  const kpi = { name: roles.kpi.column, values: numbers(roles.kpi.column, "KPI") };
  const channels = roles.channels.map(({ name, spend, exposure }): Channel => {
    const channel = { name, spend: numbers(spend, "spend", name) };
    if (exposure === undefined) return channel;
    return { ...channel, exposure: { name: exposure, values: numbers(exposure, "exposure", name) } };
  });
  const controls = roles.controls.flatMap(({ column, indicators }): readonly Series[] => {
    const index = indexOf(column);
    if (!indicators || index === undefined) return [{ name: column, values: numbers(column, "control") }];
    const read = readIndicators(table, index);
    if ("code" in read) issues.push(read);
    return "code" in read ? [] : read;
  });
  issues.push(...checkIndicatorNames(table, [kpi, ...channels, ...controls]));
  return {
    periods: periods.map((period) => period ?? ""),
    kpi: roles.kpi.unit === undefined ? kpi : { ...kpi, unit: roles.kpi.unit },
    channels,
    controls,
  };
}

/** The ISO date of every row, `undefined` where it cannot be read. */
function readPeriods(
  table: Table,
  columnIndex: number | undefined,
  issues: Issue[],
): readonly (string | undefined)[] {
  if (columnIndex === undefined) return table.rows.map(() => undefined);
  const { days, issues: found } = readDates(table, columnIndex);
  const where = { file: table.file, column: table.header[columnIndex]! };
  const dated = table.rows.flatMap(({ line }, i): DatedRow[] => {
    const day = days[i];
    return day === undefined ? [] : [{ day, line }];
  });
  issues.push(...found, ...checkCalendar(dated, where));
  if (table.rows.length === 1) {
    const rule = "there must be two or more periods";
    const [place, got] = [{ ...where, line: table.rows[0]!.line }, "one row"];
    issues.push(
      makeIssue({ code: "data.one-period", place, rule, got, advice: "Export the whole history." }),
    );
  }
  return days.map((day) => (day === undefined ? undefined : isoDate(day)));
}

/** The roles' names differ; only the names that indicators bring along can still meet another. */
function checkIndicatorNames(table: Table, series: readonly { readonly name: string }[]): readonly Issue[] {
  const names = series.map(({ name }) => name);
  return names.flatMap((name, i) => {
    if (names.indexOf(name) === i) return [];
    const place = { file: table.file, line: table.headerLine };
    const rule = "the KPI, the channels and the controls must have different names";
    const advice = "Rename the column, or the level of the indicators that makes the name.";
    return [makeIssue({ code: "data.duplicate-name", place, rule, got: `${showValue(name)} twice`, advice })];
  });
}

/** In the order of the file; faults of one line stay in the order of the roles. */
function byLine(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

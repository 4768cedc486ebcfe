/** The noun of the first station: labelled series in natural units over regular periods; and the one function that makes it. */
import { dayNumber } from "../calendar/day-number.js";
import { monthAnchor, nextPeriod, periodLengthOf, type PeriodLength } from "../calendar/period-length.js";
import { cleanName } from "../roles/clean-name.js";
import type { ColumnRoles } from "../roles/column-roles.js";

/** A named series, in its column's unit. */
export interface Series {
  readonly name: string;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** The KPI; `unit` is a label such as `"EUR"`. */
export interface Kpi extends Series {
  readonly unit?: string;
}

/** A paid channel. */
export interface Channel {
  readonly name: string;
  /** [cell × time] money per period, ≥ 0 */
  readonly spend: Float64Array;
  /** [cell × time] impressions, clicks … per period, ≥ 0 */
  readonly exposure?: Series;
}

/** Where a data set was read from, so that later checks can name file, line and column. No part of the content. */
export interface DatasetSource {
  readonly headerLine: number;
  /** [time] the line of each period, counted from 1 */
  readonly lines: readonly number[];
  readonly roles: ColumnRoles;
}

/**
 * Marketing data: everything has a name, natural units and one value for each cell and period. Arrays are flat, time fastest.
 * National data have the one cell `"national"`.
 */
export interface Dataset {
  readonly name: string;
  readonly cells: readonly string[];
  /** ISO dates that name the periods, as in the data: by convention the first day of each. */
  readonly periods: readonly string[];
  readonly periodDays: PeriodLength;
  readonly kpi: Kpi;
  readonly channels: readonly Channel[];
  readonly controls: readonly Series[];
  readonly source?: DatasetSource;
}

/** A `Dataset` whose obvious parts may be left out. */
export interface DatasetParts extends Omit<Dataset, "cells" | "periodDays" | "controls"> {
  /** Default `["national"]`. */
  readonly cells?: readonly string[];
  /** Default: found from `periods`; when given, it must agree with them. */
  readonly periodDays?: PeriodLength;
  /** Default none. */
  readonly controls?: readonly Series[];
}

/**
 * Makes a data set of parts, and refuses what no data set can be: every series has one finite value per period, spend and
 * exposure are ≥ 0, periods are regular, names are single lines of text and differ.
 *
 * @param parts  `name` (shown in messages, usually the file), `periods` (≥ 2 ISO dates), `kpi`, `channels` (≥ 1), `controls`
 * @returns      the data set
 * @throws  {Error} when one of this does not hold: a programmer's mistake, unlike wrong text, which `readDataset` explains
 * @example
 * const weeks = makeDataset({
 *   name: "two weeks",
 *   periods: ["2024-01-01", "2024-01-08"],
 *   kpi: { name: "revenue", values: Float64Array.of(1000, 1200) },
 *   channels: [{ name: "tv", spend: Float64Array.of(0, 50) }],
 * });
 * weeks.periodDays; // => 7
 */
export function makeDataset(parts: DatasetParts): Dataset {
  const { cells = ["national"], controls = [], periods } = parts;
  // Panels come later; half a panel, checked as if it were national, would be worse than none.
  insist(cells.length === 1, "cells must hold one name", cells.length);
  const periodDays = checkPeriods(periods);
  insist(
    (parts.periodDays ?? periodDays) === periodDays,
    `periodDays must be ${periodDays}`,
    parts.periodDays,
  );
  insist(parts.channels.length > 0, "there must be a channel", 0);
  const size = cells.length * periods.length;
  checkSeries(parts.kpi, size, -Infinity);
  for (const control of controls) checkSeries(control, size, -Infinity);
  for (const { name, spend, exposure } of parts.channels) {
    checkSeries({ name, values: spend }, size, 0);
    if (exposure !== undefined) checkSeries(exposure, size, 0);
  }
  const named = [parts.kpi, ...controls];
  checkDistinct([...named, ...parts.channels].map((series) => series.name));
  checkDistinct(
    [...named, ...parts.channels.flatMap(({ exposure = [] }) => exposure)].map((series) => series.name),
  );
  const lines = parts.source?.lines.length ?? periods.length;
  insist(lines === periods.length, `source.lines must have ${periods.length} entries`, lines);
  return { ...parts, cells, controls, periodDays };
}

function checkPeriods(periods: readonly string[]): PeriodLength {
  const days = periods.map(dayNumber);
  const length = periodLengthOf(days);
  insist(length !== undefined, "periods must be two or more days, weeks or months", periods.length);
  const anchor = monthAnchor(days);
  const broken = days.findIndex((day, i) => i > 0 && nextPeriod(days[i - 1]!, length, anchor) !== day);
  insist(broken === -1, "periods must follow one another without a gap", periods[broken]);
  return length;
}

function checkSeries({ name, values }: Series, size: number, least: number): void {
  insist(
    name !== "" && name === cleanName(name),
    "names must be one line of text without outer spaces",
    name,
  );
  insist(values.length === size, `"${name}" must have ${size} values`, values.length);
  const rule = least === 0 ? "finite values ≥ 0" : "finite values";
  for (const value of values) {
    insist(Number.isFinite(value) && value >= least, `"${name}" must hold ${rule}`, value);
  }
}

function checkDistinct(names: readonly string[]): void {
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  insist(repeated === undefined, "names must differ", repeated);
}

function insist(holds: boolean, rule: string, got: unknown): asserts holds {
  if (!holds) throw new Error(`makeDataset: ${rule}, got ${String(got)}. Check what is handed over.`);
}

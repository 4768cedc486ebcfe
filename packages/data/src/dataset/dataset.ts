/** The noun of the first station: labelled series in natural units over cells and regular periods; and the function that makes it. */
import { dayNumber } from "../calendar/day-number.js";
import { monthAnchor, nextPeriod, periodLengthOf, type PeriodLength } from "../calendar/period-length.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { insist, insistOnDistinct, insistOnName } from "./insist.js";
import type { Split } from "./split.js";
import { cellNames, checkPanel, type PanelDimension } from "./panel-dimension.js";

/** A named series, in its column's unit. */
export interface Series {
  readonly name: string;
  /** [cell × time] */
  readonly values: Float64Array;
}

/** The KPI; `unit` is a label such as `"EUR"`. */
export interface Kpi extends Series {
  readonly unit?: string;
  /** [cell × time] money that one unit of the KPI brings, ≥ 0; absent where the KPI is money itself. */
  readonly revenuePerKpi?: Series;
}

/** A channel's media in the periods before the first, for carry-over into it. */
export interface MediaHistory {
  /** [cell × history period] money per period, ≥ 0 */
  readonly spend: Float64Array;
  /** [cell × history period] in the unit of the channel's exposure, ≥ 0; there where the channel has an exposure */
  readonly exposure?: Float64Array;
}

/** A paid channel. */
export interface Channel {
  readonly name: string;
  /** [cell × time] money per period, ≥ 0 */
  readonly spend: Float64Array;
  /** [cell × time] impressions, clicks … per period, ≥ 0 */
  readonly exposure?: Series;
  /** There where the data set has `historyPeriods`. */
  readonly history?: MediaHistory;
}

/** The people of each cell, or another measure of its size. */
export interface Population {
  readonly name: string;
  /** [cell] > 0 */
  readonly values: Float64Array;
}

/** Where a data set was read from, so that later checks can name file, line and column. No part of the content. */
export interface DatasetSource {
  /** Absent where the source has no lines: records and tables of other libraries. */
  readonly headerLine?: number;
  /** [cell × time] the line of each cell and period, counted from 1; the row where there are no lines; 0 where there is none */
  readonly lines: readonly number[];
  readonly roles: ColumnRoles;
  /** Where media stand a row per channel: their table, and [channel] → [cell × time] the line of each, 0 where there is none. */
  readonly media?: {
    readonly file: string;
    readonly headerLine?: number;
    readonly lines: readonly (readonly number[])[];
  };
}

/**
 * Marketing data: everything has a name, natural units and one value for each cell and period. Arrays are flat, time fastest:
 * the value of cell g and period t stands at `g * periods.length + t`. National data have the one cell `"national"`.
 */
export interface Dataset {
  readonly name: string;
  /** The units of the panel; where it has several dimensions, their levels joined: `"BrandA × North"`. */
  readonly cells: readonly string[];
  /** The dimensions of a panel; absent for national data. */
  readonly dimensions?: readonly PanelDimension[];
  /** ISO dates that name the periods, as in the data: by convention the first day of each. */
  readonly periods: readonly string[];
  readonly periodDays: PeriodLength;
  /** Periods just before the first of which only media are known, the oldest first; absent where there are none. */
  readonly historyPeriods?: readonly string[];
  readonly kpi: Kpi;
  readonly channels: readonly Channel[];
  readonly controls: readonly Series[];
  readonly population?: Population;
  /** Values of the KPI that are kept from the fit; absent where it sees all. */
  readonly split?: Split;
  readonly source?: DatasetSource;
}

/** A `Dataset` whose obvious parts may be left out. */
export interface DatasetParts extends Omit<Dataset, "cells" | "periodDays" | "controls"> {
  /** Default: the names that `dimensions` give, or `["national"]`. */
  readonly cells?: readonly string[];
  /** Default: found from `periods`; when given, it must agree with them. */
  readonly periodDays?: PeriodLength;
  /** Default none. */
  readonly controls?: readonly Series[];
}

/**
 * Makes a data set of parts, and refuses what no data set can be: every series has one finite value per cell and period, spend
 * and exposure are ≥ 0, periods are regular, names are single lines of text and differ. A panel that comes without `dimensions`
 * gets one, called `"cell"`.
 *
 * @param parts  `name` (shown in messages, usually the file), `periods` (≥ 2 ISO dates), `kpi`, `channels` (≥ 1), `controls`; for
 *               a panel `cells` or `dimensions`, and `population`; `historyPeriods` where channels have a `history`
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
 * const panel = makeDataset({
 *   ...weeks,
 *   cells: ["north", "south"],
 *   kpi: { name: "revenue", values: Float64Array.of(1000, 1200, 700, 650) },
 *   channels: [{ name: "tv", spend: Float64Array.of(0, 50, 0, 20) }],
 * });
 * panel.dimensions?.map((dimension) => dimension.name); // => ["cell"]
 */
export function makeDataset(parts: DatasetParts): Dataset {
  const { controls = [], dimensions, cells = dimensions ? cellNames(dimensions) : ["national"] } = parts;
  const national = cells.length === 1 && cells[0] === "national";
  const panel = dimensions ?? (national ? undefined : [{ name: "cell", levels: cells }]);
  const whole = { ...parts, cells, controls, ...(panel === undefined ? {} : { dimensions: panel }) };
  return { ...whole, periodDays: checkParts(whole) };
}

/** Checks everything that a data set promises; gives the length of its periods. */
function checkParts(parts: Omit<Dataset, "periodDays"> & DatasetParts): PeriodLength {
  const { cells, dimensions, periods, historyPeriods = [], kpi, source } = parts;
  checkPanel(cells, dimensions);
  const periodDays = checkPeriods(historyPeriods, periods);
  insist(
    (parts.periodDays ?? periodDays) === periodDays,
    `periodDays must be ${periodDays}`,
    parts.periodDays,
  );
  insist(parts.channels.length > 0, "there must be a channel", 0);
  const size = cells.length * periods.length;
  checkSeries(kpi, size, -Infinity);
  for (const control of parts.controls) checkSeries(control, size, -Infinity);
  for (const channel of parts.channels) checkChannel(channel, size, cells.length * historyPeriods.length);
  if (kpi.revenuePerKpi !== undefined) checkSeries(kpi.revenuePerKpi, size, 0);
  checkPopulation(parts.population, cells.length);
  checkNames(parts);
  if (parts.split !== undefined) checkSplit(parts.split, size);
  const lines = source?.lines.length ?? size;
  insist(lines === size, `source.lines must have ${size} entries`, lines);
  return periodDays;
}

function checkSplit({ name, train, holdout }: Split, size: number): void {
  for (const mask of [train, holdout])
    insist(mask.length === size, `split "${name}" must have masks of ${size} values`, mask.length);
  const both = train.findIndex((value, p) => value !== 0 && holdout[p] !== 0);
  insist(both === -1, `split "${name}" must have no value in train and in holdout`, both);
}

function checkPeriods(history: readonly string[], periods: readonly string[]): PeriodLength {
  insist(periods.length > 1, "periods must be two or more days, weeks or months", periods.length);
  const all = [...history, ...periods];
  const days = all.map(dayNumber);
  const length = periodLengthOf(days);
  insist(length !== undefined, "periods must be two or more days, weeks or months", all.length);
  const anchor = monthAnchor(days, length);
  const broken = days.findIndex((day, i) => i > 0 && nextPeriod(days[i - 1]!, length, anchor) !== day);
  insist(broken === -1, "periods must follow one another without a gap", all[broken]);
  return length;
}

function checkChannel({ name, spend, exposure, history }: Channel, size: number, historySize: number): void {
  checkSeries({ name, values: spend }, size, 0);
  if (exposure !== undefined) checkSeries(exposure, size, 0);
  if (historySize === 0 && history === undefined) return;
  insist(history !== undefined, `"${name}" must have a history, as historyPeriods say`, "none");
  checkSeries({ name, values: history.spend }, historySize, 0);
  const both = (history.exposure === undefined) === (exposure === undefined);
  insist(both, `"${name}" must have exposure in its history where it has exposure`, history.exposure?.length);
  if (history.exposure !== undefined) checkSeries({ name, values: history.exposure }, historySize, 0);
}

function checkPopulation(population: Population | undefined, cellCount: number): void {
  if (population === undefined) return;
  checkSeries(population, cellCount, 0);
  const positive = population.values.every((value) => value > 0);
  insist(positive, `"${population.name}" must hold values > 0`, 0);
}

function checkSeries({ name, values }: Series | Population, size: number, least: number): void {
  insistOnName(name);
  insist(values.length === size, `"${name}" must have ${size} values`, values.length);
  const rule = least === 0 ? "finite values ≥ 0" : "finite values";
  const wrong = values.findIndex((value) => !(Number.isFinite(value) && value >= least));
  insist(wrong === -1, `"${name}" must hold ${rule}`, values[wrong]);
}

/** A channel may be called like a column that is no series of its own, since the two never stand for each other. */
function checkNames({
  kpi,
  controls,
  channels,
  dimensions = [],
  population,
}: Omit<Dataset, "periodDays">): void {
  const named = [kpi, ...controls];
  insistOnDistinct([...named, ...channels].map(({ name }) => name));
  const exposures = channels.flatMap(({ exposure = [] }) => exposure);
  const others = [kpi.revenuePerKpi ?? [], population ?? [], dimensions].flat();
  for (const { name } of dimensions) insistOnName(name);
  insistOnDistinct([...named, ...exposures, ...others].map(({ name }) => name));
}

/** Holes of a series that is still being read: where they are, and what they are filled with. */
import { rowPlace } from "../table/table.js";
import type { Place } from "../issue/issue.js";
import { isMedia, type Draft, type DraftSeries } from "../read/draft.js";
import type { RowFault } from "../read/read-numbers.js";
import { valueChange, type Change } from "./change.js";
import type { MissingRepair, NegativeRepair } from "./repair.js";

/** A series and what was done to it. */
export interface Filled {
  readonly series: DraftSeries;
  readonly changes: readonly Change[];
}

/** The positions where nothing is written and something is asked for; text that is no number is no hole. */
export function missingPositions({ grid, historyLength }: Draft, series: DraftSeries): readonly number[] {
  const { values, faults, positions } = series;
  const wrong = new Set(
    faults.filter(({ code }) => code !== "data.missing-value").map(({ row }) => positions[row]!),
  );
  return [...values.keys()].filter((position) => {
    const asked = isMedia(series) || position % grid.periods.length >= historyLength;
    return asked && Number.isNaN(values[position]) && !wrong.has(position);
  });
}

/** Nothing happened where nothing is written. */
export function fillWithZero(draft: Draft, series: DraftSeries, repair: MissingRepair): Filled {
  // Beside other rows of a sum, the one without a value adds nothing.
  return fill(draft, series, repair, missingPositions(draft, series), (p) => series.rest?.[p] ?? 0);
}

/** The straight line between the neighbours in time of the same cell. */
export function interpolate(draft: Draft, series: DraftSeries, repair: MissingRepair): Filled {
  const { values, rest } = series;
  const width = draft.grid.periods.length;
  const known = (position: number): boolean => !Number.isNaN(values[position]);
  const neighbours = (position: number): readonly [number, number] | undefined => {
    const start = position - (position % width);
    let [before, after] = [position - 1, position + 1];
    while (before >= start && !known(before)) before -= 1;
    while (after < start + width && !known(after)) after += 1;
    return before < start || after >= start + width ? undefined : [before, after];
  };
  const between = missingPositions(draft, series).filter(
    (position) => (rest?.[position] ?? 0) === 0 && neighbours(position) !== undefined,
  );
  return fill(draft, series, repair, between, (position) => {
    const [before, after] = neighbours(position)!;
    const share = (position - before) / (after - before);
    return values[before]! + share * (values[after]! - values[before]!);
  });
}

/** Money and media below zero become nothing; they are left out of the sum where rows are parts of one. */
export function raiseToZero(draft: Draft, series: DraftSeries, repair: NegativeRepair): Filled {
  const { faults, positions } = series;
  const negative = ({ code, row }: RowFault): boolean =>
    code.startsWith("data.negative-") && positions[row] !== -1;
  const left = faults.filter((fault) => !negative(fault));
  const open = new Set(left.map(({ row }) => positions[row]!));
  const values = series.values.slice();
  const changes = faults.filter(negative).map((fault) => {
    const position = positions[fault.row]!;
    if (!open.has(position)) values[position] = series.rest?.[position] ?? 0;
    return valueChange(repair, series.name, placeIn(draft, series, position, fault.line), {
      from: fault.value,
      to: 0,
    });
  });
  return { series: { ...series, values, faults: left }, changes };
}

function fill(
  draft: Draft,
  series: DraftSeries,
  repair: MissingRepair,
  holes: readonly number[],
  valueAt: (position: number) => number,
): Filled {
  const filled = new Set(holes);
  const values = series.values.slice();
  const changes = holes.map((position) => {
    const to = valueAt(position);
    values[position] = to;
    return valueChange(repair, series.name, placeIn(draft, series, position), { to });
  });
  const faults = series.faults.filter(({ row }) => !filled.has(series.positions[row]!));
  return { series: { ...series, values, faults }, changes };
}

/** The place of a value; the line of its first row, where there is one and no other is given. */
function placeIn({ grid }: Draft, series: DraftSeries, position: number, line?: number): Place {
  const { table, column, channel, rows } = series;
  const { cells, dimensions, periods } = grid;
  const row = rows[position]!;
  const at = line ?? (row === -1 ? undefined : table.rows[row]!.line);
  return {
    file: table.file,
    ...(at === undefined ? {} : rowPlace(table, at)),
    column,
    channel,
    cell: dimensions && cells[Math.floor(position / periods.length)],
    period: periods[position % periods.length]!,
  };
}

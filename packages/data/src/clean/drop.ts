/** Periods, cells and series taken out of a draft, with everything that was wrong with them. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { replaceSeries, seriesOf, type Draft, type DraftSeries } from "../read/draft.js";
import { dropChange, type Change } from "./change.js";
import { missingPositions } from "./fill.js";
import type { MissingRepair } from "./repair.js";

/** A draft and what was done to it. */
export interface Dropped {
  readonly draft: Draft;
  readonly changes: readonly Change[];
}

/** Takes out the control or the channel; of a channel that has spend too, the exposure alone. */
export function dropSeries(draft: Draft, series: DraftSeries, repair: MissingRepair): Dropped {
  if (missingPositions(draft, series).length === 0) return { draft, changes: [] };
  const place = { file: series.table.file, column: series.column, channel: series.channel };
  if (series.meaning !== "control" && series.channel === undefined) {
    const words = { rule: "only channels and controls can be dropped", got: `"${series.name}"` };
    const advice = "Repair its values, or drop periods or cells.";
    const issue = makeIssue({ code: "repairs.cannot-drop", place, ...words, advice });
    return { draft: { ...draft, issues: [...draft.issues, issue] }, changes: [] };
  }
  const channels = draft.channels.flatMap((channel) => {
    const { exposure, ...rest } = channel;
    if (channel.role.name !== series.channel) return [channel];
    return series === exposure && channel.spend !== undefined ? [rest] : [];
  });
  const controls = draft.controls.filter((control) => control !== series);
  const kept = { ...draft, channels, controls };
  return {
    draft: channels.length > 0 ? kept : { ...kept, issues: [...draft.issues, nothingLeft(draft, "channel")] },
    changes: [dropChange(repair, series.name, place, "series")],
  };
}

/** Takes out the cells in which the series lacks a value. */
export function dropCells(draft: Draft, series: DraftSeries, repair: MissingRepair): Dropped {
  const { cells, periods } = draft.grid;
  const out = new Set(missingPositions(draft, series).map((p) => Math.floor(p / periods.length)));
  if (out.size === 0) return { draft, changes: [] };
  if (out.size === cells.length) {
    return { draft: { ...draft, issues: [...draft.issues, nothingLeft(draft, "cell")] }, changes: [] };
  }
  const changes = [...out].map((g) =>
    dropChange(repair, series.name, { file: draft.table.file, cell: cells[g]! }, "cell"),
  );
  return {
    draft: keep(
      draft,
      (g) => !out.has(g),
      () => true,
    ),
    changes,
  };
}

/** Takes out the periods in which the series lacks a value in some cell, as long as they stand at an end. */
export function dropPeriods(draft: Draft, series: DraftSeries, repair: MissingRepair): Dropped {
  const { periods } = draft.grid;
  const width = periods.length;
  const out = new Set(missingPositions(draft, series).map((p) => p % width));
  let [first, last] = [0, width];
  while (out.has(first)) first += 1;
  while (last > first && out.has(last - 1)) last -= 1;
  const inside = [...out].filter((t) => t > first && t < last).sort((a, b) => a - b);
  const history = Math.max(draft.historyLength, first);
  if (last - history < 2) {
    return { draft: { ...draft, issues: [...draft.issues, nothingLeft(draft, "period")] }, changes: [] };
  }
  const issues = inside.map((t) => periodInside(draft, series, periods[t]!));
  const changes = periods.flatMap((period, t) =>
    t >= first && t < last
      ? []
      : [dropChange(repair, series.name, { file: draft.table.file, period }, "period")],
  );
  const kept = keep(
    draft,
    () => true,
    (t) => t >= first && t < last,
  );
  return { draft: { ...kept, issues: [...kept.issues, ...issues] }, changes };
}

/** The draft of some cells and periods. */
function keep(draft: Draft, keepsCell: (g: number) => boolean, keepsPeriod: (t: number) => boolean): Draft {
  const { cells, dimensions, periods, rows } = draft.grid;
  const width = periods.length;
  const kept = (position: number): boolean =>
    keepsCell(Math.floor(position / width)) && keepsPeriod(position % width);
  const index = new Int32Array(rows.length).fill(-1);
  let size = 0;
  for (let position = 0; position < rows.length; position++) if (kept(position)) index[position] = size++;
  const trimmed = new Map(seriesOf(draft).map((series) => [series, trim(series, kept, index)]));
  const grid = {
    cells: cells.filter((_, g) => keepsCell(g)),
    ...(dimensions && {
      dimensions: dimensions.map(({ name, levels }) => ({
        name,
        levels: levels.filter((_, g) => keepsCell(g)),
      })),
    }),
    periods: periods.filter((_, t) => keepsPeriod(t)),
    rows: rows.filter((_, position) => kept(position)),
  };
  const historyLength = periods.filter((_, t) => t < draft.historyLength && keepsPeriod(t)).length;
  const gaps = draft.gaps
    .map((gap) => ({ ...gap, positions: gap.positions.filter(kept).map((position) => index[position]!) }))
    .filter(({ positions }) => positions.length > 0);
  const population = draft.population && trim(draft.population, kept, index);
  const changed = { ...draft, grid, historyLength, gaps, ...(population && { population }) };
  return replaceSeries(changed, (series) => trimmed.get(series)!);
}

function trim(series: DraftSeries, kept: (position: number) => boolean, index: Int32Array): DraftSeries {
  const { values, rest, faults, positions, rows } = series;
  const cut = (numbers: Float64Array): Float64Array => numbers.filter((_, position) => kept(position));
  return {
    ...series,
    values: cut(values),
    ...(rest && { rest: cut(rest) }),
    faults: faults.filter(({ row }) => positions[row] === -1 || kept(positions[row]!)),
    positions: positions.map((position) => (position === -1 ? -1 : index[position]!)),
    rows: rows.filter((_, position) => kept(position)),
  };
}

function nothingLeft({ table }: Draft, what: string): Issue {
  return makeIssue({
    code: "repairs.nothing-left",
    place: { file: table.file },
    rule: `some ${what}s must be left after dropping`,
    got: what === "period" ? "fewer than two" : "none",
    advice: "Repair values instead, or repair the table.",
  });
}

function periodInside({ table }: Draft, { column, channel }: DraftSeries, period: string): Issue {
  return makeIssue({
    code: "repairs.period-inside",
    place: { file: table.file, column, channel, period },
    rule: "periods can be dropped at the beginning and the end only",
    got: "one between others",
    advice: "Interpolate it, or drop the cell or the series.",
  });
}

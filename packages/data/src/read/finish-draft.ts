/** The end of reading: a draft becomes a data set, or one error that names every fault. */
import { checkSeries } from "../check/check-series.js";
import {
  makeDataset,
  type Channel,
  type Dataset,
  type DatasetParts,
  type DatasetSource,
  type Kpi,
  type Population,
} from "../dataset/dataset.js";
import { throwIfErrors } from "../issue/issue-error.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { cellIssues } from "../table/cell-issues.js";
import { atRow, headerPlace, rowPlace, type Table } from "../table/table.js";
import { allocateSpend } from "../media/allocate-spend.js";
import { byPlace } from "./by-place.js";
import { isMedia, seriesOf, type Draft, type DraftChannel, type DraftSeries } from "./draft.js";

/** Throws with everything that is wrong, or makes the data set. */
export function finishDraft(draft: Draft): Dataset {
  const population = populationOf(draft);
  const parts = { ...partsOf(draft), ...(population.found && { population: population.found }) };
  const issues = [
    ...draft.issues,
    ...openGaps(draft),
    ...[...seriesOf(draft), ...(draft.population ? [draft.population] : [])].flatMap((series) =>
      faultsOf(draft, series),
    ),
    ...population.issues,
    ...checkNames(draft.table, parts),
  ];
  if (issues.length > 0) {
    // A fault that cannot be read must not hide a series that cannot be used, or it would come up one run later.
    const { cells } = draft.grid;
    if (parts.periods.length > 1 && cells.length > 0) {
      issues.push(...checkSeries({ ...parts, cells }).filter(({ severity }) => severity === "error"));
    }
    throwIfErrors(byPlace(draft.name, issues));
  }
  return makeDataset(parts);
}

type WholeParts = DatasetParts & Required<Pick<DatasetParts, "cells" | "controls">>;

function partsOf(draft: Draft): WholeParts {
  const { grid, historyLength, kpi, kpiRole, revenue, channels, controls } = draft;
  const { cells, dimensions, periods } = grid;
  const present = presentOf(draft);
  const money = kpiRole.revenuePerKpi;
  const paid =
    revenue === undefined
      ? typeof money === "number"
        ? { name: `revenue per ${kpi.name}`, values: present(kpi.values).map(() => money) }
        : undefined
      : { name: revenue.name, values: present(revenue.values) };
  const whole: Kpi = {
    name: kpi.name,
    values: present(kpi.values),
    ...(kpiRole.unit === undefined ? {} : { unit: kpiRole.unit }),
    ...(paid && { revenuePerKpi: paid }),
  };
  return {
    name: draft.name,
    cells,
    ...(dimensions && { dimensions }),
    periods: historyLength === 0 ? periods : periods.slice(historyLength),
    ...(historyLength === 0 ? {} : { historyPeriods: periods.slice(0, historyLength) }),
    kpi: whole,
    channels: channels.map((channel) => channelOf(draft, channel)),
    controls: controls.map(({ name, values }) => ({ name, values: present(values) })),
    source: sourceOf(draft),
  };
}

/** Cuts the media history off, or everything else; series without a history are given back as they are. */
function presentOf({ grid, historyLength }: Draft): (values: Float64Array) => Float64Array {
  const width = grid.periods.length;
  return (values) => (historyLength === 0 ? values : values.filter((_, p) => p % width >= historyLength));
}

function channelOf(draft: Draft, { role, spend, exposure }: DraftChannel): Channel {
  const { grid, historyLength } = draft;
  const present = presentOf(draft);
  const past = (values: Float64Array): Float64Array =>
    values.filter((_, p) => p % grid.periods.length < historyLength);
  const bought = exposure && { name: exposure.name, values: present(exposure.values) };
  const before = historyLength > 0 && exposure ? past(exposure.values) : undefined;
  const paid =
    role.totalSpend === undefined || bought === undefined
      ? {
          spend: spend ? present(spend.values) : new Float64Array(),
          ...(historyLength > 0 && spend ? { history: past(spend.values) } : {}),
        }
      : allocateSpend(role.totalSpend, bought.values, before);
  return {
    name: role.name,
    spend: paid.spend,
    ...(bought && { exposure: bought }),
    ...(paid.history && { history: { spend: paid.history, ...(before && { exposure: before }) } }),
  };
}

function sourceOf(draft: Draft): DatasetSource {
  const { table, mediaTable, grid, roles, channels, historyLength } = draft;
  const width = grid.periods.length;
  const linesOf = ({ rows: own }: Table, rows: Int32Array): readonly number[] => {
    const lines = new Array<number>(rows.length);
    rows.forEach((row, p) => (lines[p] = row === -1 ? 0 : own[row]!.line));
    return historyLength === 0 ? lines : lines.filter((_, p) => p % width >= historyLength);
  };
  const { headerLine } = table;
  return {
    ...(headerLine === undefined ? {} : { headerLine }),
    lines: linesOf(table, grid.rows),
    roles,
    ...(mediaTable && {
      media: {
        file: mediaTable.file,
        ...(mediaTable.headerLine === undefined ? {} : { headerLine: mediaTable.headerLine }),
        lines: channels.map(({ spend }) => (spend ? linesOf(mediaTable, spend.rows) : [])),
      },
    }),
  };
}

/** The faults of a series; those of the KPI and controls in the media history are none. */
function faultsOf(draft: Draft, series: DraftSeries): readonly Issue[] {
  const { grid, historyLength } = draft;
  const { table, column, channel, positions, faults } = series;
  // Rows of another table are counted by nobody, so that faults through a whole cell are told one by one there.
  const cellRows = table === draft.table ? draft.cellRows : undefined;
  const width = grid.periods.length;
  const asked = isMedia(series)
    ? faults
    : faults.filter(({ row }) => positions[row] === -1 || positions[row]! % width >= historyLength);
  const late = series.meaning === "KPI" && historyLength === 0 ? lateStart(draft, series) : 0;
  if (late === 0) return cellIssues(asked, table, { column, channel }, table.rows.length, cellRows);
  const start = grid.periods[late]!;
  const later = asked.filter(({ row }) => !(positions[row]! % width < late));
  const issue = makeIssue({
    code: "data.missing-value",
    place: { file: table.file, ...rowPlace(table, asked[0]!.line), column, period: grid.periods[0]! },
    rule: "KPI must be a number",
    got: `empty cells in every row before ${start}`,
    advice: `Write the values, or let \`kpi.starts\` be "${start}" in the roles where only media go back further.`,
  });
  return [issue, ...cellIssues(later, table, { column, channel }, table.rows.length, cellRows)];
}

/** How many periods at the beginning have an empty KPI in every cell, as where media go back further than sales. */
function lateStart({ grid }: Draft, { faults, positions }: DraftSeries): number {
  const width = grid.periods.length;
  const missing = new Set(
    faults.flatMap(({ code, row }) => (code === "data.missing-value" ? [positions[row]!] : [])),
  );
  const isEmpty = (t: number): boolean => grid.cells.every((_, g) => missing.has(g * width + t));
  let late = 0;
  while (late < width && isEmpty(late)) late += 1;
  return late < width - 1 ? late : 0;
}

/** Gaps where a series that is asked for still has no value. */
function openGaps(draft: Draft): readonly Issue[] {
  const { grid, historyLength } = draft;
  const all = seriesOf(draft);
  return draft.gaps.flatMap(({ issue, positions, series }) => {
    const standing = all.filter((own) =>
      series.some(({ name, meaning }) => name === own.name && meaning === own.meaning),
    );
    const open = standing.some((own) =>
      positions.some((p) => {
        const asked = isMedia(own) || p % grid.periods.length >= historyLength;
        return asked && own.values.length > 0 && Number.isNaN(own.values[p]);
      }),
    );
    return open ? [issue] : [];
  });
}

/** One value per cell, which all of its rows must give. */
function populationOf({ population, grid }: Draft): { found?: Population; issues: readonly Issue[] } {
  if (population === undefined || population.values.length === 0) return { issues: [] };
  const { table, column, name, values, rows } = population;
  const width = grid.periods.length;
  const issues: Issue[] = [];
  const found = Float64Array.from(grid.cells, (cell, g) => {
    const own = values.subarray(g * width, (g + 1) * width);
    const first = own.findIndex((value) => !Number.isNaN(value));
    const other = own.findIndex((value) => !Number.isNaN(value) && value !== own[first]);
    if (other === -1) return own[first] ?? NaN;
    const line = (t: number): number => table.rows[rows[g * width + t]!]!.line;
    issues.push(
      makeIssue({
        code: "data.changing-population",
        place: {
          file: table.file,
          ...rowPlace(table, line(other)),
          column,
          ...(grid.dimensions && { cell }),
          period: grid.periods[other]!,
        },
        rule: "population must be the same in all periods of a cell",
        got: `${own[other]} (${own[first]} ${atRow(table, line(first))})`,
        advice: "Give one value for each cell, or use the column as a control.",
      }),
    );
    return NaN;
  });
  return { found: { name, values: found }, issues };
}

/** The roles' names differ; only the names that indicators, levels and sums bring along can still meet another. */
function checkNames(
  table: Table,
  { kpi, channels, controls, population, dimensions = [] }: DatasetParts & WholeParts,
): readonly Issue[] {
  const named = [kpi, ...controls];
  const exposures = channels.flatMap(({ exposure = [] }) => exposure);
  const others = [kpi.revenuePerKpi ?? [], population ?? [], dimensions].flat();
  const registers = [
    [kpi, ...channels, ...controls],
    [...named, ...exposures, ...others],
  ];
  const repeated = registers.flatMap((series) => {
    const names = series.map(({ name }) => name);
    return names.filter((name, i) => names.indexOf(name) !== i);
  });
  return [...new Set(repeated)].map((name) => {
    const rule = "the KPI, the channels and the controls must have different names";
    const advice = "Rename the column, or the level of the indicators that makes the name.";
    const got = `${showValue(name)} twice`;
    return makeIssue({ code: "data.duplicate-name", place: headerPlace(table), rule, got, advice });
  });
}

/** From how columns look to what each of them is, station by station: what is taken is not asked again. */
import type { TableFormat } from "../table/table-format.js";
import type { ColumnSketch } from "./column-sketch.js";
import { type GuessedControl, guessControls } from "./guess-controls.js";
import { guessKpi, guessRevenuePerKpi } from "./guess-kpi.js";
import { type GuessedMedia, guessMedia } from "./guess-media.js";
import { type GuessedMediaRows, guessMediaRows } from "./guess-media-rows.js";
import { guessPanel } from "./guess-panel.js";
import { hasWord, vocabulary } from "./name-words.js";

/** What every column is taken for. */
export interface GuessedColumns {
  readonly format: TableFormat;
  readonly time: ColumnSketch | undefined;
  readonly panel: readonly ColumnSketch[];
  readonly kpi: ColumnSketch | undefined;
  readonly revenuePerKpi: ColumnSketch | undefined;
  readonly population: ColumnSketch | undefined;
  readonly rows: GuessedMediaRows | undefined;
  readonly media: GuessedMedia;
  readonly controls: readonly GuessedControl[];
}

/** Guesses around the columns whose role is known. */
export function guessColumns(
  columns: readonly ColumnSketch[],
  known: { readonly time: ColumnSketch | undefined; readonly kpi: ColumnSketch | undefined },
  format: TableFormat,
): GuessedColumns {
  const time = known.time ?? guessTime(columns);
  const kpi = known.kpi ?? guessKpi(columns.filter((column) => column !== time));
  const rest = columns.filter((column) => column !== time && column !== kpi);
  const rows = guessMediaRows(rest);
  const panel =
    time === undefined
      ? []
      : guessPanel(
          time,
          rest.filter((column) => column !== rows?.channel),
          rows === undefined ? [] : [rows.channel],
        );
  const revenuePerKpi = kpi && guessRevenuePerKpi(kpi, rest);
  const population = panel.length > 0 ? guessPopulation(rest, panel) : undefined;
  const taken = [...panel, revenuePerKpi, population, rows?.channel, rows?.spend, rows?.exposure];
  const open = rest.filter((column) => !taken.includes(column));
  const media = guessMedia(rows === undefined ? open : []);
  const ofMedia = [
    ...media.channels.flatMap((own) => own.columns),
    ...media.leftOut.map((own) => own.column),
  ];
  const controls = guessControls(open.filter(({ name }) => !ofMedia.includes(name)));
  return { format, time, panel, kpi, revenuePerKpi, population, rows, media, controls };
}

/** The first column of dates whose name says so, otherwise the first of dates. */
function guessTime(columns: readonly ColumnSketch[]): ColumnSketch | undefined {
  const dates = columns.filter(({ kind }) => kind === "dates");
  return dates.find(({ words }) => hasWord(words, vocabulary.time)) ?? dates[0];
}

/** A size of each cell that stays the same. */
function guessPopulation(
  columns: readonly ColumnSketch[],
  panel: readonly ColumnSketch[],
): ColumnSketch | undefined {
  return columns.find(({ words, numbers, cells }) => {
    if (!hasWord(words, vocabulary.population) || !numbers?.every((value) => value > 0)) return false;
    const sizes = new Map<string, string>();
    return cells.every((cell, i) => {
      const own = panel.map((dimension) => dimension.cells[i]).join("\u0000");
      if (!sizes.has(own)) sizes.set(own, cell);
      return sizes.get(own) === cell;
    });
  });
}

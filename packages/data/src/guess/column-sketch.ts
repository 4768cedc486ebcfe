/** What can be seen of a column without knowing its role: its words, what its cells are, how they vary. */
import { parseDate } from "../calendar/parse-date.js";
import { numberParser } from "../table/parse-number.js";
import type { TableFormat } from "../table/table-format.js";
import type { Table } from "../table/table.js";
import { nameWords } from "./name-words.js";

/** A column as it looks. */
export interface ColumnSketch {
  readonly name: string;
  /** The words of its name in small letters: `Channel0_spend` is `channel0` and `spend`. */
  readonly words: readonly string[];
  readonly kind: "dates" | "numbers" | "text" | "empty";
  readonly cells: readonly string[];
  /** How many different cells it has; those of numbers are compared as numbers. */
  readonly levels: number;
  /** Cells that hold nothing, or `NA` and its like. */
  readonly gaps: number;
  /** [row] its numbers, where it has numbers alone or with gaps (NaN). */
  readonly numbers?: Float64Array;
}

/** Words for nothing: a gap among numbers, a level of its own among texts. */
const nothing = /^(na|n\/a|#n\/a|nan|null|none|nil|missing|-|–|\.)?$/i;

/** Looks at every column of a table. */
export function sketchColumns(table: Table, format: TableFormat = {}): readonly ColumnSketch[] {
  return table.header.map((name, index) =>
    sketchColumn(
      name,
      table.rows.map(({ cells }) => cells[index]!.trim()),
      format,
    ),
  );
}

function sketchColumn(name: string, cells: readonly string[], format: TableFormat): ColumnSketch {
  const filled = cells.filter((cell) => !nothing.test(cell));
  const common = { name, words: nameWords(name), cells, gaps: cells.length - filled.length };
  if (filled.length === 0) return { ...common, kind: "empty", levels: 0 };
  const parse = numberParser(format);
  const values = cells.map((cell) => (nothing.test(cell) ? NaN : parse(cell)));
  const numbers = values.every((value) => typeof value === "number")
    ? Float64Array.from(values as number[])
    : undefined;
  const asDates = filled.length === cells.length && filled.every((cell) => parseDate(cell).kind !== "fault");
  // 20240131 is a date and a number: the name has to say it.
  if (asDates && (numbers === undefined || common.words.some((word) => /^(date|ds|day|dt|week)$/.test(word))))
    return { ...common, kind: "dates", levels: new Set(cells).size };
  if (numbers === undefined) return { ...common, kind: "text", levels: new Set(cells).size };
  return { ...common, kind: "numbers", levels: new Set(numbers).size, numbers };
}

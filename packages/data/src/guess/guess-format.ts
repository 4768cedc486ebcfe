/** How a table writes numbers: the format under which most of its columns are numbers. */
import type { TableFormat } from "../table/table-format.js";
import type { Table } from "../table/table.js";
import { sketchColumns } from "./column-sketch.js";

/** The usual format comes first; a comma among digits is never guessed to part decimals where it could part thousands. */
const formats: readonly TableFormat[] = [
  {},
  { decimal: "comma" },
  { decimal: "comma", thousands: "point" },
  { decimal: "comma", thousands: "space" },
  { thousands: "comma" },
  { thousands: "space" },
];

/** Rows that are looked at. */
const sample = 200;

/** The format to declare; `{}` where nothing has to be declared. */
export function guessFormat(table: Table): TableFormat {
  const some = { ...table, rows: table.rows.slice(0, sample) };
  const counts = formats.map(
    (format) => sketchColumns(some, format).filter(({ kind }) => kind === "numbers").length,
  );
  return formats[counts.indexOf(Math.max(...counts))]!;
}

/** Draws as an Arrow file. */
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import type { Draws } from "../draws/draws.js";
import { columnsFromDraws } from "../files/draws-columns.js";
import { notesKey, notesOf } from "./draws-with-notes.js";

/**
 * Draws as an Arrow IPC file (Feather V2), one row per draw: `pyarrow.feather.read_table`, polars, `arrow::read_feather` and DuckDB open
 * it. Columns are those of `columnsFromDraws`; the axes of parameters stand in the schema's metadata.
 *
 * @param draws  chain × draw × axes
 * @returns      the file
 * @example
 * String.fromCharCode(...toArrow(exampleDraws()).slice(0, 6)); // => "ARROW1"
 */
export function toArrow(draws: Draws): Uint8Array {
  const table = tableFromArrays(columnsFromDraws(draws));
  table.schema.metadata = new Map([[notesKey, notesOf(draws)]]);
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("arrow: the writer must give bytes where no sink is given, got none.");
  return bytes;
}

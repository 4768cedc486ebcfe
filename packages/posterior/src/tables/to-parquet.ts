/** Draws as a Parquet file. */
import { parquetWriteBuffer } from "hyparquet-writer";
import type { Draws } from "../draws/draws.js";
import { columnsFromDraws } from "../files/draws-columns.js";
import { notesKey, notesOf } from "./draws-with-notes.js";

/**
 * Draws as a Parquet file, one row per draw: pandas, polars, `arrow::read_parquet`, DuckDB and Spark open it. Columns are those of
 * `columnsFromDraws`; the axes of parameters stand in the file's metadata.
 *
 * @param draws  chain × draw × axes
 * @returns      the file
 * @example
 * String.fromCharCode(...toParquet(exampleDraws()).slice(0, 4)); // => "PAR1"
 */
export function toParquet(draws: Draws): Uint8Array {
  const columnData = Object.entries(columnsFromDraws(draws)).map(([name, data]) => ({
    ...{ name, data, nullable: false },
    type: data instanceof Int32Array ? ("INT32" as const) : ("DOUBLE" as const),
  }));
  const kvMetadata = [{ key: notesKey, value: notesOf(draws) }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}

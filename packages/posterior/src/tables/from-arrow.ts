/** Draws from an Arrow file. */
import { tableFromIPC } from "@uwdata/flechette";
import type { Draws } from "../draws/draws.js";
import type { ColumnsOptions } from "../files/draws-columns.js";
import { fromTable } from "./from-table.js";
import { notesKey } from "./draws-with-notes.js";

/**
 * Draws from an Arrow IPC file or stream: what `toArrow` wrote, or a data frame of R's posterior.
 *
 * @param bytes    the file
 * @param options  axes of parameters, where the file does not say
 * @returns        the same draws
 * @throws  {Error} when it is no Arrow file, a column is not numeric, or as `drawsFromColumns`
 * @example
 * fromArrow(toArrow(exampleDraws())).parameters[1].axes[0].coordinates; // => ["tv", "radio", "search"]
 */
export function fromArrow(bytes: Uint8Array, options: ColumnsOptions = {}): Draws {
  const table = tableFromIPC(bytes);
  const columns = { columnNames: () => table.names, array: (name: string) => table.getChild(name).toArray() };
  return fromTable(columns, options, table.schema.metadata?.get(notesKey));
}

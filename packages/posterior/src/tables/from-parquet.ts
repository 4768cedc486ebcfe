/** Draws from a Parquet file. */
import { parquetMetadata, parquetRead, parquetSchema } from "hyparquet";
import type { Draws } from "../draws/draws.js";
import type { ColumnsOptions } from "../files/draws-columns.js";
import { fromTable } from "./from-table.js";
import { notesKey } from "./draws-with-notes.js";

/**
 * Draws from a Parquet file: what `toParquet` wrote, or a data frame of R's posterior. Reads files without compression or with
 * Snappy, which is what pandas, polars (as `compression="snappy"`) and arrow write.
 *
 * @param bytes    the file
 * @param options  axes of parameters, where the file does not say
 * @returns        the same draws
 * @throws  {Error} when it is no Parquet file, a column is not numeric, or as `drawsFromColumns`
 * @example
 * (await fromParquet(toParquet(exampleDraws()))).parameters[1].axes[0].coordinates; // => ["tv", "radio", "search"]
 */
export async function fromParquet(bytes: Uint8Array, options: ColumnsOptions = {}): Promise<Draws> {
  const file = bytes.slice().buffer;
  const metadata = parquetMetadata(file);
  const rows = Number(metadata.num_rows);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const columns = new Map(names.map((name) => [name, new Array<unknown>(rows)]));
  await parquetRead({
    ...{ file, metadata },
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName)!;
      for (let n = 0; n < columnData.length; n++) column[rowStart + n] = columnData[n];
    },
  });
  const notes = metadata.key_value_metadata?.find(({ key }) => key === notesKey)?.value;
  return fromTable({ columnNames: () => names, array: (name) => columns.get(name)! }, options, notes);
}

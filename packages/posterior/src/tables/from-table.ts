/** Draws from a table with named columns, as arquero has them. */
import type { Draws } from "../draws/draws.js";
import type { ColumnsOptions } from "../files/draws-columns.js";
import { drawsWithNotes } from "./draws-with-notes.js";

/** The part of arquero's `ColumnTable` that is needed. */
export interface ColumnTable {
  columnNames(): readonly string[];
  array(name: string): ArrayLike<unknown>;
}

/**
 * Draws from a table of arquero, filtered and ordered as it is. The other way is arquero's own `table(columnsFromDraws(draws))`.
 *
 * @param table    a column per scalar, and `.chain` where there is more than one chain
 * @param options  axes of parameters
 * @param notes    the text that `toArrow` and `toParquet` leave in a file's metadata
 * @returns        the draws
 * @throws  {Error} when a column is not numeric, or as `drawsFromColumns`
 * @example
 * const columns: Record<string, number[]> = { ".chain": [1, 1, 2, 2], "roi[1]": [3, 4, 5, 6] };
 * const table = { columnNames: () => Object.keys(columns), array: (name: string) => columns[name] };
 * fromTable(table).chains; // => 2
 */
export function fromTable(table: ColumnTable, options: ColumnsOptions = {}, notes?: string): Draws {
  const columns = table.columnNames().map((name) => [name, numbersOf(name, table.array(name))] as const);
  return drawsWithNotes(Object.fromEntries(columns), notes, options);
}

/** Integers of 64 bits come as BigInt; they number rows and are small. */
function numbersOf(name: string, values: ArrayLike<unknown>): Float64Array {
  return Float64Array.from(values, (value, row) => {
    if (typeof value === "number") return value;
    if (typeof value === "bigint") return Number(value);
    throw new Error(
      `table, column "${name}", row ${row}: must be a number, got ${value === null ? "null" : typeof value}. Leave the column out, or fill its gaps with NaN.`,
    );
  });
}

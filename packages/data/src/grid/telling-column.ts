/** The column that tells rows of one period apart, to be named in the advice where nobody gave it a role. */
import { cleanName } from "../roles/clean-name.js";
import type { Table } from "../table/table.js";

/**
 * The first unused column whose levels, together with cell and day, tell all rows apart and fill the whole rectangle. A number
 * of the row, or a measurement, would tell them apart too, but makes no rectangle.
 */
export function tellingColumn(
  table: Table,
  days: readonly (number | undefined)[],
  cellOfRow: Int32Array | undefined,
  used: readonly string[],
): string | undefined {
  const positions = new Set(days.map((day, row) => `${cellOfRow?.[row] ?? 0} ${day}`)).size;
  return table.header.find((column, index) => {
    if (column === "" || used.includes(column)) return false;
    const levels = table.rows.map(({ cells }) => cleanName(cells[index]!));
    if (new Set(levels).size * positions !== table.rows.length) return false;
    const keys = levels.map((level, row) => `${cellOfRow?.[row] ?? 0} ${days[row]} ${level}`);
    return new Set(keys).size === keys.length;
  });
}

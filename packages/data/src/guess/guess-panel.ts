/** Which columns name the cell of a row: the fewest that, with the time, tell all rows apart. */
import type { ColumnSketch } from "./column-sketch.js";
import { hasWord, vocabulary } from "./name-words.js";

/** The columns of the panel; none where the time alone tells rows apart. */
export function guessPanel(
  time: ColumnSketch,
  columns: readonly ColumnSketch[],
  others: readonly ColumnSketch[] = [],
): readonly ColumnSketch[] {
  if (tellApart([time, ...others])) return [];
  const named = columns.filter(
    ({ words, levels, kind, numbers }) =>
      levels > 1 &&
      hasWord(words, vocabulary.panel) &&
      (kind === "text" || numbers?.every(Number.isInteger) === true),
  );
  const texts = columns.filter(({ kind, levels, gaps }) => kind === "text" && levels > 1 && gaps === 0);
  const candidates = [...new Set([...named, ...texts])];
  const sets = [...candidates.map((one) => [one]), ...pairs(candidates), candidates];
  return sets.find((set) => tellApart([time, ...others, ...set])) ?? named;
}

function tellApart(columns: readonly ColumnSketch[]): boolean {
  const rows = columns[0]!.cells.map((_, i) => columns.map(({ cells }) => cells[i]).join("\u0000"));
  return new Set(rows).size === rows.length;
}

function pairs(columns: readonly ColumnSketch[]): readonly (readonly ColumnSketch[])[] {
  return columns.flatMap((first, i) => columns.slice(i + 1).map((second) => [first, second]));
}

/** What a table of draws does not hold in its columns: a text beside them, under one key of the file. */
import type { Draws, DrawsAxis } from "../draws/draws.js";
import { type ColumnsOptions, drawsFromColumns } from "../files/draws-columns.js";

/** The key in the metadata of Arrow's schema and Parquet's footer. */
export const notesKey = "mmm.draws";

interface TableNotes {
  readonly axes: Readonly<Record<string, readonly DrawsAxis[]>>;
  readonly maxTreeDepth: number;
  readonly warmupLeapfrogs: number;
}

export function notesOf({ parameters, statistics }: Draws): string {
  const { maxTreeDepth, warmupLeapfrogs } = statistics;
  const axes = Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.axes]));
  return JSON.stringify({ axes, maxTreeDepth, warmupLeapfrogs } satisfies TableNotes);
}

/** Draws of columns and the notes beside them; where there are none, or options say otherwise, the options count. */
export function drawsWithNotes(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  text: string | undefined,
  options: ColumnsOptions,
): Draws {
  const notes = text === undefined ? undefined : readNotes(text);
  const draws = drawsFromColumns(columns, { ...notes, ...options });
  // JSON has no NaN: what is not known is null.
  const warmupLeapfrogs = notes?.warmupLeapfrogs ?? NaN;
  return { ...draws, statistics: { ...draws.statistics, warmupLeapfrogs } };
}

function readNotes(text: string): TableNotes {
  try {
    const notes = JSON.parse(text) as Partial<TableNotes> | null;
    if (typeof notes?.axes === "object" && typeof notes.maxTreeDepth === "number") return notes as TableNotes;
  } catch {
    // told below
  }
  throw new Error(
    `table: its metadata "${notesKey}" must be the JSON that toArrow or toParquet wrote, got ${JSON.stringify(text.slice(0, 60))}. ` +
      "Remove the key and give the axes as an option.",
  );
}

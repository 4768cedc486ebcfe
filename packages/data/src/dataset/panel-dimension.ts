/** A dimension of a panel, such as geo or brand, and how the levels of all dimensions name a cell. */
import { insist, insistOnDistinct, insistOnName } from "./insist.js";

/** One dimension of a panel: its name, and the level that each cell has in it. */
export interface PanelDimension {
  readonly name: string;
  /** [cell], with repetitions where there are other dimensions */
  readonly levels: readonly string[];
}

const BETWEEN_LEVELS = " × ";

/** The name of the cell of some levels, one for each dimension. */
export function cellName(levels: readonly string[]): string {
  return levels.join(BETWEEN_LEVELS);
}

/** The names of all cells: their levels in the order of the dimensions, joined. */
export function cellNames(dimensions: readonly PanelDimension[]): readonly string[] {
  const [first, ...others] = dimensions;
  return (first?.levels ?? []).map((level, cell) => cellName([level, ...others.map((d) => d.levels[cell]!)]));
}

/** Cells have names that differ, and those that their levels give them. */
export function checkPanel(
  cells: readonly string[],
  dimensions: readonly PanelDimension[] | undefined,
): void {
  insist(cells.length > 0, "there must be a cell", 0);
  for (const cell of cells) insistOnName(cell);
  insistOnDistinct(cells);
  if (dimensions === undefined) return;
  insist(dimensions.length > 0, "a panel must have a dimension", 0);
  for (const { name, levels } of dimensions) {
    insist(levels.length === cells.length, `"${name}" must have ${cells.length} levels`, levels.length);
    for (const level of levels) insistOnName(level);
  }
  const names = cellNames(dimensions);
  const odd = cells.findIndex((cell, g) => cell !== names[g]);
  insist(odd === -1, `the cell of these levels must be called "${names[odd]}"`, cells[odd]);
}

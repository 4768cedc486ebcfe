/** Panel: the cells of a dataset and the levels that group them, as parameters need them. */

import type { Dataset } from "@mmm/data";
import type { PooledCells } from "../spec/cell-spec.js";
import type { NamedAxis } from "./parameter-block.js";

/** One way of grouping cells. */
export interface Grouping {
  /** A dimension of the panel, or `"cell"`. */
  readonly name: string;
  readonly levels: readonly string[];
  /** [cell] the level that each cell has. */
  readonly index: readonly number[];
}

/** The cells and their groupings. */
export interface Panel {
  readonly cells: readonly string[];
  readonly axis: NamedAxis;
  /** By dimension, in the order of the data; the last is the cells themselves. */
  readonly groupings: readonly Grouping[];
}

/** The panel of a dataset; national data have one cell and one grouping. */
export function panelOf({ cells, dimensions = [] }: Pick<Dataset, "cells" | "dimensions">): Panel {
  const grouped = dimensions.map(({ name, levels }): Grouping => {
    const distinct = [...new Set(levels)];
    return { name, levels: distinct, index: levels.map((level) => distinct.indexOf(level)) };
  });
  const ofCells: Grouping = { name: "cell", levels: cells, index: cells.map((_, i) => i) };
  // A panel's one dimension is its cells; a second grouping by them would say the same twice.
  const several = grouped.length > 1 ? grouped : [];
  return { cells, axis: { name: "cell", coordinates: cells }, groupings: [...several, ofCells] };
}

/** The groupings that deviations belong to: all, or those named; the one dimension of a panel may be named like its cells. */
export function groupingsOf(panel: Panel, by: PooledCells["by"]): readonly Grouping[] {
  if (by === "auto") return panel.groupings;
  return panel.groupings.filter(
    ({ name }) => by.includes(name) || (panel.groupings.length === 1 && by.length > 0),
  );
}

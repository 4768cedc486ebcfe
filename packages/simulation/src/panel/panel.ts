/** Panel: the cells of a simulated market with their sizes; a national market has one. */

import type { PanelDimension, Population } from "@mmm/data";
import { drawNormal, exp, type RandomStream } from "@mmm/numerics";
import { roundToDigits } from "../round-to-digits.js";
import type { CellScatter, PanelDescription } from "./panel-description.js";
import { sumOverCells } from "./sum-over-cells.js";

/** Cells that have something in common, and how far it scatters: the levels of a dimension, or each cell on its own. */
interface ScatterGroup {
  readonly path: readonly string[];
  /** [cell] */
  readonly levels: readonly string[];
  readonly scatter: CellScatter;
}

/** The cells of a market. */
export interface Panel {
  /** As the data set will name them. */
  readonly cells: readonly string[];
  /** Absent for a national market. */
  readonly dimensions?: readonly PanelDimension[];
  readonly population?: Population;
  /** [cell] population divided by its mean. */
  readonly size: Float64Array;
  /** Log-scale scatter of a cell's spend in a period around its part of the plan. */
  readonly variation: number;
  readonly groups: readonly ScatterGroup[];
}

/** The cells of a description; populations are drawn from `stream` by the names of the cells. */
export function makePanel(description: PanelDescription | null, stream: RandomStream): Panel {
  if (description === null) {
    return { cells: ["national"], size: Float64Array.of(1), variation: 0, groups: [] };
  }
  const dimensions = combineLevels(description);
  const cells = Array.from(dimensions[0]!.levels, (_, g) =>
    dimensions.map(({ levels }) => levels[g]!).join(" × "),
  );
  const values = populationOf(description, cells, stream.split("population"));
  const middle = sumOverCells(values) / cells.length;
  return {
    cells,
    dimensions,
    population: { name: description.population.name, values },
    size: values.map((people) => people / middle),
    variation: description.variation,
    groups: [
      ...description.dimensions.map(({ name, scatter }, d) => ({
        path: ["dimension", name],
        levels: dimensions[d]!.levels,
        scatter,
      })),
      { path: ["cell"], levels: cells, scatter: description.scatter },
    ],
  };
}

/** The levels of every dimension in every cell, the last dimension fastest. */
function combineLevels({ dimensions }: PanelDescription): readonly PanelDimension[] {
  const combinations = dimensions.reduce<readonly (readonly string[])[]>(
    (cells, { levels }) => cells.flatMap((cell) => levels.map((level) => [...cell, level])),
    [[]],
  );
  return dimensions.map(({ name }, d) => ({ name, levels: combinations.map((cell) => cell[d]!) }));
}

function populationOf(
  { population }: PanelDescription,
  cells: readonly string[],
  stream: RandomStream,
): Float64Array {
  if (population.kind === "given") return Float64Array.from(population.values);
  const { median, variation } = population;
  return Float64Array.from(cells, (cell) =>
    roundToDigits(median * exp(variation * drawNormal(stream.split(cell)))),
  );
}

/** The branch of a stream that belongs to one cell; of a national market, the stream itself. */
export function cellStream({ cells, dimensions }: Panel, stream: RandomStream, cell: number): RandomStream {
  return dimensions === undefined ? stream : stream.split("cell", cells[cell]!);
}

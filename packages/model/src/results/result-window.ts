/** ResultWindow: the cells and periods that a result speaks of. */

import { type Dataset, didYouMean, type Issue, makeIssue, showValue, throwIfErrors } from "@mmm/data";

/** Which cells and periods; all when left out. */
export interface WindowOptions {
  /** Names of cells; their values are added up. Ask again for each cell to see them apart. */
  readonly cells?: readonly string[];
  /** First period that counts, an ISO date of the data. */
  readonly from?: string;
  /** Last period that counts, an ISO date of the data. */
  readonly to?: string;
}

/** A part of a dataset, for arrays [… × cell × time]. */
export interface ResultWindow {
  /** Names of the cells. */
  readonly cells: readonly string[];
  /** ISO dates of the periods. */
  readonly periods: readonly string[];
  /** [cell of the window × period of the window] positions within one [cell × time] array. */
  readonly positions: Int32Array;
  /** Σ over the window of row `row` of an array [row × cell × time], times `weights` [cell × time] where given. */
  readonly total: (values: Float64Array, row?: number, weights?: Float64Array) => number;
  /** [period of the window] Σ over its cells of row `row`. */
  readonly perPeriod: (values: Float64Array, row?: number) => Float64Array;
}

/** Finds the window in a dataset; `place` names the result in messages. */
export function resultWindow(
  place: string,
  { name, cells, periods }: Pick<Dataset, "name" | "cells" | "periods">,
  options: WindowOptions = {},
): ResultWindow {
  const { from = periods[0]!, to = periods.at(-1)! } = options;
  const asked = [...new Set(options.cells ?? cells)];
  const unknown = {
    cells: asked.filter((cell) => !cells.includes(cell)),
    dates: [from, to].filter((date) => !periods.includes(date)),
  };
  throwIfErrors([
    ...unknown.cells.map((cell) => unknownCell(place, name, cell, cells)),
    ...unknown.dates.map((date) => unknownPeriod(place, name, date, periods)),
    ...(from > to ? [emptyWindow(place, name, from, to)] : []),
    ...(asked.length === 0 ? [emptyWindow(place, name, "no cell", "no cell")] : []),
  ]);
  const [first, last] = [periods.indexOf(from), periods.indexOf(to)];
  const chosen = periods.slice(first, last + 1);
  const positions = Int32Array.from(
    asked.flatMap((cell) => chosen.map((_, t) => cells.indexOf(cell) * periods.length + first + t)),
  );
  return {
    ...{ cells: asked, periods: chosen, positions },
    ...sumsOver(positions, chosen.length, cells.length * periods.length),
  };
}

/** The sums of a window: `length` periods at positions within arrays of `size` per row. */
function sumsOver(
  positions: Int32Array,
  length: number,
  size: number,
): Pick<ResultWindow, "total" | "perPeriod"> {
  return {
    total: (values, row = 0, weights) => {
      let sum = 0;
      for (const at of positions)
        sum += values[row * size + at]! * (weights === undefined ? 1 : weights[at]!);
      return sum;
    },
    perPeriod: (values, row = 0) => {
      const sums = new Float64Array(length);
      positions.forEach((at, i) => (sums[i % length] = sums[i % length]! + values[row * size + at]!));
      return sums;
    },
  };
}

function unknownCell(place: string, file: string, cell: string, cells: readonly string[]): Issue {
  return makeIssue({
    code: "result.unknown-cell",
    place: { file, path: `${place}.cells` },
    rule: "must name a cell of the data",
    got: showValue(cell),
    allowed: cells.length > 12 ? `${cells.slice(0, 12).join(", ")}, …` : cells.join(", "),
    advice: didYouMean(cell, cells, "Choose one of them."),
  });
}

function unknownPeriod(place: string, file: string, date: string, periods: readonly string[]): Issue {
  return makeIssue({
    code: "result.unknown-period",
    place: { file, path: `${place}.periods` },
    rule: `must be the date of a period of the data, ${periods[0]} to ${periods.at(-1)}`,
    got: showValue(date),
    advice: "Give a date that stands in the data.",
  });
}

function emptyWindow(place: string, file: string, from: string, to: string): Issue {
  return makeIssue({
    code: "result.empty-window",
    place: { file, path: `${place}.periods` },
    rule: "must hold a cell and a period",
    got: `${from} to ${to}`,
    advice: "Give dates in order, and at least one cell.",
  });
}

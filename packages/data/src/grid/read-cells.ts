/** The panel columns of a table: which cell each row belongs to, and the cells in the order in which they first appear. */
import { cellName, type PanelDimension } from "../dataset/panel-dimension.js";
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import { cleanName } from "../roles/clean-name.js";
import { cellIssues, type CellIssue } from "../table/cell-issues.js";
import { headerPlace, type Table } from "../table/table.js";

/** The cells of a panel, and the cell of each row, -1 where it has none. */
export interface CellReading {
  readonly cells: readonly string[];
  readonly dimensions: readonly PanelDimension[];
  /** [row] index of its cell */
  readonly cellOfRow: Int32Array;
  readonly issues: readonly Issue[];
}

/** Reads the cells from the panel columns, given by their indices in the header. */
export function readCells(table: Table, columns: readonly number[]): CellReading {
  const indexOf = new Map<string, number>();
  const levels: (readonly string[])[] = [];
  const cellOfRow = new Int32Array(table.rows.length).fill(-1);
  table.rows.forEach(({ cells }, row) => {
    const own = columns.map((column) => cleanName(cells[column]!));
    if (own.includes("")) return;
    // A sign that no cleaned name can hold, so that no two lists of levels have the same key.
    const key = own.join("\n");
    const known = indexOf.get(key);
    cellOfRow[row] = known ?? levels.length;
    if (known !== undefined) return;
    indexOf.set(key, levels.length);
    levels.push(own);
  });
  const cells = levels.map(cellName);
  return {
    cells,
    dimensions: columns.map((column, d) => ({
      name: table.header[column]!,
      levels: levels.map((own) => own[d]!),
    })),
    cellOfRow,
    issues: [...columns.flatMap((column) => emptyCells(table, column)), ...sameNames(table, columns, cells)],
  };
}

function emptyCells(table: Table, column: number): readonly Issue[] {
  const faults = table.rows.flatMap(({ line, cells }): CellIssue[] => {
    const text = cells[column]!;
    if (cleanName(text) !== "") return [];
    const advice = "Write the name; totals over all cells are no row of a panel.";
    return [{ code: "data.missing-value", line, rule: "a panel column must name the cell", text, advice }];
  });
  return cellIssues(faults, table, { column: table.header[column]! }, table.rows.length);
}

/** Levels that hold the sign between levels can make two cells look the same. */
function sameNames(table: Table, columns: readonly number[], cells: readonly string[]): readonly Issue[] {
  const repeated = new Set(cells.filter((cell, g) => cells.indexOf(cell) !== g));
  return [...repeated].map((cell) =>
    makeIssue({
      code: "data.duplicate-name",
      place: { ...headerPlace(table), column: columns.map((column) => table.header[column]!).join(" × ") },
      rule: "cells must have different names",
      got: `${showValue(cell)} twice`,
      advice: "Rename a level, so that they differ when they are joined.",
    }),
  );
}

/** Rows of a panel: elements that differ in their cell or period alone stand in one line, unless cells were asked for. */

import type { Fit } from "@mmm/model";
import { type DrawsElement, listElements } from "@mmm/posterior";

/** Rows that are shown in one line. */
export interface ElementGroup<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
}

/** More cells or periods than these are not shown one by one. */
const few = 5;

/** Groups rows by what they are besides cell and period; with `cells`, those of other cells are left out. */
export function groupElements<Row extends { readonly parameter: string }>(
  { draws, dataset }: Pick<Fit, "draws" | "dataset">,
  rows: readonly Row[],
  cells?: readonly string[],
): readonly ElementGroup<Row>[] {
  const elements = new Map(listElements(draws).map((element) => [element.label, element]));
  const many: Readonly<Record<string, string>> = {
    ...(cells === undefined && dataset.cells.length > few ? { cell: `${dataset.cells.length} cells` } : {}),
    ...(dataset.periods.length > few ? { time: `${dataset.periods.length} periods` } : {}),
  };
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const element = elements.get(row.parameter);
    const cell = element?.coordinates["cell"];
    if (cells !== undefined && cell !== undefined && !cells.includes(cell)) continue;
    const label = element === undefined ? row.parameter : labelOf(element, many);
    groups.set(label, [...(groups.get(label) ?? []), row]);
  }
  return [...groups].map(([label, own]) => ({ label, rows: own }));
}

function labelOf(
  { parameter, label, coordinates }: DrawsElement,
  many: Readonly<Record<string, string>>,
): string {
  const axes = Object.entries(coordinates);
  if (!axes.some(([axis]) => Object.hasOwn(many, axis))) return label;
  return `${parameter}[${axes.map(([axis, place]) => many[axis] ?? place).join(", ")}]`;
}

/** `3` where all are alike as they are written, otherwise `3 – 8`. */
export function formatRange(values: readonly number[], format: (value: number) => string): string {
  const ends = [Math.min(...values), Math.max(...values)].map(format);
  return [...new Set(ends)].join(" – ");
}

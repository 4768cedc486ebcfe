/** Tables a person reads: columns aligned, numbers to the right, no wider than a terminal where that can be had. */

import { displayWidth } from "./display-width.js";
import { formatProbability } from "./format-number.js";

/** A table: the first column is text, all others are aligned to the right. */
export interface Table {
  /** A header may have several lines, parted by `\n`. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns of a terminal that nobody has widened. */
export const terminalWidth = 80;

/** The header of a column of intervals, which says how probable they are. */
export function intervalHeader(probability: number): string {
  return `${formatProbability(probability)}\ninterval`;
}

/** Lays a table out as text; a rule of dashes stands under the headers. */
export function formatTable({ headers, rows }: Table): string {
  const heads = headerLines(headers);
  const lines = [...heads, ...rows];
  const widths = headers.map((_, column) => Math.max(...lines.map((row) => displayWidth(row[column] ?? ""))));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const gap = total + 2 * (widths.length - 1) <= terminalWidth ? "  " : " ";
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = " ".repeat(widths[column]! - displayWidth(cell));
        return column === 0 ? cell + space : space + cell;
      })
      .join(gap)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(gap);
  return [...heads.map(line), rule, ...rows.map(line)].join("\n");
}

/** Headers of several lines, their last lines side by side. */
function headerLines(headers: readonly string[]): readonly (readonly string[])[] {
  const parts = headers.map((header) => header.split("\n"));
  const height = Math.max(...parts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) =>
    parts.map((lines) => lines[i - height + lines.length] ?? ""),
  );
}

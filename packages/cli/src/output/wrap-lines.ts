/** Long lines broken at spaces, so that a terminal does not break them inside a word. */

import { displayWidth } from "./display-width.js";
import { terminalWidth } from "./format-table.js";

/** Breaks every line that is wider than a terminal; what is broken off is indented by `indent` columns. */
export function wrapLines(lines: readonly string[], indent: number): readonly string[] {
  return lines.flatMap((line) => wrapLine(line, " ".repeat(indent)));
}

function wrapLine(line: string, indent: string): readonly string[] {
  const wrapped: string[] = [];
  let current = "";
  // Spaces stay with the word behind them, so that columns inside a line keep their places.
  for (const word of line.match(/\s*\S+/g) ?? [""]) {
    const fits = displayWidth(current + word) <= terminalWidth;
    if (fits || current.trim() === "") current += word;
    else {
      wrapped.push(current);
      current = indent + word.trimStart();
    }
  }
  return [...wrapped, current];
}

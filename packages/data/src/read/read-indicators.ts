/** A text column as 0/1 controls: one per level, except the level that stands for nothing special. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { showValue } from "../issue/show-value.js";
import type { Series } from "../dataset/dataset.js";
import { cleanName } from "../roles/clean-name.js";
import { headerPlace, type Table } from "../table/table.js";

const NOTHING_SPECIAL = /^(na|n\/a|none)?$/i;

/** The controls `column=level` in order of first appearance, or an issue when the column has one level only. */
export function readIndicators(table: Table, columnIndex: number): readonly Series[] | Issue {
  const column = table.header[columnIndex]!;
  const levels = table.rows.map((row) => levelOf(row.cells[columnIndex]!));
  const distinct = [...new Set(levels)];
  const special = distinct.includes("") ? "" : mostFrequent(levels);
  const named = distinct.filter((level) => level !== special);
  if (named.length > 0) {
    return named.map((level) => ({
      name: `${column}=${level}`,
      values: Float64Array.from(levels, (other) => (other === level ? 1 : 0)),
    }));
  }
  return makeIssue({
    code: "data.one-level",
    place: { ...headerPlace(table), column },
    rule: "a column of indicators must have two or more levels",
    got: `only ${showValue(special)}`,
    advice: "Remove it from the controls.",
  });
}

/** Every spelling of "nothing special" is one level, the empty text. */
function levelOf(cell: string): string {
  const level = cleanName(cell);
  return NOTHING_SPECIAL.test(level) ? "" : level;
}

function mostFrequent(levels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  // A Map keeps the order of first appearance, so the earliest of equals wins.
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), ["", 0] as [
    string,
    number,
  ])[0];
}

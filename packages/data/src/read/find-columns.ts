/** The columns that roles name, looked up in the header: each must be there, once. */
import { makeIssue, type Issue } from "../issue/issue.js";
import { didYouMean } from "../issue/nearest-name.js";
import { showValue } from "../issue/show-value.js";
import { headerPlace, type Table } from "../table/table.js";

/** More names than this do not help anybody to choose. */
const LISTED_COLUMNS = 12;

/** Finds `wanted` columns; `indexOf` gives `undefined` for those with an issue. */
export function findColumns(
  table: Table,
  wanted: readonly string[],
): { indexOf: (column: string) => number | undefined; issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const found = new Map<string, number>();
  for (const column of wanted) {
    const indices = table.header.flatMap((name, i) => (name === column ? [i] : []));
    if (indices.length === 1) found.set(column, indices[0]!);
    else
      issues.push(indices.length === 0 ? missing(table, column, wanted) : duplicate(table, column, indices));
  }
  return { indexOf: (column) => found.get(column), issues };
}

function missing(table: Table, column: string, wanted: readonly string[]): Issue {
  const named = table.header.filter((name) => name !== "");
  // A column that already plays a part is not the one that was meant.
  const free = named.filter((name) => !wanted.includes(name));
  return makeIssue({
    code: "data.missing-column",
    place: { ...headerPlace(table), column },
    rule: "the header must have the column",
    got: "no such column",
    allowed:
      named.length <= LISTED_COLUMNS
        ? named.map((name) => showValue(name)).join(", ")
        : `${named.length} others`,
    advice: didYouMean(column, free, "Name a column of the header in the roles."),
  });
}

function duplicate(table: Table, column: string, indices: readonly number[]): Issue {
  return makeIssue({
    code: "data.duplicate-column",
    place: { ...headerPlace(table), column },
    rule: "the header must have the column once",
    got: `it ${indices.length} times (columns ${indices.map((i) => i + 1).join(", ")})`,
    advice: "Rename or remove the others.",
  });
}

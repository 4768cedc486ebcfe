import fc from "fast-check";
import { expect, test } from "vitest";
import { IssueError } from "../issue/issue-error.js";
import type { Issue } from "../issue/issue.js";
import type { ColumnRoles } from "../roles/column-roles.js";
import { readDataset } from "./read-dataset.js";

const roles: ColumnRoles = {
  time: "week",
  kpi: "y",
  channels: ["tv", { name: "search", spend: "s", exposure: "clicks" }],
  controls: ["price", { column: "events", as: "indicators" }],
};

/** The issues of a text, none when it reads; any other exception passes through and fails the test. */
function issuesOf(text: string): readonly Issue[] {
  try {
    readDataset({ name: "a.csv", text }, roles);
    return [];
  } catch (error) {
    if (error instanceof IssueError && error.issues.length > 0) return error.issues;
    throw error;
  }
}

test("any text at all either reads or gives issues", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void issuesOf(text)));
});

test("any table-like text either reads or gives issues", () => {
  const header = "week,y,tv,s,clicks,price,events";
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "1",
      "-1",
      "1,5",
      "x",
      '"',
      "NaN",
      "na",
      "2024-01-01",
      "2024-01-08",
      "1/2/2024",
      "13/1/2024",
      "Jan 2024",
    ),
    fc.string({ maxLength: 4 }),
    fc.double().map(String),
  );
  const row = fc.oneof(fc.array(cell, { minLength: 7, maxLength: 7 }), fc.array(cell, { maxLength: 9 }));
  const text = fc
    .tuple(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n", "\r"),
    )
    .map(([rows, delimiter, end]) =>
      [header.replaceAll(",", delimiter), ...rows.map((cells) => cells.join(delimiter))].join(end),
    );
  fc.assert(
    fc.property(text, (table) => void issuesOf(table)),
    { numRuns: 500 },
  );
});

test("a sound table with one cell spoilt either reads or tells of that cell's line alone", () => {
  const lines = Array.from(
    { length: 6 },
    (_, i) => `2024-01-0${i + 1},${i},${i + 1},${i + 2},${i + 3},4,${i % 2 === 0 ? "na" : "sale"}`,
  );
  const spoilt = fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 5 }), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(spoilt, ([row, column, cell]) => {
      const rows = lines.map((line, i) => {
        const cells = line.split(",");
        if (i === row) cells[column] = `"${cell.replaceAll('"', '""')}"`;
        return cells.join(",");
      });
      const text = ["week,y,tv,s,clicks,price,events", ...rows].join("\n");
      expect(
        issuesOf(text)
          .map((issue) => issue.place.line)
          .filter((line) => line !== row + 2),
      ).toEqual([]);
    }),
  );
});

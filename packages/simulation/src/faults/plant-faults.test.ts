import { checkDataset, hashDataset, type Issue, IssueError, readDataset } from "@mmm/data";
import { describe, expect, test } from "vitest";
import { marketPresets } from "../presets/market-presets.js";
import { simulateMarket } from "../simulate-market.js";
import type { FaultyTable } from "./faulty-table.js";
import { plantFaults } from "./plant-faults.js";

const national = simulateMarket(marketPresets.national, 1).dataset;
const panel = simulateMarket(marketPresets["brand-region"], 1).dataset;

function issuesOf({ text, roles }: FaultyTable): readonly Issue[] {
  try {
    return checkDataset(readDataset({ name: "market.csv", text }, roles));
  } catch (error) {
    if (error instanceof IssueError) return error.issues;
    throw error;
  }
}

test("no faults are the data set itself", () => {
  for (const dataset of [national, panel]) {
    const { text, roles, faults } = plantFaults(dataset, {}, 1);
    expect(faults).toEqual([]);
    expect(hashDataset(readDataset({ name: "market.csv", text }, roles))).toBe(hashDataset(dataset));
  }
});

describe.each([
  ["a national market", national],
  ["a panel", panel],
] as const)("in %s", (_, dataset) => {
  test.each(["missing-value", "negative", "text", "duplicate-row"] as const)(
    "the reader finds every %s by line and column",
    (kind) => {
      const table = plantFaults(dataset, { [kind]: 5 }, "faults");
      expect(table.faults.length).toBe(5);
      const places = issuesOf(table).map(({ place }) => place);
      for (const { line, column } of table.faults) {
        const found = places.some(
          (place) => place.line === line && (column === null || place.column === column),
        );
        expect(found, `${kind} in line ${line}`).toBe(true);
      }
    },
  );

  test("the reader finds every missing row by cell and period", () => {
    const table = plantFaults(dataset, { "missing-row": 3 }, "faults");
    expect(table.text.split("\n").length).toBe(dataset.cells.length * dataset.periods.length + 2 - 3);
    const messages = issuesOf(table).map(({ message }) => message);
    for (const { period, line } of table.faults) {
      expect(line).toBeNull();
      expect(messages.some((message) => message.includes(period))).toBe(true);
    }
  });

  test("an outlier is remarked upon, and stands where the list says", () => {
    const table = plantFaults(dataset, { outlier: 1 }, "faults");
    const [fault] = table.faults;
    expect(fault).toMatchObject({ kind: "outlier", column: dataset.kpi.name });
    expect(Number(fault!.is) / Number(fault!.was)).toBeCloseTo(50, 9);
    const lines = table.text.split("\n");
    const column = lines[0]!.split(",").indexOf(dataset.kpi.name);
    expect(lines[fault!.line! - 1]!.split(",")[column]).toBe(fault!.is);
    expect(issuesOf(table).map(({ code, place }) => [code, place.period])).toContainEqual([
      "data.outlier",
      fault!.period,
    ]);
  });
});

test("all kinds at once stand in rows of their own, at the lines that are told", () => {
  const counts = {
    "missing-value": 3,
    outlier: 2,
    negative: 3,
    text: 3,
    "missing-row": 3,
    "duplicate-row": 3,
  };
  const { text, faults } = plantFaults(panel, counts, 3);
  expect(faults.length).toBe(17);
  expect(new Set(faults.map(({ cell, period }) => `${cell} ${period}`)).size).toBe(17);
  const rows = text.split("\n").map((line) => line.split(","));
  const [header] = rows;
  for (const { kind, line, column, cell, period, is } of faults) {
    if (line === null) continue;
    const row = rows[line - 1]!;
    expect(`${row[0]} × ${row[1]}`).toBe(cell);
    expect(row[2]).toBe(period);
    if (column !== null) expect(row[header!.indexOf(column)]).toBe(is);
    if (kind === "duplicate-row") expect(rows[line - 2]).toEqual(row);
  }
});

test("the same seed plants the same faults, another seed others", () => {
  const counts = { text: 4, "missing-row": 2 };
  expect(plantFaults(panel, counts, 1)).toEqual(plantFaults(panel, counts, 1));
  expect(plantFaults(panel, counts, 1).text).not.toBe(plantFaults(panel, counts, 2).text);
});

test("more faults than rows, and counts that are none, are refused", () => {
  expect(() => plantFaults(national, { "duplicate-row": 157 }, 1)).toThrow(
    'plantFaults: there must be a row for each fault, got none for "duplicate-row".',
  );
  expect(() => plantFaults(national, { text: -1 }, 1)).toThrow("got text: -1 (missing-value, outlier,");
  expect(() => plantFaults(national, { texts: 1 } as never, 1)).toThrow("got texts: 1");
});

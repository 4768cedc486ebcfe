import { expect, it } from "vitest";
import { formatTable, intervalHeader } from "./format-table.js";

it("text stands to the left, numbers to the right, headers of several lines above their column", () => {
  const table = formatTable({
    headers: ["channel", "ROI", intervalHeader(0.9)],
    rows: [
      ["tv", "1.35", "0.97 – 1.8"],
      ["search", "15.0", "2 – 40"],
    ],
  });
  expect(table.split("\n")).toEqual([
    "                     90 %",
    "channel   ROI    interval",
    "───────  ────  ──────────",
    "tv       1.35  0.97 – 1.8",
    "search   15.0      2 – 40",
  ]);
});

it("the header of intervals says the probability that was asked for", () => {
  expect([0.5, 0.9, 0.995].map(intervalHeader)).toEqual([
    "50 %\ninterval",
    "90 %\ninterval",
    "99.5 %\ninterval",
  ]);
});

it("letters that take two columns of a terminal, and marks that take none, keep the columns aligned", () => {
  const rows = [
    ["電視", "1"],
    ["📺 tv", "2"],
    ["Cafe\u0301", "3"],
    ["radio", "4"],
  ];
  expect(formatTable({ headers: ["channel", "n"], rows }).split("\n")).toEqual([
    "channel  n",
    "───────  ─",
    "電視     1",
    "📺 tv    2",
    "Cafe\u0301     3",
    "radio    4",
  ]);
});

it("a table that would be wider than a terminal moves together", () => {
  const row = (letter: string) => [letter.repeat(30), letter.repeat(24), letter.repeat(24)];
  const wide = formatTable({ headers: ["a", "b", "c"], rows: [row("x")] });
  expect(wide.split("\n").at(-1)).toBe(row("x").join(" "));
  const narrow = formatTable({ headers: ["a", "b", "c"], rows: [row("x").map((cell) => cell.slice(1))] });
  expect(narrow.split("\n").at(-1)).toContain("x  x");
});

it("a table without rows is its headers", () => {
  expect(formatTable({ headers: ["a", "bb"], rows: [] })).toBe("a  bb\n─  ──");
});

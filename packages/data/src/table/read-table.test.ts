import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { readTable } from "./read-table.js";

const wanted = new Set(["week", "y", "tv"]);

function read(text: string) {
  const { table, issues } = readTable({ name: "a.csv", text }, wanted);
  return { ...table, messages: issues.map((issue) => issue.message) };
}

test("commas, semicolons, tabs and bars delimit", () => {
  for (const delimiter of [",", ";", "\t", "|"]) {
    const text = [
      ["week", "y", "tv"],
      ["2024-01-01", "1", "2"],
    ]
      .map((row) => row.join(delimiter))
      .join("\n");
    expect(read(text)).toMatchObject({
      header: ["week", "y", "tv"],
      rows: [{ line: 2, cells: ["2024-01-01", "1", "2"] }],
    });
  }
});

test("decimal commas do not pass for delimiters", () => {
  expect(read("week;y;tv\n2024-01-01;1,5;2,5\n2024-01-08;1,5;2,5\n").rows[0]?.cells).toEqual([
    "2024-01-01",
    "1,5",
    "2,5",
  ]);
});

test("a byte-order mark, outer spaces and any line ends are no part of the header", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(read(`\uFEFF week , y,tv${end}1,2,3${end}`)).toMatchObject({
      header: ["week", "y", "tv"],
      rows: [{ line: 2 }],
    });
  }
});

test("lines are those of an editor, also behind cells that span lines and blank lines", () => {
  const text = '\nweek,y,"tv"\r\n1,"two\r\nlines",3\r\n\r\n"a\n\nb",5,6\n7,8,9';
  expect(read(text)).toMatchObject({
    headerLine: 2,
    rows: [
      { line: 3, cells: ["1", "two\nlines", "3"] },
      { line: 6, cells: ["a\n\nb", "5", "6"] },
      { line: 9, cells: ["7", "8", "9"] },
    ],
  });
});

test("quotes hold delimiters, line ends and doubled quotes", () => {
  expect(read('week,y,tv\n"a,b","c""d","e\nf"\n').rows[0]?.cells).toEqual(["a,b", 'c"d', "e\nf"]);
});

test("rows that do not fit the header are left out and named", () => {
  const { rows, messages } = read("week,y,tv\n1,2\n1,2,3\n1,2,3,4\n , ,\n");
  expect(rows.map((row) => row.line)).toEqual([3]);
  expect(messages).toEqual([
    'a.csv, line 2: a row must have as many cells as the header, 3, got 2 (the last one is "2"). Add the missing cells, or close the quote that was left open.',
    'a.csv, line 4: a row must have as many cells as the header, 3, got 4 (the last one is "4"). Put cells that hold the delimiter in quotes, and write decimals with a point.',
    "a.csv, line 5: a row must hold values, got empty cells only. Remove the row.",
  ]);
});

test("what is no table is told by its kind", () => {
  const messages = ["", " \n\n", "PK\u0003\u0004...", "w\u0000e\u0000", "week,y,tv\n"].map(
    (text) => read(text).messages,
  );
  expect(messages).toEqual([
    [
      "a.csv: the file must hold a header and rows, got an empty file. Export the table again, with its header.",
    ],
    [
      "a.csv: the file must hold a header and rows, got blank lines only. Export the table again, with its header.",
    ],
    [
      "a.csv: the file must be delimited text, got an Excel workbook or another zip file. Export the sheet as CSV (UTF-8).",
    ],
    ["a.csv: the file must be delimited text, got binary data or UTF-16. Export the sheet as CSV (UTF-8)."],
    [
      "a.csv, line 1: the header must be followed by rows, got a header only. Export the table again, with one row per period.",
    ],
  ]);
});

test("any cells written as CSV read back, each on its line", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", " ", ",", ";", '"', "\n", "\t", "'", "é") });
  const rows = fc.array(
    fc.tuple(
      cell,
      cell,
      cell.map((text) => `${text}.`),
    ),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(rows, (cells) => {
      const text = Papa.unparse([["week", "y", "tv"], ...cells], { newline: "\n" });
      const found = read(text);
      expect(found.rows.map((row) => row.cells)).toEqual(cells);
      found.rows.forEach(({ line }, i) => {
        const before = Papa.unparse([["week", "y", "tv"], ...cells.slice(0, i)], { newline: "\n" });
        expect(line).toBe(before.split("\n").length + 1);
      });
    }),
  );
});

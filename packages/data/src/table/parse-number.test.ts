import fc from "fast-check";
import { expect, test } from "vitest";
import { numberParser, parseNumber } from "./parse-number.js";
import { printNumber } from "./print-number.js";

function codeOf(cell: string): string | number {
  const reading = parseNumber(cell);
  return typeof reading === "number" ? reading : reading.code;
}

test("plain numbers are read as they stand", () => {
  const cells = ["0", " 12 ", "-1.5", "+3", ".5", "5.", "1e3", "2.5E-3", "007"];
  expect(cells.map(codeOf)).toEqual([0, 12, -1.5, 3, 0.5, 5, 1000, 0.0025, 7]);
});

test("every double reads back from its shortest decimal", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumber(Object.is(value, -0) ? "-0" : String(value))).toBe(value);
    }),
  );
});

test("an empty cell and the words for it are missing values", () => {
  for (const cell of ["", "  ", "NA", "n/a", "#N/A", "NaN", "null", "None", "-", "."]) {
    expect(codeOf(cell)).toBe("data.missing-value");
  }
});

test("infinity and numbers beyond the doubles are infinite", () => {
  for (const cell of ["inf", "-Infinity", "∞", "1e999"]) expect(codeOf(cell)).toBe("data.infinite-value");
});

test("a decimal comma is recognised where it cannot separate thousands", () => {
  for (const cell of ["1,5", "0,123", "-12,50", "1234,567", ",5"])
    expect(codeOf(cell)).toBe("data.decimal-comma");
});

test("thousands separators of all kinds are recognised", () => {
  const cells = [
    "1,234",
    "1,234.5",
    "1,234,567",
    "1 234",
    "1\u00a0234,5".slice(0, 5),
    "1'234'567",
    "1.234.567",
    "1.234,5",
  ];
  for (const cell of cells) expect(codeOf(cell)).toBe("data.thousands-separator");
});

test("1,234 may be either, and is told so", () => {
  expect(parseNumber("1,234")).toEqual({
    code: "data.thousands-separator",
    allowed: "a comma may separate thousands or decimals",
    advice: "Write the number without thousands separators and with a decimal point, as in 1234.5.",
  });
});

test("anything else is text", () => {
  for (const cell of ["€ 5", "12 %", "abc", "0x10", "1e", "1-2", "1 2", "TRUE", "2024-01-01", "١٢"]) {
    expect(codeOf(cell)).toBe("data.text-in-number");
  }
});

test("a declared format is read, and nothing but the declared format", () => {
  const german = numberParser({ decimal: "comma", thousands: "point" });
  expect(["1.234,5", "1.234.567", "-1234,5", ",5", "7", "1,5e3", "1.234"].map(german)).toEqual([
    1234.5, 1234567, -1234.5, 0.5, 7, 1500, 1234,
  ]);
  const french = numberParser({ decimal: "comma", thousands: "space" });
  expect(["1\u202f234,5", "12 345", "1\u00a0234"].map(french)).toEqual([1234.5, 12345, 1234]);
  const swiss = numberParser({ thousands: "apostrophe" });
  expect(["1'234.5", "1’234’567"].map(swiss)).toEqual([1234.5, 1234567]);
  const indian = numberParser({ thousands: "comma" });
  expect(["1,50,000", "12,34,567.8", "1,234"].map(indian)).toEqual([150000, 1234567.8, 1234]);
  const plain = numberParser({ decimal: "comma" });
  expect(plain("1.5")).toEqual({
    code: "data.undeclared-format",
    allowed: "the roles declare decimals as in 1,5, without thousands separators",
    advice: "Write the number in the declared format, or correct `format` in the roles.",
  });
  const codes = [
    german("1.5"),
    german("1'234"),
    indian("1,23"),
    indian("1.234,5"),
    swiss("1,5"),
    german("NA"),
    german("x"),
  ];
  expect(codes.map((fault) => (typeof fault === "number" ? fault : fault.code))).toEqual([
    ...Array.from({ length: 5 }, () => "data.undeclared-format"),
    "data.missing-value",
    "data.text-in-number",
  ]);
});

test("every double reads back from its decimal with a comma", () => {
  const parse = numberParser({ decimal: "comma", thousands: "point" });
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parse(printNumber(value).replace(".", ","))).toBe(value);
    }),
  );
});

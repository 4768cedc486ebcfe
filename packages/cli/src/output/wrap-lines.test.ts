import fc from "fast-check";
import { expect, it } from "vitest";
import { displayWidth } from "./display-width.js";
import { wrapLines } from "./wrap-lines.js";

it("short lines stay as they are, with the spaces inside them", () => {
  const lines = ["", "  ok    chains                        4  ≥ 2", "x"];
  expect(wrapLines(lines, 8)).toEqual(lines);
});

it("long lines break at spaces, and the rest is indented", () => {
  const line = `  FAIL  ${"word ".repeat(20)}end`;
  expect(wrapLines([line], 8)).toEqual([
    "  FAIL  word word word word word word word word word word word word word word",
    "        word word word word word word end",
  ]);
});

it("a word longer than a line stays whole", () => {
  expect(wrapLines([`see ${"x".repeat(100)} there`], 2)).toEqual(["see", `  ${"x".repeat(100)}`, "  there"]);
});

it("no word is lost, and no line is wider than it must be", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zé電]{1,30}$/), { minLength: 1, maxLength: 60 }), (words) => {
      const wrapped = wrapLines([words.join(" ")], 4);
      expect(
        wrapped
          .join(" ")
          .split(/\s+/)
          .filter((word) => word !== ""),
      ).toEqual(words);
      expect(wrapped.every((line) => displayWidth(line) <= 80)).toBe(true);
    }),
  );
});

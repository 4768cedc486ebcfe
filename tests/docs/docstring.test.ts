import { expect, test } from "vitest";
import { docstring, sourceKeys } from "./docstring.js";

const comment = `/**
 * Adds.
 *
 *     sum = a + b
 *
 * @param a  first
 *           line
 * @source jin2017 eq. 1, geyer1992
 * @example
 * import { x } from "@mmm/numerics";
 * add(1, 2) // => 3
 */`;

test("description and tags are told apart, tags keep their lines", () => {
  expect(docstring(comment, 10)).toEqual({
    description: "Adds.\n\n    sum = a + b",
    tags: [
      { name: "param", line: 15, text: "a  first\n          line" },
      { name: "source", line: 17, text: "jin2017 eq. 1, geyer1992" },
      { name: "example", line: 18, text: '\nimport { x } from "@mmm/numerics";\nadd(1, 2) // => 3' },
    ],
  });
});

test("a comment of one line is a description", () => {
  expect(docstring("/** Adds. */", 1)).toEqual({ description: "Adds.", tags: [] });
});

test("every key of a source counts, and a word that is no key stays to be refused", () => {
  expect(sourceKeys(docstring(comment, 1))).toEqual(["jin2017", "geyer1992"]);
  expect(sourceKeys(docstring("/** A.\n * @source Numerical Recipes\n */", 1))).toEqual(["Numerical"]);
});

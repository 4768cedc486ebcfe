import { describe, expect, test } from "vitest";
import { markdownFiles, packageSources, readText } from "./documentation-on-disk.js";
import { references, unknownKeys, unusedKeys } from "./references.js";

test("an entry that is malformed, doubled or out of order is told", () => {
  const entries = ["- **b2001** — B.", "- **a2000** — A.", "- **b2001** — B.", "- c2002: C", "prose"];
  expect(references(entries.join("\n"))).toEqual({
    keys: ["b2001", "a2000", "b2001"],
    faults: [
      "must be in the order of keys, got a2000 after b2001",
      "must hold b2001 once",
      'must have the form "- **key2020** — …", got - c2002: C',
    ],
  });
});

test("a key is used by a whole word", () => {
  expect(unusedKeys(["a2000", "b2001"], ["@source a2000 eq. 1", "ab2001", "b2001b"])).toEqual(["b2001"]);
});

test("a source that is no entry is told with its line", () => {
  const text = [
    "/**",
    " * @source a2000, b2001 eq. 3",
    " */",
    "// @source the book",
    'const a = "@source x";',
  ].join("\n");
  expect(unknownKeys("a.ts", text, new Set(["a2000"]))).toEqual([
    'a.ts:2: names "b2001"',
    'a.ts:4: names "the book"',
  ]);
});

describe("REFERENCES.md", () => {
  const { keys, faults } = references(readText("REFERENCES.md") ?? "");
  const sources = packageSources().map((path) => ({ path, text: readText(path) as string }));
  const prose = markdownFiles().filter((path) => path !== "REFERENCES.md");

  test("is well formed", () => expect(faults).toEqual([]));
  test("holds every source that the code names", () =>
    expect(sources.flatMap(({ path, text }) => unknownKeys(path, text, new Set(keys)))).toEqual([]));
  test("holds nothing that neither code nor documentation names", () =>
    expect(
      unusedKeys(keys, [
        ...sources.map(({ text }) => text),
        ...prose.map((path) => readText(path) as string),
      ]),
    ).toEqual([]));
});

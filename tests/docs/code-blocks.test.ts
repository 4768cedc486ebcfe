import { expect, test } from "vitest";
import { codeBlocks, withoutCode } from "./code-blocks.js";

const markdown = [
  "# Title",
  "",
  "```ts continue",
  "const a = 1;",
  "```",
  "",
  "~~~~sh",
  "```",
  "~~~~",
  "`x` and [y](z)",
].join("\n");

test("blocks have a language, a note and the line of their first line", () => {
  expect(codeBlocks("README.md", markdown)).toEqual([
    { file: "README.md", line: 4, language: "ts", note: "continue", text: "const a = 1;" },
    { file: "README.md", line: 8, language: "sh", note: "", text: "```" },
  ]);
});

test("prose keeps its lines when code is blanked", () => {
  expect(withoutCode(markdown).split("\n")).toEqual([
    "# Title",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "    and [y](z)",
  ]);
});

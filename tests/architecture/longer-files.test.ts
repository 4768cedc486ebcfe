import { expect, test } from "vitest";
import { longerFiles } from "./longer-files.js";
import { sourceFile } from "./source-file.js";

function fileOf(path: string, lines: number) {
  return sourceFile(path, "// a line\n".repeat(lines));
}

test("400 lines pass, 401 do not", () => {
  expect(longerFiles([fileOf("packages/x/src/a.ts", 400), fileOf("packages/x/src/b.ts", 401)])).toEqual([
    "packages/x/src/b.ts: must have at most 400 lines, got 401",
  ]);
});

test("an index file has at most 60", () => {
  expect(longerFiles([fileOf("packages/x/src/index.ts", 61), fileOf("packages/y/src/index.ts", 60)])).toEqual(
    ["packages/x/src/index.ts: must have at most 60 lines, got 61"],
  );
});

test("a table that is named with its reason may be longer", () => {
  expect(longerFiles([fileOf("packages/x/src/a.ts", 500)], { "packages/x/src/a.ts": "a table" })).toEqual([]);
});

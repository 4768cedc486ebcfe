import { expect, test } from "vitest";
import { filesWithoutRole } from "./files-without-role.js";
import { sourceFile } from "./source-file.js";

function faultsOf(path: string, text: string): string[] {
  return filesWithoutRole([sourceFile(path, text)]);
}

test("a source that opens with code is told", () => {
  expect(faultsOf("packages/x/src/a.ts", "export const a = 1;\n")).toEqual([
    "packages/x/src/a.ts: must open with one sentence that says its role",
  ]);
});

test("either form of comment serves, below a hashbang as well", () => {
  expect(faultsOf("packages/x/src/a.ts", "/** What a is. */\n")).toEqual([]);
  expect(faultsOf("packages/x/src/a.ts", "/**\n * What a is.\n */\n")).toEqual([]);
  expect(faultsOf("packages/x/src/a.ts", "#!/usr/bin/env node\n// What a is.\n")).toEqual([]);
});

test("tests say their role by their name", () => {
  expect(faultsOf("packages/x/src/a.test.ts", "test();")).toEqual([]);
});

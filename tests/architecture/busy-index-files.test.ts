import { expect, test } from "vitest";
import { busyIndexFiles } from "./busy-index-files.js";
import { sourceFile } from "./source-file.js";

test("an index file that does something is told", () => {
  const text = 'export { a } from "./a.js"; import "./b.js"; export const c = 1;';
  expect(busyIndexFiles([sourceFile("packages/x/src/index.ts", text)])).toEqual([
    "packages/x/src/index.ts: must only re-export, got ImportDeclaration",
    "packages/x/src/index.ts: must only re-export, got FirstStatement",
  ]);
});

test("one that only re-exports passes, and other files may do things", () => {
  const files = [
    sourceFile("packages/x/src/index.ts", 'export { a } from "./a.js"; export type { B } from "./b.js";'),
    sourceFile("packages/x/src/a.ts", "export const a = 1;"),
  ];
  expect(busyIndexFiles(files)).toEqual([]);
});

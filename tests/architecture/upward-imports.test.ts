import { expect, test } from "vitest";
import { upwardImports } from "./upward-imports.js";
import { sourceFile } from "./source-file.js";

function faultsOf(path: string, ...lines: string[]): string[] {
  return upwardImports([sourceFile(path, lines.join("\n"))]);
}

test("an import of a higher floor goes up, also as a type", () => {
  expect(faultsOf("packages/numerics/src/x.ts", 'import type { Trace } from "@mmm/sampler";')).toEqual([
    "numerics/src/x.ts → sampler: goes up",
  ]);
});

test("an import of the same floor is refused, by a path as well", () => {
  expect(faultsOf("packages/posterior/src/x.ts", 'export { y } from "../../sampler/src/y.js";')).toEqual([
    "posterior/src/x.ts → sampler/src/y.ts: stays on the floor",
  ]);
});

test("a dynamic import and an import type are imports", () => {
  expect(
    faultsOf(
      "packages/data/src/x.ts",
      'const a = await import("@mmm/model");',
      'type B = import("@mmm/cli").B;',
    ),
  ).toEqual(["data/src/x.ts → model: goes up", "data/src/x.ts → cli: goes up"]);
});

test("a door beside the main one is named in the arrow", () => {
  expect(faultsOf("packages/data/src/x.ts", 'import { nodeWorkers } from "@mmm/sampler/node";')).toEqual([
    "data/src/x.ts → sampler/node: stays on the floor",
  ]);
});

test("a package without a floor is told, and so is an import of one", () => {
  expect(faultsOf("packages/attic/src/x.ts")).toEqual([
    "attic: has no floor. Give it one in tests/architecture/upward-imports.ts",
  ]);
  expect(faultsOf("packages/cli/src/x.ts", 'import "@mmm/attic";')).toEqual([
    "cli/src/x.ts → attic: goes nowhere",
  ]);
});

test("downward imports, own files and outside packages pass", () => {
  expect(
    faultsOf(
      "packages/model/src/spec/x.ts",
      'import { exp } from "@mmm/numerics";',
      'import { z } from "zod";',
      'import { y } from "../y.js";',
      'import { readFile } from "node:fs/promises";',
      '// import { no } from "@mmm/cli";',
      'const y = require("@mmm/cli");',
    ),
  ).toEqual([]);
});

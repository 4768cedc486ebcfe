import { expect, test } from "vitest";
import { deepImports } from "./deep-imports.js";
import { packageManifest } from "./package-manifest.js";
import { sourceFile, type SourceFile } from "./source-file.js";

const sampler = packageManifest(
  "sampler",
  JSON.stringify({ name: "@mmm/sampler", exports: { ".": {}, "./node": {} } }),
  "{}",
);

function faultsOf(file: SourceFile): string[] {
  return deepImports([file], [sampler]);
}

test("an import past a door is told with its line", () => {
  const file = sourceFile(
    "packages/model/src/x.ts",
    ["", 'import { y } from "../../numerics/src/y.js";', 'import { z } from "@mmm/sampler/src/z.js";'].join(
      "\n",
    ),
  );
  expect(faultsOf(file)).toEqual([
    "packages/model/src/x.ts:2 → packages/numerics/src/y.ts: enters by a path",
    "packages/model/src/x.ts:3 → @mmm/sampler/src/z.js: is not a door of sampler",
  ]);
});

test("tests and examples use the doors too", () => {
  expect(faultsOf(sourceFile("examples/a.ts", 'import "../packages/model/src/fit.js";'))).toEqual([
    "examples/a.ts:1 → packages/model/src/fit.ts: enters by a path",
  ]);
});

test("doors, own files and paths of outside packages pass", () => {
  const file = sourceFile(
    "packages/model/src/x.ts",
    'import "@mmm/sampler"; import "@mmm/sampler/node"; import "./y.js"; import "vega/build/x.js";',
  );
  expect(faultsOf(file)).toEqual([]);
});

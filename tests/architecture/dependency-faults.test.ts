import { expect, test } from "vitest";
import { dependencyFaults } from "./dependency-faults.js";
import { packageManifest } from "./package-manifest.js";
import { sourceFile } from "./source-file.js";

function model(
  dependencies: readonly string[],
  references: readonly string[],
  devDependencies: readonly string[] = [],
) {
  const table = (names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  return packageManifest(
    "model",
    JSON.stringify({
      name: "@mmm/model",
      dependencies: table(dependencies),
      devDependencies: table(devDependencies),
    }),
    JSON.stringify({ references: references.map((name) => ({ path: `../${name}` })) }),
  );
}

const source = sourceFile(
  "packages/model/src/x.ts",
  'import "@mmm/data"; import "zod/mini"; import "node:fs";',
);
const tests = sourceFile(
  "packages/model/src/x.test.ts",
  'import "vitest"; import "papaparse"; import "@mmm/model";',
);

test("a package that declares what it imports passes", () => {
  expect(dependencyFaults([source, tests], [model(["@mmm/data", "zod"], ["data"], ["papaparse"])])).toEqual(
    [],
  );
});

test("each difference between imports, package.json and tsconfig.json is told", () => {
  expect(dependencyFaults([source, tests], [model(["@mmm/data", "yaml"], ["sampler"])])).toEqual([
    "packages/model: imports zod, which its package.json does not declare",
    "packages/model: tests import papaparse, which its package.json does not declare",
    "packages/model: declares yaml, which nothing imports",
    "packages/model: depends on data, which its tsconfig.json does not reference",
    "packages/model: references sampler, which its package.json does not declare",
  ]);
});

test("a dependency for development does not serve a source", () => {
  expect(dependencyFaults([source], [model(["@mmm/data"], ["data"], ["zod"])])).toEqual([
    "packages/model: imports zod, which its package.json does not declare",
  ]);
});

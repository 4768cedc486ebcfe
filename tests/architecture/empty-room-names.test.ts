import { expect, test } from "vitest";
import { emptyRoomNames } from "./empty-room-names.js";
import { sourceFile } from "./source-file.js";

function faultsOf(...paths: string[]): string[] {
  return emptyRoomNames(paths.map((path) => sourceFile(path, "")));
}

test("a folder whose name says nothing is told once", () => {
  expect(faultsOf("packages/x/src/utils/a.ts", "packages/x/src/utils/b.ts")).toEqual([
    "packages/x/src/utils: says nothing about what belongs there",
  ]);
});

test("so are packages, files and their tests", () => {
  expect(
    faultsOf("packages/core/src/a.ts", "packages/x/src/types.ts", "packages/x/src/helper.test.ts"),
  ).toEqual([
    "packages/core: says nothing about what belongs there",
    "packages/x/src/types: says nothing about what belongs there",
    "packages/x/src/helper: says nothing about what belongs there",
  ]);
});

test("names that only contain such a word pass", () => {
  expect(faultsOf("packages/x/src/base-rate.ts", "packages/x/src/type-of-day.ts")).toEqual([]);
});

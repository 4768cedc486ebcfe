import { expect, test } from "vitest";
import { changedPaths } from "./changed-paths.js";

test("what changed, appeared or went is told, what stayed is not", () => {
  const before = new Map([
    ["same", "1"],
    ["changed", "1"],
    ["went", "1"],
  ]);
  const after = new Map([
    ["same", "1"],
    ["changed", "2"],
    ["appeared", "1"],
  ]);
  expect(changedPaths(before, after)).toEqual(["appeared", "changed", "went"]);
});

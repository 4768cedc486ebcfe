import { expect, test } from "vitest";
import { misnamedFiles } from "./misnamed-files.js";
import { sourceFile } from "./source-file.js";

function faultsOf(path: string, text: string): string[] {
  return misnamedFiles([sourceFile(path, text)]);
}

test("a file without the export of its name is told with what it exports", () => {
  expect(
    faultsOf(
      "packages/x/src/drawer.ts",
      "export const a = 1, b = 2; export interface C {} export { d } from './d.js';",
    ),
  ).toEqual(["packages/x/src/drawer.ts: must be named after its main export, got exports a, b, C, d"]);
  expect(faultsOf("packages/x/src/empty.ts", "const empty = 1;")).toEqual([
    "packages/x/src/empty.ts: must be named after its main export, got exports none",
  ]);
});

test("functions, types, constants, classes and renamed exports may give the name", () => {
  expect(faultsOf("packages/x/src/dual-averaging.ts", "export function dualAveraging() {}")).toEqual([]);
  expect(faultsOf("packages/x/src/budget-problem.ts", "export interface BudgetProblem {}")).toEqual([]);
  expect(faultsOf("packages/x/src/student-t-cdf.ts", "export const studentTCdf = 1;")).toEqual([]);
  expect(faultsOf("packages/x/src/issue-error.ts", "export class IssueError {}")).toEqual([]);
  expect(faultsOf("packages/x/src/philox4x32.ts", "function p() {} export { p as philox4x32 };")).toEqual([]);
});

test("a word that a family of exports shares may give the name, a part of a word may not", () => {
  expect(
    faultsOf("packages/x/src/ess.ts", "export function essBulk() {} export function essTail() {}"),
  ).toEqual([]);
  expect(faultsOf("packages/x/src/exp.ts", "export function expansion() {}")).toEqual([
    "packages/x/src/exp.ts: must be named after its main export, got exports expansion",
  ]);
});

test("a file of several may have their plural as its name", () => {
  expect(
    faultsOf("packages/x/src/rows.ts", "export interface RowBlock {} export function rowCount() {}"),
  ).toEqual([]);
});

test("another case than kebab-case is told", () => {
  expect(faultsOf("packages/x/src/dualAveraging.ts", "export function dualAveraging() {}")).toEqual([
    "packages/x/src/dualAveraging.ts: must be named in kebab-case",
  ]);
});

test("index files, workers, tests and scripts without exports pass", () => {
  expect(faultsOf("packages/x/src/index.ts", "export { a } from './a.js';")).toEqual([]);
  expect(faultsOf("packages/x/src/chain.worker.ts", "")).toEqual([]);
  expect(faultsOf("packages/x/src/a.golden.test.ts", "")).toEqual([]);
  expect(faultsOf("examples/first-fit.ts", "")).toEqual([]);
});

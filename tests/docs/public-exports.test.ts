import { expect, test } from "vitest";
import { publicExports } from "./public-exports.js";

const sources: Readonly<Record<string, string>> = {
  "packages/a/src/index.ts": [
    'export { one, two as deux } from "./one.js";',
    'export type { Three } from "./one.js";',
    'export * from "./star.js";',
    'export { z } from "zod";',
  ].join("\n"),
  "packages/a/src/one.ts": [
    "/** Role of the file. */",
    "",
    "/** First. */",
    "export function one(x: number): number;",
    "export function one(x: string): string;",
    "export function one(x: unknown): unknown { return x; }",
    "function make(f: (x: number) => number): (x: number) => number { return f; }",
    "export const two = make((x) => x);",
    "/** A shape. */",
    "export interface Three {}",
  ].join("\n"),
  "packages/a/src/star.ts":
    "/** Role. */\nimport './one.js';\nexport const table = { a: 1 }; export class Four {}",
  "packages/b/src/index.ts": 'export { one } from "@mmm/a";',
};

const entries = new Map([
  ["@mmm/a", "packages/a/src/index.ts"],
  ["@mmm/b", "packages/b/src/index.ts"],
]);

test("every way to export leads to a declaration, its kind and its docstring", () => {
  const faces = publicExports(entries, (path) => sources[path]);
  const told = faces.get("@mmm/a")?.map(({ name, kind, file, line, doc }) => {
    return `${name} ${kind} ${file.slice(15)}:${line} ${doc?.description ?? "-"}`;
  });
  expect(told?.sort()).toEqual([
    "Four class star.ts:3 -",
    "Three type one.ts:10 A shape.",
    "deux function one.ts:8 -",
    "one function one.ts:4 First.",
    "table value star.ts:3 -",
  ]);
});

test("a name that is passed on is declared where it comes from", () => {
  const faces = publicExports(entries, (path) => sources[path]);
  expect(faces.get("@mmm/b")?.map(({ name, file }) => [name, file])).toEqual([
    ["one", "packages/a/src/one.ts"],
  ]);
});

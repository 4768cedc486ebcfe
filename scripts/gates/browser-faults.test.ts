import { expect, test } from "vitest";
import { browserFaults } from "./browser-faults.js";

const here = import.meta.dirname;

test("an import of Node is told with the file that makes it", async () => {
  expect(await browserFaults('import { cpus } from "node:os"; export const a = cpus;', here)).toEqual([
    "entry.js imports node:os",
  ]);
  expect(await browserFaults('export const a = () => import("node:fs");', here)).toEqual([
    "entry.js imports node:fs",
  ]);
});

test("an old name of a module of Node cannot be resolved", async () => {
  expect((await browserFaults('export * from "fs";', here)).join()).toContain('Could not resolve "fs"');
});

test("a name that only Node has is told when the bundle loads", async () => {
  expect(await browserFaults("export const a = process.cwd();", here)).toEqual([
    "does not load: ReferenceError: process is not defined",
  ]);
});

test("a bundle that shows nothing is told, one that shows a name passes", async () => {
  expect(await browserFaults("export {};", here)).toEqual(["shows no name"]);
  expect(await browserFaults("export const a = WebAssembly.validate(new Uint8Array(1));", here)).toEqual([]);
});

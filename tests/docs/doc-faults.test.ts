import { expect, test } from "vitest";
import { docFaults } from "./doc-faults.js";
import { docstring } from "./docstring.js";
import type { PublicExport } from "./public-exports.js";

function faultsOf(kind: PublicExport["kind"], comment?: string): string[] {
  const doc = comment === undefined ? undefined : docstring(comment, 1);
  return docFaults([{ name: "it", kind, file: "a.ts", line: 7, doc }], new Set(["jin2017"]));
}

test("a name without a docstring is told, whatever it is", () => {
  for (const kind of ["function", "class", "value", "type"] as const) {
    expect(faultsOf(kind)).toEqual(["a.ts:7: it has no docstring"]);
  }
});

test("a function owes an example, a type does not", () => {
  expect(faultsOf("function", "/** Adds. */")).toEqual(["a.ts:7: it has no @example"]);
  expect(faultsOf("type", "/** A sum. */")).toEqual([]);
  expect(faultsOf("function", "/**\n * Adds.\n * @example\n * it(1); // => 2\n */")).toEqual([]);
});

test("a source that the bibliography does not hold is told by its key", () => {
  expect(faultsOf("value", "/**\n * A.\n * @source jin2017 eq. 1, geyer1992\n */")).toEqual([
    'a.ts:7: it names the source "geyer1992", which REFERENCES.md does not hold',
  ]);
});

test("a docstring of tags alone is told", () => {
  expect(faultsOf("value", "/** @source jin2017 */")).toEqual([
    "a.ts:7: it has a docstring without a sentence",
  ]);
});

/** Every `@example` of a public name runs and gives what it says, and every public name is documented. */
import { describe, expect, test } from "vitest";
import { docFaults } from "./doc-faults.js";
import { publicFaces, readText } from "./documentation-on-disk.js";
import { references } from "./references.js";
import { expectToHold, writeModules } from "./write-modules.js";

describe("examples of public names", () => {
  for (const module of writeModules("examples")) {
    test(`${module.title} holds`, () => expectToHold(module));
  }
});

describe("public names are documented", () => {
  const keys = new Set(references(readText("REFERENCES.md") ?? "").keys);
  for (const [door, exports] of publicFaces()) {
    test(`those of ${door}`, () => expect(docFaults(exports, keys)).toEqual([]));
  }
});

/** The house itself, held against every rule; a fault is printed as the rule words it. */
import { describe, expect, test } from "vitest";
import { importCircles } from "./import-circles.js";
import { dependencyFaults } from "./dependency-faults.js";
import { deepImports } from "./deep-imports.js";
import { busyIndexFiles } from "./busy-index-files.js";
import { filesWithoutRole } from "./files-without-role.js";
import { upwardImports } from "./upward-imports.js";
import { readHouse } from "./house.js";
import { emptyRoomNames } from "./empty-room-names.js";
import { misnamedFiles } from "./misnamed-files.js";
import { powerOperators } from "./power-operators.js";
import { longerFiles } from "./longer-files.js";

describe("the house", () => {
  const { files, packages } = readHouse();

  test("no import goes up or stays on its floor", () => expect(upwardImports(files)).toEqual([]));
  test("no import goes round", () => expect(importCircles(files)).toEqual([]));
  test("packages enter each other through their doors", () =>
    expect(deepImports(files, packages)).toEqual([]));
  test("packages declare what they import", () => expect(dependencyFaults(files, packages)).toEqual([]));
  test("no file is longer than one idea", () => expect(longerFiles(files)).toEqual([]));
  test("files are named after their main export", () => expect(misnamedFiles(files)).toEqual([]));
  test("no room has a name that takes in anything", () => expect(emptyRoomNames(files)).toEqual([]));
  test("files open with their role", () => expect(filesWithoutRole(files)).toEqual([]));
  test("no power is left to the engine", () => expect(powerOperators(files)).toEqual([]));
  test("index files only re-export", () => expect(busyIndexFiles(files)).toEqual([]));
});

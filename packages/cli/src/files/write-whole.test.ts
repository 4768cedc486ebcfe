import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { attempt, refuseWrite, writeWhole } from "./write-whole.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mmm-write-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function listing(): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

it("a file is written with its missing folders, and nothing else stays", () => {
  const path = join(folder, "a/b/fit.json");
  expect(refuseWrite(path)).toBeUndefined();
  expect(listing()).toEqual([]);
  writeWhole(path, "one");
  writeWhole(path, "two");
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(listing()).toEqual(["a", join("a", "b"), join("a", "b", "fit.json")]);
});

it("a rehearsal touches neither the file that is there nor folders that were there", () => {
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a/fit.json"), "old");
  expect(refuseWrite(join(folder, "a/fit.json"))).toBeUndefined();
  expect(refuseWrite(join(folder, "a/b/c/fit.json"))).toBeUndefined();
  expect(listing()).toEqual(["a", join("a", "fit.json")]);
  expect(readFileSync(join(folder, "a/fit.json"), "utf8")).toBe("old");
});

it("a failed write leaves the old file and no draft", () => {
  mkdirSync(join(folder, "taken"));
  expect(attempt(() => writeWhole(join(folder, "x".repeat(300)), "text"))).toBe("a name that is too long");
  expect(listing()).toEqual(["taken"]);
});

it("places that cannot hold a file are refused in words", () => {
  writeFileSync(join(folder, "file"), "");
  writeFileSync(join(folder, "protected"), "");
  chmodSync(join(folder, "protected"), 0o444);
  const refusals = [
    "",
    folder,
    `${folder}/new/`,
    `${folder}/file/x`,
    `${folder}/file/a/x`,
    `${folder}/protected`,
  ];
  expect(refusals.map(refuseWrite)).toEqual([
    ...["no name", "a folder", "a folder", "a path through a file", "a path through a file"],
    "a file that is write-protected",
  ]);
  expect(refuseWrite(join(folder, "y".repeat(300)))).toBe("a name that is too long");
  expect(listing()).toEqual(["file", "protected"]);
});

it("behind a link the file it leads to is replaced, and keeps its mode", () => {
  writeFileSync(join(folder, "real.json"), "old", { mode: 0o600 });
  symlinkSync("real.json", join(folder, "link.json"));
  writeWhole(join(folder, "link.json"), "new");
  expect(lstatSync(join(folder, "link.json")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
  expect(statSync(join(folder, "real.json")).mode & 0o777).toBe(0o600);
});

it.skipIf(!existsSync("/dev/null"))("a device is written to, not replaced", () => {
  expect(refuseWrite("/dev/null")).toBeUndefined();
  writeWhole("/dev/null", "nothing");
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

it.skipIf(!existsSync("/proc/self"))("a file system that knows no new folders is refused at once", () => {
  expect(refuseWrite("/proc/mmm/fit.json")).toBe("no such file or folder");
});

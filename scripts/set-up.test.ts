import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installStamp, refuseNode } from "./set-up.mjs";

test("a Node that is too old is refused with what to do, a new one is not", () => {
  expect(refuseNode("18.20.8")).toBe(
    "Node.js: must be 20 or newer, got 18.20.8. Install a current one from https://nodejs.org and try again.",
  );
  expect(refuseNode("20.0.0")).toBeUndefined();
  expect(refuseNode("100.1.0")).toBeUndefined();
});

test("the stamp of an install changes with the lockfile and with any package.json, and with nothing else", () => {
  const directory = mkdtempSync(join(tmpdir(), "mmm-stamp-"));
  mkdirSync(join(directory, "packages/a"), { recursive: true });
  const stampAfter = (path: string, text: string): string => {
    writeFileSync(join(directory, path), text);
    return installStamp(directory);
  };
  const stamps = [
    installStamp(directory),
    stampAfter("pnpm-lock.yaml", "one"),
    stampAfter("pnpm-lock.yaml", "two"),
    stampAfter("packages/a/package.json", "{}"),
    stampAfter("package.json", "{}"),
  ];
  expect(new Set(stamps).size).toBe(stamps.length);
  expect(stampAfter("packages/a/README.md", "text")).toBe(stamps.at(-1));
  rmSync(directory, { recursive: true });
});

import { expect, test } from "vitest";
import { strayFiles } from "./stray-files.js";

test("tests, build records and built files without a source are told", () => {
  const paths = [
    "src/a.ts",
    "src/a.test.ts",
    "dist/a.js",
    "dist/a.d.ts",
    "dist/old/b.js.map",
    "dist/.tsbuildinfo",
  ];
  expect(strayFiles(paths)).toEqual([
    "packs src/a.test.ts, which serves no user",
    "packs dist/old/b.js.map, whose source is gone",
    "packs dist/.tsbuildinfo, which serves no user",
  ]);
});

test("sources, what is built of them and other files pass", () => {
  expect(
    strayFiles(["src/a/b.ts", "dist/a/b.js", "dist/a/b.d.ts.map", "package.json", "bin/mmm.js"]),
  ).toEqual([]);
});

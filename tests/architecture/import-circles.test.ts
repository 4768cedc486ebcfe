import { expect, test } from "vitest";
import { importCircles } from "./import-circles.js";
import { sourceFile } from "./source-file.js";

test("a circle is told once, from its alphabetically first file", () => {
  const files = [
    sourceFile("packages/x/src/c.ts", 'import type { A } from "./a.js";'),
    sourceFile("packages/x/src/a.ts", 'export * from "./b.js";'),
    sourceFile("packages/x/src/b.ts", 'type C = import("./c.js").C;'),
    sourceFile("packages/x/src/d.ts", 'import "./a.js";'),
  ];
  expect(importCircles(files)).toEqual([
    "packages/x/src/a.ts → packages/x/src/b.ts → packages/x/src/c.ts → packages/x/src/a.ts",
  ]);
});

test("two ways to one file are no circle", () => {
  const files = [
    sourceFile("packages/x/src/a.ts", 'import "./b.js"; import "./c.js";'),
    sourceFile("packages/x/src/b.ts", 'import "./d.js";'),
    sourceFile("packages/x/src/c.ts", 'import "./d.js"; import "./missing.js";'),
    sourceFile("packages/x/src/d.ts", ""),
  ];
  expect(importCircles(files)).toEqual([]);
});

test("a file that imports itself is a circle", () => {
  expect(importCircles([sourceFile("packages/x/src/a.ts", 'import "./a.js";')])).toHaveLength(1);
});

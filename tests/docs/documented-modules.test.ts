import { expect, test } from "vitest";
import { docstring } from "./docstring.js";
import { exampleModules, markdownModules } from "./documented-modules.js";

const markdown = [
  "```ts",
  "const a = 1;",
  "```",
  "```json",
  "{}",
  "```",
  "```ts continue",
  "a; // => 1",
  "```",
];

test("a block that continues joins the module of the one before", () => {
  const modules = markdownModules("docs/a.md", [...markdown, "```ts", "2;", "```"].join("\n"));
  expect(modules.map(({ title, path }) => [title, path])).toEqual([
    ["docs/a.md:2", "markdown/docs__a/2.ts"],
    ["docs/a.md:11", "markdown/docs__a/11.ts"],
  ]);
  expect(modules[0]?.text).toContain('expectValue("docs/a.md:8", a, (1));');
  expect(modules[0]?.text).toContain('from "../../../expectations.js"');
});

test("a block that would not be run is refused by a module that throws", () => {
  const refusals = ["```js", "1;", "```", "```ts no-run", "2;", "```", "```ts continue", "3;", "```"].join(
    "\n",
  );
  expect(markdownModules("a.md", refusals).map(({ text }) => /"(.*)"/.exec(text)?.[1])).toEqual([
    "a.md:2: must be marked ts or sh, so that it is run, got js",
    "a.md:5: a ts block may be marked continue, got no-run",
    "a.md:8: there is no block that it could continue",
  ]);
});

test("a fault in a block becomes the fault of its own test", () => {
  expect(markdownModules("a.md", "```ts\nif (1) {\n  2; // => 2\n}\n```")[0]?.text).toMatch(
    /^throw new Error\("a.md:2: 1 exp/,
  );
});

test("examples know the names of all doors of their package, their own first", () => {
  const doc = docstring("/**\n * A.\n * @example\n * ```ts\n * a(b); // => 1\n * ```\n */", 4);
  const own = { name: "a", kind: "function", file: "packages/x/src/a.ts", line: 9, doc } as const;
  const other = { name: "b", kind: "value", file: "packages/x/src/b.ts", line: 1, doc: undefined } as const;
  const foreign = { ...own, name: "c", file: "packages/y/src/c.ts" } as const;
  const faces = new Map([
    ["@mmm/x", [own, foreign]],
    ["@mmm/x/node", [other]],
  ]);
  const modules = exampleModules("@mmm/x", faces);
  expect(modules.map(({ title, path }) => [title, path])).toEqual([
    ["packages/x/src/a.ts:6 a", "examples/x/a.6.ts"],
  ]);
  expect(modules[0]?.text).toContain('import { a } from "@mmm/x";\nimport { b } from "@mmm/x/node";');
  expect(modules[0]?.text).toContain('expectValue("packages/x/src/a.ts:8", a(b), (1));');
});

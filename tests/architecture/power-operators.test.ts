import { expect, test } from "vitest";
import { powerOperators } from "./power-operators.js";
import { sourceFile } from "./source-file.js";

function linesOf(path: string, text: string): string[] {
  return powerOperators([sourceFile(path, text)]).map((fault) => fault.slice(0, fault.indexOf(": must")));
}

test("a power of a variable is told with its line, also when assigned", () => {
  expect(linesOf("packages/x/src/a.ts", "const a = x * x;\nlet b = x ** 2;\nb **= 0.5;")).toEqual([
    "packages/x/src/a.ts:2",
    "packages/x/src/a.ts:3",
  ]);
});

test("so are powers of other bases and broken exponents", () => {
  expect(linesOf("packages/x/src/a.ts", "const a = 10 ** -3;\nconst b = 2 ** 0.5;")).toHaveLength(2);
});

test("powers of two, comments and tests pass", () => {
  expect(
    linesOf("packages/x/src/a.ts", "/** a ** b */ const a = 2 ** 32, b = 2 ** -53, c = 2 ** (-1);"),
  ).toEqual([]);
  expect(linesOf("packages/x/src/a.test.ts", "const a = x ** 2;")).toEqual([]);
});

import { expect, test } from "vitest";
import { runnableModule, type KnownNames } from "./runnable-module.js";

const known: KnownNames = new Map([
  ["exp", { from: "@mmm/numerics", isType: false }],
  ["RandomStream", { from: "@mmm/numerics", isType: true }],
]);

function moduleOf(...code: string[]): string {
  return runnableModule([{ file: "a.md", line: 5, code: code.join("\n") }], known, "#harness");
}

test("an expression with a stated value is compared, once", () => {
  const module = moduleOf("exp(0); // => 1");
  expect(module).toContain('expectValue("a.md:5", exp(0), (1));');
  expect(module.match(/exp\(0\)/g)).toHaveLength(1);
});

test("a constant is declared, compared and exported", () => {
  const module = moduleOf("", "const [first] = [1];", "const a = first; // => 1");
  expect(module).toContain('const a = first;\nexpectValue("a.md:7", a, (1));');
  expect(module).toContain("export { first, a };");
});

test("a value may go on over lines, and stand below its statement", () => {
  expect(moduleOf("f(", "  1,", ");", "// => [", "//   1,", "// ]", "// a remark")).toContain(
    'expectValue("a.md:5", f(\n  1,\n), ([\n  1,\n]));',
  );
});

test("names come in by themselves, unless the code binds them", () => {
  expect(moduleOf("const s: RandomStream = { exp: exp(1) };")).toContain(
    'import { type RandomStream, exp } from "@mmm/numerics";',
  );
  expect(moduleOf('import { exp } from "elsewhere";', "exp(1);")).not.toContain("@mmm/numerics");
  expect(moduleOf("const x = { exp: 1 }; x.exp; (exp: number) => exp;")).not.toContain("@mmm/numerics");
});

test("printing goes to a console that is kept, and is compared", () => {
  const module = moduleOf('console.log("x"); // prints: x');
  expect(module).toContain('import { expectPrinted, capturedConsole as console } from "#harness";');
  expect(module).toContain('console.log("x");\nexpectPrinted("a.md:5", "x");');
});

test("snippets that follow each other share names and imports", () => {
  const module = runnableModule(
    [
      { file: "a.md", line: 1, code: 'import { a } from "x";\nconst b = a;' },
      { file: "a.md", line: 9, code: 'import { a } from "x";\nb + a; // => 2' },
    ],
    known,
    "#harness",
  );
  expect(module.match(/from "x"/g)).toHaveLength(1);
  expect(module).toContain('expectValue("a.md:10", b + a, (2));');
});

test("an expectation that would not be looked at is refused", () => {
  expect(() => moduleOf("if (x) {", "  exp(1); // => 2", "}")).toThrow(
    "a.md:5: 1 expectations are written, 0 stand behind a statement",
  );
  expect(() => moduleOf("function f() {} // => 2")).toThrow(
    "a.md:5: // => must stand behind an expression or one constant",
  );
  expect(() => moduleOf("exp(1); // => [1, 2")).toThrow(
    "a.md:5: // => must be followed by a value, got [1, 2",
  );
});

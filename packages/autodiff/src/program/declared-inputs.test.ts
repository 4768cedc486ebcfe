import { expect, test } from "vitest";
import { axis } from "../axis.js";
import { constant, input } from "../expression.js";
import { add, multiply } from "../primitives/algebra.js";
import { compile } from "./compile.js";

const time = axis("time", 2);

test("an input that simplification made superfluous can still be set", () => {
  const [x, y] = [input("x", [time]), input("y", [time])];
  const outputs = { z: add(multiply(x, constant(0)), y) };
  const program = compile({ outputs, variables: [y], backend: "twin" });
  program.setInput("x", [5, 6]);
  expect(program.evaluate([1, 2]).read("z")).toEqual(Float64Array.of(1, 2));
  expect(() => program.setInput("x", [5])).toThrow(RangeError);
});

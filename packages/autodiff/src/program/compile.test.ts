import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axis } from "../axis.js";
import { constant, type Expression, input } from "../expression.js";
import { add, contract, divide, multiply, subtract, sum } from "../primitives/algebra.js";
import { arrange, stack } from "../primitives/arrangement.js";
import { exp, logistic, tanh } from "../primitives/elementwise.js";
import { geometricRecursion } from "../primitives/recursion.js";
import { hill } from "../primitives/saturation.js";
import { compile } from "./compile.js";
import { differentiate } from "./differentiate.js";
import { evaluate } from "./evaluate.js";
import { expectGradient } from "./gradient.contract.js";

const time = axis("time", 5);
const channel = axis("channel", 3);

describe("compile", () => {
  it("folds whatever depends on data alone, so that it costs nothing per evaluation", () => {
    const x = input("x", [channel]);
    const data = constant([1, 2, 3], [channel]);
    const plain = compile({ outputs: { y: multiply(x, data) }, variables: [x] });
    const folded = compile({ outputs: { y: multiply(x, subtract(add(data, 8), 8)) }, variables: [x] });
    expect(folded.callCount).toBe(plain.callCount);
    expect(folded.evaluate([1, 1, 1]).read("y")).toEqual(Float64Array.of(1, 2, 3));
  });

  it("computes equal subexpressions once", () => {
    const x = input("x", [channel]);
    const once = compile({ outputs: { y: multiply(exp(x), 2) }, variables: [x] });
    const twice = compile({ outputs: { y: multiply(exp(x), 2), z: multiply(exp(x), 2) }, variables: [x] });
    expect(twice.callCount).toBe(once.callCount);
  });

  it("computes nothing for outputs that nobody asked for", () => {
    const x = input("x", [channel]);
    const unused = exp(x);
    const program = compile({ outputs: { y: add(x, 1) }, variables: [x] });
    expect(unused.axes).toEqual([channel]);
    expect(program.callCount).toBe(1);
  });

  it("reads what is only spread over the other operand's axes where it stands", () => {
    const [x, y] = [input("x", [channel, time]), input("y", [channel])];
    const spread = arrange(y, [channel, time]);
    const spreadOut = {
      sum: add(x, spread),
      difference: subtract(spread, x),
      dot: contract(x, spread, ["time"]),
    };
    const asItStands = { sum: add(x, y), difference: subtract(y, x), dot: contract(x, y, ["time"]) };
    const position = Float64Array.from({ length: 18 }, (_, i) => i * i - 7);
    const [one, other] = [spreadOut, asItStands].map((outputs) => compile({ outputs, variables: [x, y] }));
    expect(one!.callCount).toBe(other!.callCount);
    expect(one!.callCount).toBe(4);
    for (const name of ["sum", "difference", "dot"] as const) {
      const twin = compile({ outputs: spreadOut, variables: [x, y], backend: "twin" });
      expect(one!.evaluate(position).read(name)).toEqual(other!.evaluate(position).read(name));
      expect(one!.read(name)).toEqual(twin.evaluate(position).read(name));
    }
    // y[0] is −7 + 15² = 218, x[0, 0] is −7.
    expect(one!.read("sum")[0]).toBe(211);
  });

  it("writes out what is spread where its axes come in another order", () => {
    const [x, y] = [input("x", [channel, time]), input("y", [time, channel])];
    const program = compile({ outputs: { sum: add(x, arrange(y, [channel, time])) }, variables: [x, y] });
    const position = Float64Array.from({ length: 30 }, (_, i) => (i < 15 ? 0 : i));
    expect(program.evaluate(position).read("sum").slice(0, 5)).toEqual(Float64Array.of(15, 18, 21, 24, 27));
  });

  it("walks once over the adjoint of a sum of squares", () => {
    const [x, w] = [input("x", [channel, time]), input("w", [channel])];
    const energy = sum(multiply(w, contract(x, x, ["time"])));
    const position = Float64Array.from({ length: 18 }, (_, i) => i - 4);
    const program = compile({ outputs: { energy }, variables: [x, w], differentiate: "energy" });
    const gradient = new Float64Array(18);
    program.evaluateGradient(position, gradient);
    // 2 w x: w[0] is 11, x[0, 0] is −4.
    expect(gradient[0]).toBe(-88);
    const plain = sum(multiply(w, contract(x, multiply(x, 1 + 1e-9), ["time"])));
    const unshared = compile({ outputs: { plain }, variables: [x, w], differentiate: "plain" });
    expect(program.callCount).toBeLessThan(unshared.callCount - 1);
  });

  it("drops trivial arithmetic", () => {
    const x = input("x", [channel]);
    const program = compile({
      outputs: { y: add(multiply(subtract(divide(x, 1), 0), 1), 0) },
      variables: [x],
    });
    expect(program.callCount).toBe(0);
    expect(program.evaluate([1, 2, 3]).read("y")).toEqual(Float64Array.of(1, 2, 3));
  });

  it("packs variables side by side in the order given", () => {
    const [a, b] = [input("a", [channel]), input("b")];
    const output = add(sum(a), multiply(b, 10));
    const program = compile({ outputs: { output }, variables: [b, a], differentiate: "output" });
    const gradient = new Float64Array(4);
    expect(program.evaluateGradient([1, 2, 3, 4], gradient)).toBe(19);
    expect(gradient).toEqual(Float64Array.of(10, 1, 1, 1));
  });

  it("gives a variable that the output does not depend on the derivative zero", () => {
    const [a, b] = [input("a"), input("b", [channel])];
    const program = compile({
      outputs: { output: multiply(a, a) },
      variables: [a, b],
      differentiate: "output",
    });
    const gradient = new Float64Array(4).fill(7);
    program.evaluateGradient([3, 1, 1, 1], gradient);
    expect(gradient).toEqual(Float64Array.of(6, 0, 0, 0));
  });

  it("keeps the value of an input that is no variable until it is set again", () => {
    const [x, data] = [input("x"), input("data", [channel])];
    const program = compile({ outputs: { y: multiply(x, data) }, variables: [x] });
    program.setInput("data", [1, 2, 3]);
    expect(program.evaluate([2]).read("y")).toEqual(Float64Array.of(2, 4, 6));
    expect(program.evaluate([3]).read("y")).toEqual(Float64Array.of(3, 6, 9));
    program.setInput("data", [0, 1, 0]);
    expect(program.evaluate([3]).read("y")).toEqual(Float64Array.of(0, 3, 0));
  });

  it("gives the same bits at every evaluation", () => {
    const x = input("x", [channel]);
    const output = sum(hill(geometricRecursion(arrange(exp(x), [channel, time]), logistic(x), "time"), 1, 2));
    const program = compile({ outputs: { output }, variables: [x], differentiate: "output" });
    const [first, second] = [new Float64Array(3), new Float64Array(3)];
    const value = program.evaluateGradient([0.1, -0.2, 0.3], first);
    program.evaluateGradient([5, 5, 5], second);
    expect(program.evaluateGradient([0.1, -0.2, 0.3], second)).toBe(value);
    expect(second).toEqual(first);
  });

  it("survives a sum of ten thousand terms", () => {
    const x = input("x");
    let total: Expression = x;
    for (let i = 0; i < 10_000; i++) total = add(total, multiply(x, i));
    const program = compile({ outputs: { total }, variables: [x], differentiate: "total", backend: "twin" });
    const gradient = new Float64Array(1);
    expect(program.evaluateGradient([1], gradient)).toBe(1 + (9_999 * 10_000) / 2);
    expect(gradient[0]).toBe(1 + (9_999 * 10_000) / 2);
  });
});

describe("random compositions", () => {
  const leaf = fc.integer({ min: 0, max: 2 });
  const tree = fc.letrec<{ node: (v: readonly Expression[]) => Expression }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf.map((i) => (v: readonly Expression[]) => v[i]!),
      fc.tuple(fc.constantFrom(add, subtract, multiply), tie("node"), tie("node")).map(
        ([operation, a, b]) =>
          (v: readonly Expression[]) =>
            operation(a(v), b(v)),
      ),
      fc.tuple(fc.constantFrom(tanh, logistic), tie("node")).map(
        ([operation, a]) =>
          (v: readonly Expression[]) =>
            operation(a(v)),
      ),
    ),
  })).node;

  it("have the gradient that finite differences see, and the same value on both backends", () => {
    fc.assert(
      fc.property(
        tree,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (build, at) => {
          const variables = [input("a"), input("b", [channel]), input("c", [time])];
          expectGradient(sum(build(variables)), variables, at, 1e-5);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it("give what evaluating them with constants gives", () => {
    fc.assert(
      fc.property(
        tree,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
        (build, at) => {
          const variables = [input("a"), input("b", [channel]), input("c", [time])];
          const constants = [
            constant(at[0]!),
            constant(at.slice(1, 4), [channel]),
            constant(at.slice(4), [time]),
          ];
          const compiled = compile({ outputs: { y: build(variables) }, variables, backend: "twin" });
          expect(compiled.evaluate(at).read("y")).toEqual(evaluate(build(constants)));
        },
      ),
      { numRuns: 100, seed: 2 },
    );
  });
});

describe("faults", () => {
  it("names both expressions when a shared axis has two sizes", () => {
    const [a, b] = [input("a", [axis("time", 3)]), input("b", [axis("time", 4)])];
    expect(() => add(a, b)).toThrow(
      'add: axis "time" must have one size, got 3 in input "a" [time 3] and 4 in input "b" [time 4]. Give both the same axis, or name them differently.',
    );
  });

  it("names the expression that lacks an axis", () => {
    expect(() => sum(input("a", [channel]), ["time"])).toThrow(
      'sum: needs an axis "time", got input "a" [channel 3]. Name one of its axes.',
    );
    expect(() => geometricRecursion(input("x", [time, channel]), 0.5, "time")).toThrow(
      'geometricRecursion: axis "time" must be the last axis, got input "x" [time 5, channel 3]. Use `arrange` first.',
    );
    expect(() => hill(input("x", [channel, time]), input("k", [time]), 1)).toThrow(
      'hill: a parameter must be constant along "time", got input "k" [time 5]. Use one value per row.',
    );
  });

  it("refuses wrong shapes at building time", () => {
    expect(() => axis("time", 0)).toThrow(
      'axis "time": size must be a whole number ≥ 1, got 0. Give the number of coordinates.',
    );
    expect(() => constant([1, 2], [time])).toThrow(
      "constant [time 5]: needs 5 values, got 2. Give one value per element.",
    );
    expect(() => stack([input("a", [time]), input("b", [channel])], axis("part", 2))).toThrow(
      'stack: needs 2 parts with the same axes, got input "a" [time 5] and input "b" [channel 3]. Use `arrange` to give them one order.',
    );
    expect(() => arrange(input("a", [time]), [channel])).toThrow(
      'arrange: every axis must stay, got input "a" [time 5] without "time". Use `sum` to remove an axis.',
    );
  });

  it("refuses what cannot be compiled or read", () => {
    const x = input("x", [channel]);
    expect(() => compile({ outputs: { y: x }, variables: [exp(x)] })).toThrow(
      "compile: a variable must be an input, got exp [channel 3]. Make it with `input`.",
    );
    expect(() => differentiate(x, [x])).toThrow(
      'differentiate: output must be a scalar, got input "x" [channel 3]. Sum it first.',
    );
    expect(() => compile({ outputs: { y: add(input("x"), input("x", [time])) }, variables: [] })).toThrow(
      'input "x" [time 5]: an input\'s name must be its own, got two inputs "x". Share the node or rename one.',
    );
    const program = compile({ outputs: { y: x }, variables: [], backend: "twin" });
    expect(() => program.setInput("z", [1])).toThrow(
      'setInput: unknown input "z" (x). Name one of the inputs.',
    );
    expect(() => program.setInput("x", [1])).toThrow(
      'input "x": needs 3 values, got 1. Give one value per element.',
    );
    expect(() => program.read("z" as "y")).toThrow('read: unknown output "z" (y). Name one of the outputs.');
    expect(() => evaluate(exp(x))).toThrow(
      'evaluate: an expression without inputs is needed, got the input "x". Use `compile`.',
    );
  });
});

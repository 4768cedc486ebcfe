import { describe, it } from "vitest";
import { axis } from "../axis.js";
import { constant, type Expression, input } from "../expression.js";
import { expectGradient } from "../program/gradient.contract.js";
import { add, contract, divide, mean, multiply, subtract, sum } from "./algebra.js";
import { arrange, at, concatenate, slice, stack } from "./arrangement.js";
import { clip, greater, maximum, minimum, select } from "./comparison.js";
import { causalConvolution, powers } from "./convolution.js";
import { cumulativeProduct, cumulativeSum } from "./cumulative.js";
import { logSumExp, maximumOf, minimumOf } from "./extremes.js";
import { gather } from "./gather.js";
import { power } from "./power.js";
import * as elementwise from "./elementwise.js";
import { geometricRecursion } from "./recursion.js";
import { hill, logisticSaturation } from "./saturation.js";

const cell = axis("cell", 2);
const channel = axis("channel", 3);
const time = axis("time", 7);
const lag = axis("lag", 4);

/** Numbers without pattern, in (low, high). */
function numbers(count: number, low: number, high: number, seed = 1): number[] {
  return Array.from(
    { length: count },
    (_, i) => low + (high - low) * ((((i + seed) * 0.6180339887) % 1) * 0.98 + 0.01),
  );
}

/** A scalar that weighs every element differently, so that no two derivatives can be mixed up unseen. */
function weigh(x: Expression): Expression {
  const count = x.axes.reduce((total, { size }) => total * size, 1);
  return sum(multiply(x, constant(numbers(count, -1, 1, 5), x.axes)));
}

const unary = [
  ["negate", -2, 2],
  ["exp", -3, 3],
  ["log", 0.1, 5],
  ["log1p", -0.5, 5],
  ["expm1", -2, 2],
  ["sqrt", 0.2, 5],
  ["square", -2, 2],
  ["reciprocal", 0.3, 3],
  ["tanh", -2, 2],
  ["logistic", -4, 4],
  ["softplus", -4, 4],
  ["sin", -4, 4],
  ["cos", -4, 4],
  ["logGamma", 0.3, 6],
  ["digamma", 0.5, 6],
  ["normalLogCdf", -6, 4],
] as const;

describe("elementwise functions", () => {
  it.each(unary)("%s has the derivative that finite differences see", (name, low, high) => {
    const x = input("x", [channel, time]);
    expectGradient(weigh(elementwise[name](x)), [x], numbers(21, low, high));
  });
});

describe("algebra", () => {
  const operations = { add, subtract, multiply, divide } as const;
  const shapes = [
    ["equal axes", [channel, time], [channel, time]],
    ["a scalar on the right", [channel, time], []],
    ["a scalar on the left", [], [channel, time]],
    ["rows", [channel, time], [channel]],
    ["columns", [channel, time], [time]],
    ["an outer product", [channel], [time]],
    ["axes in another order", [channel, time], [time, channel]],
    ["a middle axis", [cell, channel, time], [cell, time]],
  ] as const;
  for (const [name, operation] of Object.entries(operations)) {
    it.each(shapes)(`${name} differentiates with %s`, (_, axesA, axesB) => {
      const [a, b] = [input("a", axesA), input("b", axesB)];
      const count =
        [...axesA].reduce((n, { size }) => n * size, 1) + [...axesB].reduce((n, { size }) => n * size, 1);
      expectGradient(weigh(operation(a, b)), [a, b], numbers(count, 0.5, 2));
    });
  }

  it("contract differentiates as a dot, a matrix and a batched product", () => {
    const a = input("a", [cell, channel]);
    const b = input("b", [cell, channel, time]);
    expectGradient(weigh(contract(a, b, ["channel"])), [a, b], numbers(6 + 42, -1, 1));
    expectGradient(contract(a, a, ["cell", "channel"]), [a], numbers(6, -1, 1));
    const c = input("c", [channel, time]);
    expectGradient(weigh(contract(a, c, ["channel"])), [a, c], numbers(6 + 21, -1, 1));
  });

  it("contract differentiates where a summed axis belongs to one operand only", () => {
    const a = input("a", [cell, time]);
    const b = input("b", [channel]);
    expectGradient(weigh(contract(a, b, ["time", "channel"])), [a, b], numbers(17, -1, 1));
  });

  it("sum and mean differentiate over any axes", () => {
    const x = input("x", [cell, channel, time]);
    for (const over of [["cell"], ["channel"], ["time"], ["cell", "time"], undefined]) {
      expectGradient(weigh(sum(multiply(x, x), over)), [x], numbers(42, -1, 1));
      expectGradient(weigh(mean(multiply(x, x), over)), [x], numbers(42, -1, 1));
    }
  });
});

describe("arrangement", () => {
  it("arrange, slice, at and stack pass derivatives to where the elements came from", () => {
    const x = input("x", [channel, time]);
    const squared = multiply(x, x);
    const position = numbers(21, -1, 1);
    expectGradient(weigh(arrange(squared, [time, cell, channel])), [x], position);
    expectGradient(weigh(slice(squared, "time", 2, 3)), [x], position);
    expectGradient(weigh(slice(squared, "channel", 1, 2)), [x], position);
    expectGradient(weigh(at(squared, "channel", 2)), [x], position);
    expectGradient(weigh(at(squared, "time", 6)), [x], position);
    expectGradient(weigh(concatenate([x, squared, slice(x, "channel", 0, 1)], "channel")), [x], position);
    expectGradient(weigh(concatenate([slice(squared, "time", 3, 2), x], "time")), [x], position);
    const parts = [at(x, "channel", 2), at(squared, "channel", 0)];
    expectGradient(weigh(stack(parts, axis("part", 2))), [x], position);
  });
});

describe("log-logistic", () => {
  it("has the derivative that finite differences see, and does not overflow", () => {
    const x = input("x", [channel, time]);
    expectGradient(weigh(elementwise.logLogistic(x)), [x], numbers(21, -6, 6));
    expectGradient(weigh(elementwise.logLogistic(x)), [x], numbers(21, -800, -700));
  });
});

describe("comparison and power", () => {
  it("maximum, minimum and clip pass derivatives to the element they picked", () => {
    const [a, b] = [input("a", [channel, time]), input("b", [channel])];
    const position = [...numbers(21, -1, 1), ...numbers(3, -0.5, 0.5, 7)];
    expectGradient(weigh(maximum(a, b)), [a, b], position);
    expectGradient(weigh(minimum(a, b)), [a, b], position);
    expectGradient(weigh(clip(a, -0.4, b)), [a, b], [...numbers(21, -1, 1), ...numbers(3, 0.2, 0.5, 7)]);
  });

  it("select passes derivatives to what it picked, whatever the rest is", () => {
    const [a, b] = [input("a", [channel, time]), input("b", [time])];
    const picked = select(greater(a, 0), multiply(a, b), elementwise.log(elementwise.negate(b)));
    expectGradient(
      weigh(select(greater(a, -10), picked, 0)),
      [a, b],
      [...numbers(21, 0.1, 1), ...numbers(7, 0.5, 2)],
    );
  });

  it("power differentiates with respect to base and exponent", () => {
    const [base, exponent] = [input("base", [channel, time]), input("exponent", [channel])];
    expectGradient(weigh(power(base, exponent)), [base, exponent], [...numbers(21, 0.2, 3), -1.5, 0.5, 2.5]);
  });

  it("power of zero has the derivative zero with respect to its exponent", () => {
    const exponent = input("exponent");
    expectGradient(weigh(power(constant([0, 2], [axis("two", 2)]), exponent)), [exponent], [0.7]);
  });
});

describe("gather, extremes and running sums", () => {
  it("gather adds the derivatives of repeated coordinates", () => {
    const x = input("x", [cell, channel, time]);
    const row = axis("row", 5);
    expectGradient(weigh(gather(multiply(x, x), "channel", [2, 0, 0, 1, 2], row)), [x], numbers(42, -1, 1));
    expectGradient(weigh(gather(multiply(x, x), "time", [6, 6, 0, 3, 1], row)), [x], numbers(42, -1, 1));
  });

  it("maximumOf, minimumOf and logSumExp differentiate over any axes", () => {
    const x = input("x", [cell, channel, time]);
    for (const over of [["cell"], ["channel"], ["time"], ["cell", "time"], undefined]) {
      for (const operation of [maximumOf, minimumOf, logSumExp]) {
        expectGradient(weigh(operation(multiply(x, x), over)), [x], numbers(42, -2, 2));
      }
    }
  });

  it("cumulativeSum and cumulativeProduct differentiate, the product also through a zero", () => {
    const x = input("x", [channel, time]);
    expectGradient(weigh(cumulativeSum(multiply(x, x), "time")), [x], numbers(21, -1, 1));
    const position = numbers(21, 0.3, 1.5);
    position[3] = 0;
    expectGradient(weigh(cumulativeProduct(x, "time")), [x], position);
  });
});

describe("media operations", () => {
  it("geometricRecursion differentiates with respect to media and retention", () => {
    const x = input("x", [cell, channel, time]);
    const retention = input("retention", [channel]);
    expectGradient(
      weigh(geometricRecursion(x, retention, "time")),
      [x, retention],
      [...numbers(42, 0, 1), 0.2, 0.5, 0.9],
    );
  });

  it("geometricRecursion differentiates where the retention has an axis that media lack", () => {
    const x = input("x", [time]);
    const retention = input("retention", [cell, channel]);
    expectGradient(
      weigh(geometricRecursion(x, retention, "time")),
      [x, retention],
      [...numbers(7, 0, 1), ...numbers(6, 0.1, 0.8)],
    );
  });

  it("causalConvolution differentiates with respect to media and weights", () => {
    const x = input("x", [cell, channel, time]);
    const weights = input("weights", [channel, lag]);
    expectGradient(weigh(causalConvolution(x, weights, "time", "lag")), [x, weights], numbers(42 + 12, 0, 1));
    const shared = input("shared", [lag]);
    expectGradient(weigh(causalConvolution(x, shared, "time", "lag")), [x, shared], numbers(42 + 4, 0, 1));
  });

  it("powers differentiates", () => {
    const x = input("x", [channel]);
    expectGradient(weigh(powers(x, lag)), [x], [0.2, 0.5, 0.9]);
  });

  it("hill differentiates with respect to stock, half-saturation and slope", () => {
    const x = input("x", [cell, channel, time]);
    const half = input("half", [channel]);
    const slope = input("slope", [cell, channel]);
    const position = [...numbers(42, 0.1, 3), ...numbers(3, 0.5, 2), ...numbers(6, 0.7, 2)];
    expectGradient(weigh(hill(x, half, slope)), [x, half, slope], position);
  });

  it("hill differentiates where only the parameters vary", () => {
    const half = input("half", [channel]);
    const data = constant([0, 0, 0.5, 1, 2, 0.1, 4, ...numbers(14, 0, 3)], [channel, time]);
    expectGradient(weigh(hill(data, half, 1.5)), [half], [0.5, 1, 2]);
  });

  it("logisticSaturation differentiates with respect to stock and rate", () => {
    const x = input("x", [cell, channel, time]);
    const rate = input("rate", [channel]);
    expectGradient(weigh(logisticSaturation(x, rate)), [x, rate], [...numbers(42, 0, 3), 0.5, 1, 2]);
  });
});

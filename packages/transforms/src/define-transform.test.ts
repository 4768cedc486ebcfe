import { axis, constant, input, multiply } from "@mmm/autodiff";
import { expect, test } from "vitest";
import { defineTransform } from "./define-transform.js";
import type { TransformDefinition } from "./transform.js";

const definition: TransformDefinition<"factor", Record<never, never>> = {
  kind: "scaled",
  title: "scaled media",
  parameters: {
    factor: {
      meaning: "factor",
      symbol: "f",
      unit: "one",
      support: "real",
      prior: { distribution: "normal", mean: 0, sd: 1 },
      why: "an example",
    },
  },
  settings: {},
  nonNegative: false,
  rule: (x, { factor }) => multiply(factor, x),
};
const scaled = defineTransform(definition);

test("time stays the last axis, however a rule orders its operands", () => {
  const [channel, week] = [axis("channel", 2), axis("week", 3)];
  const perChannel = input("factor", [channel]);
  expect(scaled(constant([1, 2, 3], [week]), { factor: perChannel }).axes).toEqual([channel, week]);
  const perCell = input("factor", [axis("geo", 4), channel]);
  expect(scaled(constant([1, 2, 3], [week]), { factor: perCell }).axes.at(-1)).toEqual(week);
});

test("a parameter that moves over time is refused with both names", () => {
  const week = axis("week", 2);
  expect(() => scaled(constant([1, 2], [week]), { factor: input("f", [week]) })).toThrow(
    new RangeError(
      'scaled media: parameter "factor" must be constant along "week", got input "f" [week 2]. Give the factor.',
    ),
  );
});

test("a kind that no spec could name is refused", () => {
  expect(() => defineTransform({ ...definition, kind: "Scaled media" })).toThrow(
    new RangeError(
      'defineTransform: kind must be small letters, digits and hyphens, got "Scaled media". Give the name that specs use.',
    ),
  );
});

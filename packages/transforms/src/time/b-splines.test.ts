import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../peers.contract.js";
import { bSplines } from "./b-splines.js";
import { linearKnots } from "./linear-knots.js";

interface Reference {
  readonly cases: readonly {
    readonly periods: number;
    readonly knots: readonly number[];
    readonly degree: number;
    readonly columns: readonly (readonly number[])[];
  }[];
}
const { cases } = readReference<Reference>("./b-splines.reference.json", import.meta.url);

describe.each(cases)("degree $degree over $periods periods with knots $knots", ({ columns, ...request }) => {
  const { names, values } = bSplines(request);

  test("splines are scipy's", () => {
    expect(names.length).toBe(columns.length);
    expectClose(values, columns.flat(), 1e-13, 1e-16);
  });

  test("they are shares of each period", () => {
    const { periods } = request;
    for (let t = 0; t < periods; t++) {
      const total = names.reduce((sum, _, j) => sum + values[j * periods + t]!, 0);
      expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-15);
    }
    expect(values.every((value) => value >= 0)).toBe(true);
  });
});

test("of degree 1 they are linear knots, of degree 0 steps", () => {
  const request = { periods: 10, knots: [0, 3, 9] };
  expectClose(bSplines({ ...request, degree: 1 }).values, Array.from(linearKnots(request).values), 0, 1e-15);
  const steps = bSplines({ ...request, degree: 0 }).values;
  expect(Array.from(steps)).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
});

test("a number of knots is spread evenly, and cubic is the degree", () => {
  const even = bSplines({ periods: 7, knots: 4 });
  expect(even.values).toEqual(bSplines({ periods: 7, knots: [0, 2, 4, 6], degree: 3 }).values);
});

test.each([
  [{ periods: 1, knots: 2 }, "periods must be a whole number ≥ 2, got 1. Give the number of periods."],
  [
    { periods: 5, knots: 1 },
    "knots must be a whole number ≥ 2, got 1. Two knots are one piece over the whole window.",
  ],
  [
    { periods: 5, knots: [0, 3] },
    "knots must rise from 0 to 4, got 0, 3. Give the first and the last period too.",
  ],
  [
    { periods: 5, knots: [0, 3, 2, 4] },
    "knots must rise from 0 to 4, got 0, 3, 2, 4. Give the first and the last period too.",
  ],
  [
    { periods: 5, knots: 2, degree: 1.5 },
    "degree must be a whole number ≥ 0, got 1.5. Leave it out for cubic splines.",
  ],
])("%j is refused", (request, fault) => {
  expect(() => bSplines(request)).toThrow(new RangeError(`bSplines: ${fault}`));
});

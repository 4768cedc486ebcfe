import { describe, expect, test } from "vitest";
import { expectClose, readReference } from "../peers.contract.js";
import { linearKnots } from "./linear-knots.js";

interface Weights {
  readonly n_times: number;
  readonly knots: readonly number[];
  readonly weights: readonly (readonly number[])[];
}
interface Reference {
  readonly golden: readonly Weights[];
  readonly extra: readonly Weights[];
  readonly equallySpaced: readonly { n_times: number; n_knots: number; locations: readonly number[] }[];
}
const reference = readReference<Reference>("./linear-knots.reference.json", import.meta.url);

describe("against Meridian", () => {
  test.each([...reference.golden, ...reference.extra])(
    "weights of knots $knots over $n_times periods",
    ({ n_times, knots, weights }) => {
      const { names, values } = linearKnots({ periods: n_times, knots });
      expect(names).toEqual(knots.map((knot) => `knot ${knot}`));
      expectClose(values, weights.flat(), 1e-15, 1e-16);
    },
  );

  test.each(reference.equallySpaced)(
    "$n_knots knots over $n_times periods",
    ({ n_times, n_knots, locations }) => {
      const { names } = linearKnots({ periods: n_times, knots: n_knots });
      expect(names).toEqual(locations.map((place) => `knot ${place}`));
    },
  );
});

test("weights sum to one in every period, between, on and outside the knots", () => {
  const { values } = linearKnots({ periods: 9, knots: [2, 3.5, 7] });
  for (let t = 0; t < 9; t++) expect(values[t]! + values[9 + t]! + values[18 + t]!).toBe(1);
});

test("one knot is a constant", () => {
  expect(linearKnots({ periods: 3, knots: 1 })).toEqual({
    names: ["knot 0"],
    values: Float64Array.of(1, 1, 1),
  });
});

test.each([
  [[], "knots must rise between 0 and 4, got none. Give them in order, in periods from the first."],
  [[1, 5], "knots must rise between 0 and 4, got 1, 5. Give them in order, in periods from the first."],
  [[2, 2], "knots must rise between 0 and 4, got 2, 2. Give them in order, in periods from the first."],
  [0, "knots must be a whole number ≥ 1, got 0. Give one knot for a constant."],
  [
    6,
    "knots must rise between 0 and 4, got 0, 0, 1, 2, 3, 4. Give them in order, in periods from the first.",
  ],
])("knots of %j are refused", (knots, fault) => {
  expect(() => linearKnots({ periods: 5, knots })).toThrow(new RangeError(`linearKnots: ${fault}`));
});

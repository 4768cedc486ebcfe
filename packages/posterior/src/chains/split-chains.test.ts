import { expect, test } from "vitest";
import { makeChains } from "./chains.js";
import { splitChains } from "./split-chains.js";

test("an odd chain loses its middle draw", () => {
  const halves = splitChains(
    makeChains([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ]),
  );
  expect(halves).toEqual({ values: Float64Array.of(1, 2, 4, 5, 6, 7, 9, 10), chains: 4, draws: 2 });
});

test("values that do not fill chains × draws are refused", () => {
  expect(() => splitChains({ values: new Float64Array(5), chains: 2, draws: 3 })).toThrow(
    "chains: values must hold chains × draws numbers, got 5 for 2 × 3. Build them with makeChains or selectParameter.",
  );
});

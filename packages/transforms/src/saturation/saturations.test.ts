import { expect, test } from "vitest";
import { saturationOf, saturations } from "./saturations.js";

test("every row of the table stands under its own kind", () => {
  for (const [kind, saturation] of Object.entries(saturations)) expect(saturation.kind).toBe(kind);
});

test("an unknown saturation is answered with the nearest one", () => {
  const kinds = Object.keys(saturations).join(", ");
  expect(() => saturationOf("hil")).toThrow(
    new RangeError(`saturation: kind must be known, got "hil" (${kinds}). Did you mean "hill"?`),
  );
});

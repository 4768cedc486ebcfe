import { expect, test } from "vitest";
import { adstockOf, adstocks } from "./adstocks.js";

test("every row of the table stands under its own kind", () => {
  for (const [kind, adstock] of Object.entries(adstocks)) expect(adstock.kind).toBe(kind);
});

test("an unknown adstock is answered with the nearest one", () => {
  const kinds = Object.keys(adstocks).join(", ");
  expect(() => adstockOf("geometrc")).toThrow(
    new RangeError(`adstock: kind must be known, got "geometrc" (${kinds}). Did you mean "geometric"?`),
  );
  expect(() => adstockOf("lagged")).toThrow(
    new RangeError(`adstock: kind must be known, got "lagged" (${kinds}). Choose one of them.`),
  );
});

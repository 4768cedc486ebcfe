import { expect, test } from "vitest";
import { adstockOf, adstocks } from "./adstocks.js";

test("every row of the table stands under its own kind", () => {
  for (const [kind, adstock] of Object.entries(adstocks)) expect(adstock.kind).toBe(kind);
});

test("an unknown adstock is answered with the nearest one", () => {
  expect(() => adstockOf("geometrc")).toThrow(
    new RangeError(
      'adstock: kind must be known, got "geometrc" (geometric, none). Did you mean "geometric"?',
    ),
  );
  expect(() => adstockOf("weibull")).toThrow(
    new RangeError('adstock: kind must be known, got "weibull" (geometric, none). Choose one of them.'),
  );
});

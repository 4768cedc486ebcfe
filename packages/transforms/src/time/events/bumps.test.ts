import { describe, expect, test } from "vitest";
import { transformContract } from "../../transform.contract.js";
import { bumpOf, bumps } from "./bumps.js";

describe.each([
  ["Gaussian bump", "gaussian", {}],
  ["half-Gaussian bump after an event", "half-gaussian", { side: "after", includeEvent: true }],
  ["half-Gaussian bump before an event", "half-gaussian", { side: "before", includeEvent: false }],
])("%s", (_, kind, settings) => {
  transformContract({
    transform: bumpOf(kind),
    settings,
    examples: [{ width: 7 }, { width: 1.3 }],
    table: bumps,
    byName: bumpOf,
  });
});

test("every row of the table stands under its own kind", () => {
  for (const [kind, bump] of Object.entries(bumps)) expect(bump.kind).toBe(kind);
});

test("an unknown bump is answered with the nearest one", () => {
  expect(() => bumpOf("gausian")).toThrow(
    new RangeError(
      'bump: kind must be known, got "gausian" (gaussian, half-gaussian). Did you mean "gaussian"?',
    ),
  );
});

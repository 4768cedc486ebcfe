import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateInSteps } from "./allocate-in-steps.js";

const values = fc
  .array(fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 3,
    maxLength: 3,
  })
  .map((lists) => lists.map((list) => Float64Array.from(list)));

test("no other allocation of the same steps has a larger value", () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 12 }), ([a, b, c], steps) => {
      const taken = allocateInSteps([a!, b!, c!], steps);
      expect(taken.reduce((sum, k) => sum + k, 0)).toBe(steps);
      const got = a![taken[0]!]! + b![taken[1]!]! + c![taken[2]!]!;
      for (let i = 0; i < 5; i++) {
        for (let j = 0; j < 5; j++) {
          const k = steps - i - j;
          if (k >= 0 && k < 5) expect(a![i]! + b![j]! + c![k]!).toBeLessThanOrEqual(got + 1e-12);
        }
      }
    }),
    { numRuns: 200 },
  );
});

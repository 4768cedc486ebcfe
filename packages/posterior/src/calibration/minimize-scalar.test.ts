import fc from "fast-check";
import { expect, test } from "vitest";
import { minimizeScalar } from "./minimize-scalar.js";

test("the lowest point of a valley is found within the tolerance", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 7, noNaN: true }),
      fc.constantFrom(
        (d: number) => d * d,
        (d: number) => Math.abs(d),
        (d: number) => d * d * d * d + d,
      ),
      (centre, valley) => {
        const found = minimizeScalar((x) => valley(x - centre), -3, 7, 1e-6);
        const best = Math.max(-3, valley(-1) < valley(1) ? centre - 0.6299605249474366 : centre);
        expect(Math.abs(found - best)).toBeLessThan(1e-5);
      },
    ),
  );
});

test("a parabola costs few evaluations", () => {
  let count = 0;
  minimizeScalar((x) => (count++, (x - 0.3) * (x - 0.3)), 0, 1, 1e-8);
  expect(count).toBeLessThan(12);
});

test("stays inside, also when the function falls towards an end", () => {
  expect(minimizeScalar((x) => -x, 0, 1, 1e-6)).toBeCloseTo(1, 4);
});

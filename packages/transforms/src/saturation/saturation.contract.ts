/** The laws of every saturation. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { transformContract } from "../transform.contract.js";
import type { Transform } from "../transform.js";
import { saturationOf, saturations } from "./saturations.js";

export interface SaturationCase {
  readonly transform: Transform;
  readonly examples: readonly Readonly<Record<string, number>>[];
  /** The media at which half of the largest effect is reached; absent where effects have no bound. */
  readonly halfSaturation?: (parameters: Readonly<Record<string, number>>) => number;
}

/** Runs the laws. */
export function saturationContract({ transform, examples, halfSaturation }: SaturationCase): void {
  const anyParameters = fc.constantFrom(...examples);
  const amount = fc.double({ min: 0, max: 50, noNaN: true });
  const at = (x: number, parameters: Readonly<Record<string, number>>): number =>
    transform(Float64Array.of(x), parameters)[0]!;

  transformContract({ transform, settings: {}, examples, table: saturations, byName: saturationOf });

  test("no media has no effect", () => {
    for (const parameters of examples) expect(at(0, parameters)).toBe(0);
  });

  test("more media never has less effect", () => {
    fc.assert(
      fc.property(amount, amount, anyParameters, (a, b, parameters) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const rise = at(more, parameters) - at(less, parameters);
        // Rounding may take away a few units in the last place where the curve is flat.
        expect(rise).toBeGreaterThanOrEqual(-1e-15);
        if (more - less > 1e-3 && less > 1e-3 && at(more, parameters) < 0.999)
          expect(rise).toBeGreaterThan(0);
      }),
    );
  });

  test("negative media is refused", () => {
    expect(() => transform(Float64Array.of(1, -2), examples[0]!)).toThrow(
      new RangeError(
        `${transform.title}: media must be finite and ≥ 0, got -2 in period 2. Correct that period.`,
      ),
    );
  });

  if (halfSaturation === undefined) return;

  test("the effect stays between 0 and 1, however much media there is", () => {
    for (const parameters of examples) {
      for (const x of [1e-300, 1e-9, 1, 1e9, 1e300]) {
        expect(at(x, parameters)).toBeGreaterThanOrEqual(0);
        expect(at(x, parameters)).toBeLessThanOrEqual(1);
      }
      expect(Math.abs(at(1e300, parameters) - 1)).toBeLessThanOrEqual(1e-12);
    }
  });

  test("half of the effect is reached at half-saturation", () => {
    for (const parameters of examples) {
      expect(Math.abs(at(halfSaturation(parameters), parameters) - 0.5)).toBeLessThanOrEqual(1e-14);
    }
  });
}

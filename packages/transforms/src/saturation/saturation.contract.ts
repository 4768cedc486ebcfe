/** The laws of every saturation. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Example, transformContract } from "../transform.contract.js";
import type { SettingValue, Transform } from "../transform.js";
import { saturationOf, saturations } from "./saturations.js";

export interface SaturationCase {
  readonly transform: Transform;
  /** The defaults when left out. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly examples: readonly Example[];
  /** The largest effect; absent where effects have no bound. */
  readonly largest?: (parameters: Example) => number;
  /** The media at which half of the largest effect is reached, where that is known. */
  readonly halfSaturation?: (parameters: Example) => number;
  /** Whether every further unit brings no more than the one before. */
  readonly concave?: boolean;
  /** Media where the curve has a corner. */
  readonly corners?: readonly number[];
}

/** Every run judges up to twenty amounts of media. */
const few = { numRuns: 25 };

/** Runs the laws. */
export function saturationContract(given: SaturationCase): void {
  const {
    transform,
    settings = {},
    examples,
    largest,
    halfSaturation,
    concave = false,
    corners = [],
  } = given;
  const anyParameters = fc.constantFrom(...examples);
  const rising = fc
    .array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 3, maxLength: 20 })
    .map((amounts) => amounts.sort((a, b) => a - b));
  // A series that a transform needs beside the media stays what it is while media changes.
  const still = Object.fromEntries(Object.keys(transform.series).map((name) => [name, 1.5]));
  const all = (x: readonly number[], parameters: Example): readonly number[] =>
    Array.from(transform(Float64Array.from(x), { ...still, ...parameters }, settings));
  const at = (x: number, parameters: Example): number => all([x], parameters)[0]!;

  transformContract({ transform, settings, examples, corners, table: saturations, byName: saturationOf });

  test("no media has no effect", () => {
    for (const parameters of examples) expect(at(0, parameters)).toBe(0);
  });

  test("more media never has less effect", () => {
    fc.assert(
      fc.property(rising, anyParameters, (x, parameters) => {
        const y = all(x, parameters);
        const end = largest?.(parameters) ?? Infinity;
        for (let i = 1; i < x.length; i++) {
          const rise = y[i]! - y[i - 1]!;
          // Rounding may take away a few units in the last place where the curve is flat.
          expect(rise).toBeGreaterThanOrEqual(-1e-15 * (1 + y[i]!));
          const tellsApart = x[i]! - x[i - 1]! > 1e-3 && x[i - 1]! > 1e-3 && y[i]! < 0.999 * end;
          if (tellsApart) expect(rise).toBeGreaterThan(0);
        }
      }),
      few,
    );
  });

  if (concave) {
    test("no further unit brings more than the one before", () => {
      fc.assert(
        fc.property(rising, anyParameters, (x, parameters) => {
          const y = all(x, parameters);
          for (let i = 2; i < x.length; i++) {
            const [from, to] = [x[i - 2]!, x[i]!];
            const share = to > from ? (x[i - 1]! - from) / (to - from) : 0;
            const chord = y[i - 2]! + share * (y[i]! - y[i - 2]!);
            expect(y[i - 1]! - chord).toBeGreaterThanOrEqual(-1e-14 * (1 + y[i]!));
          }
        }),
        few,
      );
    });
  }

  test("negative media is refused", () => {
    expect(() => all([1, -2], examples[0]!)).toThrow(
      new RangeError(
        `${transform.title}: media must be finite and ≥ 0, got -2 in period 2. Correct that period.`,
      ),
    );
  });

  if (largest === undefined) return;

  test("the effect stays between 0 and the largest one, however much media there is", () => {
    for (const parameters of examples) {
      const end = largest(parameters);
      for (const x of [1e-300, 1e-9, 1, 1e9, 1e300]) {
        expect(at(x, parameters)).toBeGreaterThanOrEqual(0);
        expect(at(x, parameters)).toBeLessThanOrEqual(end * (1 + 1e-15));
      }
      expect(Math.abs(at(1e300, parameters) / end - 1)).toBeLessThanOrEqual(1e-12);
    }
  });

  if (halfSaturation === undefined) return;

  test("half of the effect is reached at half-saturation", () => {
    for (const parameters of examples) {
      const half = at(halfSaturation(parameters), parameters) / largest(parameters);
      expect(Math.abs(half - 0.5)).toBeLessThanOrEqual(1e-14);
    }
  });
}

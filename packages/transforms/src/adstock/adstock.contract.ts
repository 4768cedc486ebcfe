/** The laws of every adstock. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMedia, type Example, transformContract } from "../transform.contract.js";
import type { SettingValue, Transform } from "../transform.js";
import { adstockOf, adstocks } from "./adstocks.js";

export interface AdstockCase {
  readonly transform: Transform;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly examples: readonly Example[];
  /** Whether a steady flow of media stays what it is. */
  readonly normalized: boolean;
  /** Number of periods that effects may come before their media; 0 when left out. */
  readonly lead?: number;
}

/** Every run builds and evaluates a graph; what breaks a linear law breaks it in most runs. */
const few = { numRuns: 25 };

/** Runs the laws. */
export function adstockContract({ transform, settings, examples, normalized, lead = 0 }: AdstockCase): void {
  const anyParameters = fc.constantFrom(...examples);
  const run = (x: Float64Array, parameters: Example): Float64Array => transform(x, parameters, settings);

  transformContract({ transform, settings, examples, table: adstocks, byName: adstockOf });

  test("nothing comes from nothing", () => {
    for (const parameters of examples)
      expect(run(new Float64Array(9), parameters)).toEqual(new Float64Array(9));
  });

  test("it is linear in media", () => {
    const factor = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(anyMedia, factor, factor, anyParameters, (x, a, b, parameters) => {
        const other = x.toReversed();
        const together = run(
          x.map((value, t) => a * value + b * other[t]!),
          parameters,
        );
        const [first, second] = [run(x, parameters), run(other, parameters)];
        together.forEach((value, t) =>
          expect(Math.abs(value - (a * first[t]! + b * second[t]!))).toBeLessThanOrEqual(1e-10),
        );
      }),
      few,
    );
  });

  test(lead === 0 ? "it never looks ahead" : `it looks ahead no further than ${lead} periods`, () => {
    fc.assert(
      fc.property(anyMedia, fc.nat(29), anyParameters, (x, cut, parameters) => {
        const seen = Math.min(cut + 1, x.length);
        const changed = x.map((value, t) => (t < seen + lead ? value : value + 1));
        expect(run(changed, parameters).slice(0, seen)).toEqual(run(x, parameters).slice(0, seen));
      }),
      few,
    );
  });

  test("media never works against itself", () => {
    fc.assert(
      fc.property(anyMedia, anyParameters, (x, parameters) => {
        expect(run(x, parameters).every((stock) => stock >= 0)).toBe(true);
      }),
      few,
    );
  });

  if (!normalized) return;

  test("its weights sum to one, so that a steady flow stays what it is", () => {
    const periods = 400;
    for (const parameters of examples) {
      const impulse = new Float64Array(periods);
      impulse[lead] = 1;
      const total = run(impulse, parameters).reduce((sum, weight) => sum + weight, 0);
      expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-12);
      const steady = run(new Float64Array(periods).fill(7), parameters);
      expect(Math.abs(steady[periods - 1 - lead]! - 7)).toBeLessThanOrEqual(1e-11);
    }
  });
}

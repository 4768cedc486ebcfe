/** The laws of every transform: one rule, three ways of calling, and a pullback that is its slope. */

import { axis, compile, constant, contract, type Expression, input } from "@mmm/autodiff";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SettingValue, Transform } from "./transform.js";

/** A transform at one choice of settings, with the parameters at which the laws are judged. */
export interface TransformCase {
  readonly transform: Transform;
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** At least two. */
  readonly examples: readonly Readonly<Record<string, number>>[];
  /** The table that the transform stands in. */
  readonly table: Readonly<Record<string, unknown>>;
  readonly byName: (kind: string) => Transform;
}

/** Media of 1 to 30 periods, a third of them without any. */
export const anyMedia: fc.Arbitrary<Float64Array> = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.double({ min: 0.01, max: 20, noNaN: true }) },
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((values) => Float64Array.from(values));

/** Runs the laws. */
export function transformContract({ transform, settings, examples, table, byName }: TransformCase): void {
  const names = Object.keys(transform.parameters);
  const anyParameters = fc.constantFrom(...examples);

  test("numbers, an expression, and the table give the same numbers", () => {
    fc.assert(
      fc.property(anyMedia, anyParameters, (x, parameters) => {
        const expected = transform(x, parameters, settings);
        const media = input("media", [axis("week", x.length)]);
        // Plain numbers come from the plain kernels, so only these give the same bits.
        for (const way of [transform, transform.apply, byName(transform.kind)]) {
          const y = (way as Transform["apply"])(media, parameters, settings);
          const program = compile({ outputs: { y }, variables: [media], backend: "twin" });
          expect(program.evaluate(x).read("y")).toEqual(expected);
        }
      }),
      { numRuns: 20 },
    );
    expect(table[transform.kind]).toBe(transform);
  });

  test("it returns a new array and leaves the media as it was", () => {
    const x = Float64Array.of(1, 0, 3);
    const y = transform(x, examples[0]!, settings);
    expect(y).not.toBe(x);
    expect(x).toEqual(Float64Array.of(1, 0, 3));
  });

  test("with a parameter for each row, every row is its own", () => {
    const rows = axis("channel", examples.length);
    const time = axis("time", 4);
    const values = examples.flatMap((_, row) => [row + 1, 0, 0.5 * row, 2]);
    const media = constant(values, [rows, time]);
    const perRow = names.map((name) => [
      name,
      constant(
        examples.map((own) => own[name]!),
        [rows],
      ),
    ]);
    const y = transform(media, Object.fromEntries(perRow) as Record<string, Expression>, settings);
    const got = compile({ outputs: { y }, variables: [], backend: "twin" }).evaluate([]).read("y");
    const expected = examples.flatMap((own, row) =>
      Array.from(transform(Float64Array.from(values.slice(4 * row, 4 * row + 4)), own, settings)),
    );
    expect(Array.from(got)).toEqual(expected);
  });

  test("its pullback is the slope of its value, for media and every parameter", () => {
    const run = slopeProgram(transform, settings, names);
    fc.assert(
      fc.property(anyMedia, anyParameters, (x, parameters) => {
        const position = [...x.map((value) => value + 0.1), ...names.map((name) => parameters[name]!)];
        const { value, gradient } = run(x.length);
        const got = gradient(position);
        position.forEach((at, i) => {
          const step = 1e-3 * Math.min(at, 1);
          const shifted = (by: number): number => value(position.with(i, at + by * step));
          const slope = (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step);
          // The difference of fourth order errs by about 1e−12 of the fifth derivative and 1e−13 of the value.
          expect(Math.abs(got[i]! - slope)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(slope)));
        });
      }),
      { numRuns: 20 },
    );
  });

  test("an unknown parameter and an unknown setting are named", () => {
    const extra = { ...examples[0], zzz: 1 };
    const allowed = names.length === 0 ? "it has none" : names.join(", ");
    const choices = Object.keys(transform.settings);
    const settingsAllowed = choices.length === 0 ? "it has none" : choices.join(", ");
    expect(() => transform(Float64Array.of(1), extra, { ...settings, yyy: 1 })).toThrow(
      new RangeError(
        `${transform.title}: parameter must be known, got "zzz" (${allowed}). Leave it out.\n` +
          `${transform.title}: setting must be known, got "yyy" (${settingsAllowed}). Leave it out.`,
      ),
    );
  });

  test("media that is not finite is refused with its period", () => {
    const rule = transform.nonNegative ? "finite and ≥ 0" : "finite";
    expect(() => transform(Float64Array.of(1, NaN), examples[0]!, settings)).toThrow(
      new RangeError(`${transform.title}: media must be ${rule}, got NaN in period 2. Correct that period.`),
    );
    expect(() => transform(new Float64Array(0), examples[0]!, settings)).toThrow(
      new RangeError(
        `${transform.title}: media must have at least one period, got none. Give the whole series.`,
      ),
    );
  });

  test("every parameter says what it is, and why its prior is what it is", () => {
    for (const { meaning, symbol, why, prior } of Object.values(transform.parameters)) {
      for (const text of [meaning, symbol, why, prior.distribution]) expect(text).not.toBe("");
    }
  });
}

/** Σ sin(t + 1) · y[t] and its gradient at [media…, parameters…], compiled once for each length. */
export function slopeProgram(
  transform: Transform,
  settings: Readonly<Record<string, SettingValue>>,
  names: readonly string[],
) {
  return (periods: number) => {
    const time = axis("time", periods);
    const media = input("media", [time]);
    const parameters = names.map((name) => input(name));
    const byName = Object.fromEntries(names.map((name, i) => [name, parameters[i]!]));
    const weights = constant(
      Array.from({ length: periods }, (_, t) => Math.sin(t + 1)),
      [time],
    );
    const total = contract(transform(media, byName, settings), weights, ["time"]);
    const variables = [media, ...parameters];
    const program = compile({ outputs: { total }, variables, differentiate: "total" });
    return {
      value: (position: readonly number[]) => program.evaluate(position).read("total")[0]!,
      gradient: (position: readonly number[]) => {
        const gradient = new Float64Array(program.dimension);
        program.evaluateGradient(position, gradient);
        return gradient;
      },
    };
  };
}

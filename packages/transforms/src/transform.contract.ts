/** The laws of every transform: one rule, three ways of calling, and a pullback that is its slope. */

import { axis, compile, constant, contract, type Expression, input } from "@mmm/autodiff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { priorQuantile } from "./priors.contract.js";
import type { SettingValue, Transform } from "./transform.js";

/** Parameters by name; a list where the transform says so. */
export type Example = Readonly<Record<string, number | readonly number[]>>;

/** A transform at one choice of settings, with the parameters at which the laws are judged. */
export interface TransformCase {
  readonly transform: Transform;
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** At least two. */
  readonly examples: readonly Example[];
  /** The table that the transform stands in. */
  readonly table: Readonly<Record<string, unknown>>;
  readonly byName: (kind: string) => Transform;
  /** Media where the curve has a corner, which a difference must not straddle. */
  readonly corners?: readonly number[];
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
export function transformContract(given: TransformCase): void {
  waysOfCalling(given);
  rows(given);
  slopes(given);
  refusals(given);

  test("every parameter says what it is, and why its prior is what it is", () => {
    const { transform, examples } = given;
    for (const [name, parameter] of Object.entries(transform.parameters)) {
      const { meaning, symbol, why, prior, list } = parameter;
      for (const text of [meaning, symbol, why]) expect(text).not.toBe("");
      const { distribution, ...numbers } = prior;
      expect(Object.keys(numbers)).toEqual(distributionParameters[distribution]);
      if (list !== undefined) expect(transform.settings).toHaveProperty(list.setting);
      for (const example of examples) expect(Array.isArray(example[name])).toBe(list !== undefined);
    }
  });
}

/** The distributions that priors here may name, which `@mmm/distributions` knows by these parameters. */
const distributionParameters: Readonly<Record<string, readonly string[]>> = {
  beta: ["alpha", "beta"],
  gamma: ["shape", "rate"],
  "log-normal": ["logMean", "logSd"],
  normal: ["mean", "sd"],
};

/** With the further series that a transform needs: contacts that come and go. */
function withSeries(transform: Transform, parameters: Example, periods: number): Example {
  const series = Object.keys(transform.series).map((name) => [
    name,
    Array.from({ length: periods }, (_, t) => 1 + ((3 * t) % 4) / 2),
  ]);
  return { ...parameters, ...(Object.fromEntries(series) as Example) };
}

function waysOfCalling({ transform, settings, examples, table, byName }: TransformCase): void {
  test("numbers, an expression, and the table give the same numbers", () => {
    fc.assert(
      fc.property(anyMedia, fc.constantFrom(...examples), (x, example) => {
        const parameters = withSeries(transform, example, x.length);
        const expected = transform(x, parameters, settings);
        const media = input("media", [axis("week", x.length)]);
        // Plain numbers come from the plain kernels, so only these give the same bits.
        for (const way of [transform, transform.apply, byName(transform.kind)]) {
          const y = (way as Transform["apply"])(media, parameters, settings);
          const program = compile({ outputs: { y }, variables: [media], backend: "twin" });
          expect(program.evaluate(x).read("y")).toEqual(expected);
        }
      }),
      // Each run compiles three programs.
      { numRuns: 8 },
    );
    expect(table[transform.kind]).toBe(transform);
  });

  test("it returns a new array and leaves the media as it was", () => {
    const x = Float64Array.of(1, 0, 3);
    const y = transform(x, withSeries(transform, examples[0]!, 3), settings);
    expect(y).not.toBe(x);
    expect(x).toEqual(Float64Array.of(1, 0, 3));
  });
}

function rows({ transform, settings, examples }: TransformCase): void {
  test("with a parameter for each row, every row is its own, and time stays last", () => {
    const row = axis("channel", examples.length);
    const time = axis("time", 4);
    const media = [2, 0, 0.5, 1];
    const perRow = Object.keys(examples[0]!).map((name) => {
      const values = examples.map((own) => own[name]!).flat();
      const list = transform.parameters[name]?.list;
      const axes = list === undefined ? [row] : [row, axis(list.axis, values.length / row.size)];
      return [name, constant(values, axes)];
    });
    const series = withSeries(transform, {}, 4);
    const parameters = { ...series, ...(Object.fromEntries(perRow) as Record<string, Expression>) };
    const expected = examples.flatMap((own) =>
      Array.from(transform(Float64Array.from(media), { ...series, ...own }, settings)),
    );
    // The media of all rows, then one series that all rows share.
    for (const x of [
      constant(
        examples.flatMap(() => media),
        [row, time],
      ),
      constant(media, [time]),
    ]) {
      const y = transform(x, parameters, settings);
      if (perRow.length === 0) continue;
      expect(y.axes.map(({ name }) => name)).toEqual(["channel", "time"]);
      const got = compile({ outputs: { y }, variables: [], backend: "twin" }).evaluate([]).read("y");
      expect(Array.from(got)).toEqual(expected);
    }
  });
}

function slopes({ transform, settings, examples, corners = [] }: TransformCase): void {
  test("its pullback is the slope of its value, for media and every parameter", () => {
    const run = slopeProgram(transform, settings, examples[0]!);
    const clear = (x: number): number => (corners.some((at) => Math.abs(x - at) < 0.05) ? x + 0.11 : x);
    fc.assert(
      fc.property(anyMedia, fc.constantFrom(...examples), (x, parameters) => {
        const position = [...x.map((value) => clear(value + 0.1)), ...Object.values(parameters).flat()];
        const { value, gradient } = run(x.length);
        const got = gradient(position);
        position.forEach((at, i) => {
          const step = 2e-4 * Math.min(Math.abs(at), 1);
          const shifted = (by: number): number => value(position.with(i, at + by * step));
          const slope = (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step);
          // The difference of fourth order errs by about 5e−17 of the fifth derivative, which for a delayed adstock at
          // retention 0.9 passes 1e7, and 1e−12 of the value.
          expect(Math.abs(got[i]! - slope)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(slope)));
        });
      }),
      { numRuns: 20 },
    );
  });

  test("far out in the priors values and slopes are finite", () => {
    const media = [0, 0.003, 1, 40, 0, 0, 0.5];
    const run = slopeProgram(transform, settings, examples[0]!)(media.length);
    for (const example of farOut(transform, examples[0]!)) {
      const position = [...media, ...Object.values(example).flat()];
      const all = [run.value(position), ...run.gradient(position)];
      expect([example, all.every((value) => Number.isFinite(value))]).toEqual([example, true]);
    }
  });

  test("periods without media have a finite slope in every parameter", () => {
    const run = slopeProgram(transform, settings, examples[0]!)(4);
    for (const example of examples) {
      const slope = run.gradient([0, 0, 2, 0, ...Object.values(example).flat()]);
      expect(slope.every((value) => Number.isFinite(value))).toBe(true);
    }
  });
}

/** Every way of taking the prior's 0.05 % or 99.95 % quantile for each parameter. */
function farOut(transform: Transform, example: Example): readonly Example[] {
  return Object.entries(example).reduce<readonly Example[]>(
    (examples, [name, value]) =>
      [0.0005, 0.9995].flatMap((p) => {
        const end = priorQuantile(transform.parameters[name]!.prior, p);
        return examples.map((others) => ({
          ...others,
          [name]: typeof value === "number" ? end : value.map(() => end),
        }));
      }),
    [{}],
  );
}

function refusals({ transform, settings, examples }: TransformCase): void {
  const parameters = (periods: number): Example => withSeries(transform, examples[0]!, periods);

  test("an unknown parameter and an unknown setting are named", () => {
    const extra = { ...parameters(1), zzz: 1 };
    const names = [...Object.keys(transform.series), ...Object.keys(transform.parameters)];
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

  test("a parameter that is missing, out of its range, or varies over time is named", () => {
    for (const [name, { meaning, list }] of Object.entries(transform.parameters)) {
      const { [name]: _, ...others } = parameters(1);
      const fault = (rule: string): RegExp =>
        new RegExp(`${transform.title}: parameter "${name}" must ${rule}. Give the ${meaning}.`);
      const x = Float64Array.of(1);
      expect(() => transform(x, others, settings)).toThrow(fault("be given, got nothing"));
      expect(() => transform(x, { ...others, [name]: NaN }, settings)).toThrow(fault("be .*, got NaN"));
      const many = { ...others, [name]: Array.from({ length: 99 }, () => 0.5) };
      const rule = list === undefined ? "be one number, got a list of 99" : `have .* ${list.axis}, got 99`;
      expect(() => transform(x, many, settings)).toThrow(fault(rule));
      const moving = { ...others, [name]: input("it", [axis("time", 1)]) } as Record<string, Expression>;
      expect(() => transform(constant([1], [axis("time", 1)]), moving, settings)).toThrow(
        fault('be constant along "time", got input "it" \\[time 1\\]'),
      );
    }
  });

  test("input that is not finite is refused with its place", () => {
    const rule = transform.nonNegative ? "finite and ≥ 0" : "finite";
    const { noun, place } = transform.input;
    expect(() => transform(Float64Array.of(1, NaN), parameters(2), settings)).toThrow(
      new RangeError(
        `${transform.title}: ${noun} must be ${rule}, got NaN in ${place} 2. Correct that ${place}.`,
      ),
    );
    expect(() => transform(new Float64Array(0), parameters(1), settings)).toThrow(
      new RangeError(
        `${transform.title}: ${noun} must have at least one ${place}, got none. Give the whole series.`,
      ),
    );
  });
}

/** Σ sin(t + 1) · y[t] and its gradient at [media…, parameters…], compiled once for each length. */
export function slopeProgram(
  transform: Transform,
  settings: Readonly<Record<string, SettingValue>>,
  shape: Example | readonly string[],
) {
  const example: Example = Array.isArray(shape)
    ? Object.fromEntries((shape as readonly string[]).map((name) => [name, 1]))
    : (shape as Example);
  const parameters = Object.entries(example).map(([name, value]) => {
    const { list } = transform.parameters[name]!;
    return [name, list === undefined ? input(name) : input(name, [axis(list.axis, [value].flat().length)])];
  }) as readonly (readonly [string, Expression])[];
  const programs = new Map<number, ReturnType<typeof compileSlope>>();
  const compileSlope = (periods: number) => {
    const time = axis("time", periods);
    const media = input("media", [time]);
    const given = { ...withSeries(transform, {}, periods), ...Object.fromEntries(parameters) };
    const weights = constant(
      Array.from({ length: periods }, (_, t) => Math.sin(t + 1)),
      [time],
    );
    const total = contract(transform(media, given, settings), weights, ["time"]);
    const variables = [media, ...parameters.map(([, parameter]) => parameter)];
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
  return (periods: number) => {
    const known = programs.get(periods) ?? compileSlope(periods);
    programs.set(periods, known);
    return known;
  };
}

/** What holds for every log density, of one number or of many, continuous or discrete. */

import { axis, type Axis, compile, type Expression, input } from "@mmm/autodiff";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** The quantity or one parameter, as an argument of a log density. */
export interface DensityArgument {
  readonly name: string;
  /** `[]` for one number. */
  readonly axes: readonly Axis[];
  /** Whether the density has a slope along it; counts have none. */
  readonly smooth: boolean;
}

/** One value per argument: a number, or the elements of an array. */
export type Position = readonly (number | readonly number[])[];

/** What a contract hands on: a density as a function of its arguments, with places to judge it at. */
export interface LogDensityCase {
  /** The quantity first, then the parameters. */
  readonly args: readonly DensityArgument[];
  readonly logDensity: (quantity: Expression, parameters: Readonly<Record<string, Expression>>) => Expression;
  /** Rows `[arguments, log density, gradient with respect to the smooth arguments]` computed elsewhere. */
  readonly references: readonly (readonly [Position, number, Position])[];
  /** Random places for finite differences, by the name of the case they belong to. */
  readonly places: readonly (readonly [string, fc.Arbitrary<Position>])[];
  /** Two places that differ in every argument. */
  readonly pair: readonly [Position, Position];
}

/** Runs the laws. */
export function logDensityContract({ args, logDensity, references, places, pair }: LogDensityCase): void {
  const [wasm, twin] = (["wasm", "twin"] as const).map((backend) =>
    densityProgram({ args, logDensity }, backend),
  );

  describe("log density", () => {
    test.each(references)("at %j is the reference's, with its gradient", (position, value, gradient) => {
      const expected = smoothParts(args, gradient);
      for (const [backend, run] of [["wasm", wasm!] as const, ["twin", twin!] as const]) {
        const got = run(position);
        expect(relativeError(got.value, value), `${backend} ${got.value}`).toBeLessThanOrEqual(1e-12);
        expected.forEach(({ name, element, of, slope }) => {
          const own = got.gradient[of]!;
          expect(relativeError(own, slope), `${backend} d/d${name}[${element}] ${own}`).toBeLessThanOrEqual(
            1e-12,
          );
        });
      }
    });

    test.each(places)("%s: the gradient is the slope of the value", (_, place) => {
      const judge = (position: Position): void => {
        const flat = position.flat();
        const { gradient, value } = twin!(flat);
        smoothElements(args).forEach((of) => {
          const step = 1e-5 * Math.max(1e-3, Math.abs(flat[of]!));
          const shifted = (by: number): number => twin!(flat.with(of, flat[of]! + by)).value;
          const slope =
            (8 * (shifted(step) - shifted(-step)) - (shifted(2 * step) - shifted(-2 * step))) / (12 * step);
          const rounding = (2 ** -50 * Math.abs(value)) / step;
          expect(Math.abs(gradient[of]! - slope)).toBeLessThanOrEqual(
            1e-7 * (1 + Math.abs(slope)) + rounding,
          );
        });
      };
      fc.assert(fc.property(place, judge), { numRuns: 20 });
    });

    test("broadcasts by axis name, one value per element", () => {
      const [first, second] = pair;
      const [draw, family] = [axis("draw", 2), axis("family", 2)];
      const inputs = args.map(({ name, axes }, i) => input(name, [i === 0 ? draw : family, ...axes]));
      const density = logDensity(inputs[0]!, byName(args, inputs));
      const program = compile({ outputs: { density }, variables: inputs, backend: "twin" });
      program.evaluate(args.flatMap((_, i) => [first[i]!, second[i]!]).flat());
      const got = program.read("density");
      const familyIsOuter = density.axes[0]!.name === "family";
      expect(density.axes.map(({ name }) => name).toSorted()).toEqual(["draw", "family"]);
      pair.forEach(([quantity], row) =>
        pair.forEach(([, ...parameters], column) => {
          const flat = familyIsOuter ? 2 * column + row : 2 * row + column;
          const expected = twin!([quantity!, ...parameters]).value;
          expect(relativeError(got[flat]!, expected)).toBeLessThanOrEqual(1e-13);
        }),
      );
    });
  });
}

function byName(
  args: readonly DensityArgument[],
  expressions: readonly Expression[],
): Readonly<Record<string, Expression>> {
  return Object.fromEntries(args.map(({ name }, i) => [name, expressions[i]!]).slice(1));
}

/** Value and gradient at a position, through the engine's kernels. */
function densityProgram(
  { args, logDensity }: Pick<LogDensityCase, "args" | "logDensity">,
  backend: "wasm" | "twin",
): (position: Position) => { readonly value: number; readonly gradient: Float64Array } {
  const variables = args.map(({ name, axes }) => input(name, axes));
  const value = logDensity(variables[0]!, byName(args, variables));
  const program = compile({ outputs: { value }, variables, differentiate: "value", backend });
  return (position) => {
    const gradient = new Float64Array(program.dimension);
    return { value: program.evaluateGradient(position.flat(), gradient), gradient };
  };
}

/** Flat places of the elements of the smooth arguments. */
function smoothElements(args: readonly DensityArgument[]): readonly number[] {
  let start = 0;
  return args.flatMap(({ axes, smooth }) => {
    const count = axes.reduce((product, { size }) => product * size, 1);
    const own = Array.from({ length: count }, (_, i) => start + i);
    start += count;
    return smooth ? own : [];
  });
}

/** The slopes that a reference states, each with its place. */
function smoothParts(
  args: readonly DensityArgument[],
  gradient: Position,
): readonly { name: string; element: number; of: number; slope: number }[] {
  const names = args.filter(({ smooth }) => smooth).map(({ name }) => name);
  const places = smoothElements(args);
  const parts = names.flatMap((name, i) =>
    [gradient[i]!].flat().map((slope, element) => ({ name, element, slope })),
  );
  if (parts.length !== places.length) throw new Error(`${names.join(", ")}: believed one slope per element`);
  return parts.map((part, i) => ({ ...part, of: places[i]! }));
}

/** |got − expected| / |expected|; differences below 1e−15 count as none, for expected zeros. */
export function relativeError(got: number, expected: number): number {
  const error = Math.abs(got - expected);
  return error <= 1e-15 ? 0 : error / Math.abs(expected);
}

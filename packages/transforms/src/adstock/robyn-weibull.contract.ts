/** Robyn's Weibull adstocks, printed by its own R functions. */

import { expect, test } from "vitest";
import { expectClose } from "../peers.contract.js";
import { robynWeibullScale } from "./robyn-weibull-scale.js";

/** The numbers of one of the two curves. */
export interface RobynReference {
  readonly robyn: {
    readonly x: readonly number[];
    readonly cases: readonly {
      readonly shape: number;
      readonly scale: number;
      readonly window: number;
      /** Robyn's scale in periods, where it is printed. */
      readonly scalePeriods?: number;
      readonly weights: readonly number[];
      readonly output: readonly number[];
    }[];
    readonly window100: readonly {
      readonly shape: number;
      readonly scale: number;
      readonly firstWeights: readonly number[];
    }[];
    readonly example: readonly number[];
  };
}

type Stock = (media: Float64Array, shape: number, scalePeriods: number, window: number) => Float64Array;

/** Judges a curve; numbers are printed to 15 digits, so that small ones hold `decimals`. */
export function robynWeibullContract(
  { robyn: { x, cases, window100, example } }: RobynReference,
  stock: Stock,
  { tolerance, decimals }: { readonly tolerance: number; readonly decimals: number },
): void {
  const asRobyn = (media: ArrayLike<number>, shape: number, scale: number, window: number): Float64Array =>
    stock(Float64Array.from(media), shape, robynWeibullScale(scale, window), window);
  const impulse = (periods: number): Float64Array =>
    Float64Array.from({ length: periods }, (_, t) => (t === 0 ? 1 : 0));

  test.each(cases)(
    "shape $shape, scale $scale",
    ({ shape, scale, window, scalePeriods, weights, output }) => {
      expect(robynWeibullScale(scale, window)).toBe(scalePeriods ?? robynWeibullScale(scale, window));
      expectClose(asRobyn(impulse(window), shape, scale, window), weights, tolerance, decimals);
      expectClose(asRobyn(x, shape, scale, window), output, tolerance, 1e-12);
    },
  );

  test.each(window100)("a window of 100, shape $shape, scale $scale", ({ shape, scale, firstWeights }) => {
    const got = asRobyn(impulse(100), shape, scale, 100).slice(0, firstWeights.length);
    expectClose(got, firstWeights, tolerance, decimals);
  });

  test("its documented example", () => {
    expectClose(asRobyn([100, 100, 100, 100, 100], 0.5, 0.5, 5), example, 1e-13);
  });
}

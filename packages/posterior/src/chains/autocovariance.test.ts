import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { autocovarianceBySums, autocovarianceByTransform, meanAutocovariance } from "./autocovariance.js";
import { makeChains } from "./chains.js";
import { anyChains, autoregressiveChains } from "./any-chains.contract.js";

describe("autocovariance", () => {
  test("of 1, 2, 3, 4 is that of the definition", () => {
    const got = meanAutocovariance(makeChains([[1, 2, 3, 4]]));
    // deviations −1.5, −0.5, 0.5, 1.5: sums of products 5, 1.25, −1.5, −2.25
    expect([...got]).toEqual([1.25, 0.3125, -0.375, -0.5625]);
  });

  test("of a chain that stands still is exactly 0, also where its value has no exact mean", () => {
    expect([...meanAutocovariance(makeChains([[0.1, 0.1, 0.1]]))]).toEqual([0, 0, 0]);
  });

  test("by transform equals that by sums for any chains", () => {
    fc.assert(
      fc.property(anyChains, (x) => {
        const slow = autocovarianceBySums(x);
        const fast = autocovarianceByTransform(x);
        fast.forEach((value, lag) => {
          expect(Math.abs(value - slow[lag])).toBeLessThanOrEqual(1e-13 * slow[0]);
        });
      }),
    );
  });

  test("by transform equals that by sums on both sides of a power of two, for odd and even numbers of chains", () => {
    for (const draws of [127, 128, 129]) {
      for (const chains of [1, 2, 3]) {
        const x = autoregressiveChains(5, { chains, draws, rho: 0.5 });
        const slow = autocovarianceBySums(x);
        autocovarianceByTransform(x).forEach((value, lag) => {
          expect(Math.abs(value - slow[lag])).toBeLessThanOrEqual(1e-13 * slow[0]);
        });
      }
    }
  });
});

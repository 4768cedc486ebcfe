import fc from "fast-check";
import { expect, test } from "vitest";
import { addVector, clearMoments, makeRunningMoments } from "./running-moments.js";

test("running moments are the mean and squared deviations of two passes, even far from zero", () => {
  const values = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.constantFrom(0, 1e6), (deviations, offset) => {
      const moments = makeRunningMoments(2);
      for (const deviation of deviations) addVector(moments, Float64Array.of(offset + deviation, -deviation));
      const mean = deviations.reduce((sum, value) => sum + value, 0) / deviations.length;
      const squares = deviations.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      expect(moments.count).toBe(deviations.length);
      expect(moments.mean[0] - offset).toBeCloseTo(mean, 7);
      expect(moments.mean[1]).toBeCloseTo(-mean, 12);
      expect(moments.squares[0]).toBeCloseTo(squares, 6);
      expect(moments.squares[1]).toBeCloseTo(squares, 11);
    }),
  );
});

test("cleared moments begin again", () => {
  const moments = makeRunningMoments(1);
  addVector(moments, Float64Array.of(5));
  clearMoments(moments);
  addVector(moments, Float64Array.of(2));
  expect([moments.count, moments.mean[0], moments.squares[0]]).toEqual([1, 2, 0]);
});

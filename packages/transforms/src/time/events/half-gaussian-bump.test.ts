import { expect, test } from "vitest";
import { gaussianBump } from "./gaussian-bump.js";
import { halfGaussianBump } from "./half-gaussian-bump.js";

const days = Float64Array.of(-9, -1, 0, 0, 2, 8);
const parameters = { width: 5 };

test("on its side it is the Gaussian bump, on the other it is 0", () => {
  const whole = gaussianBump(days, parameters);
  const after = halfGaussianBump(days, parameters, { side: "after" });
  const before = halfGaussianBump(days, parameters, { side: "before" });
  expect(after).toEqual(whole.map((value, t) => (days[t]! >= 0 ? value : 0)));
  expect(before).toEqual(whole.map((value, t) => (days[t]! <= 0 ? value : 0)));
});

test("the two sides, one of them without the event, are the whole bump", () => {
  const after = halfGaussianBump(days, parameters, { includeEvent: false });
  const before = halfGaussianBump(days, parameters, { side: "before" });
  expect(after.map((value, t) => value + before[t]!)).toEqual(gaussianBump(days, parameters));
});

test("a side that is none is refused", () => {
  expect(() => halfGaussianBump(days, parameters, { side: "during" })).toThrow(
    new RangeError(
      'half-Gaussian bump: setting "side" must be "after" or "before", got during. Give the side of the event on which it is felt.',
    ),
  );
});

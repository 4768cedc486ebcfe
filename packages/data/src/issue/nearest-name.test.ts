import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, nearestName } from "./nearest-name.js";

test("the nearest name is the one with the fewest changed letters", () => {
  expect(nearestName("revenu", ["date", "revenue", "tv"])).toBe("revenue");
  expect(nearestName("faecbook", ["print", "facebook", "face"])).toBe("facebook");
  expect(nearestName("tv", ["radio", "tv_S"])).toBe("tv_S");
  expect(nearestName("DATE_WEEK", ["y", "date_week"])).toBe("date_week");
});

test("a name that has little in common is no suggestion", () => {
  expect(nearestName("y", ["t", "x1"])).toBeUndefined();
  expect(nearestName("spline", ["hill", "logistic"])).toBeUndefined();
  expect(nearestName("tv", [])).toBeUndefined();
});

test("of equally near names the first is suggested", () => {
  expect(nearestName("x3", ["x1", "x2"])).toBe("x1");
});

test("two neighbouring letters swapped count as one change", () => {
  expect(nearestName("ab", ["zz", "ba"])).toBe("ba");
});

test("a name that is there is its own nearest", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (names, pick) => {
      const name = names[pick % names.length]!;
      expect(nearestName(name, names)?.toLowerCase()).toBe(name.toLowerCase());
    }),
  );
});

test("the advice asks for the nearest name, or is the other one", () => {
  expect(didYouMean("hil", ["hill"], "Choose one.")).toBe('Did you mean "hill"?');
  expect(didYouMean("zz", ["hill"], "Choose one.")).toBe("Choose one.");
});

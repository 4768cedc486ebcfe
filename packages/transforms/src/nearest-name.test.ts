import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.js";

test("the name with the fewest changed letters is the nearest, capital or not", () => {
  expect(nearestName("Geometrc", ["none", "geometric"])).toBe("geometric");
  expect(nearestName("hlil", ["logistic", "hill"])).toBe("hill");
});

test("nothing is near a name that shares too few letters", () => {
  expect(nearestName("tv", ["radio", "print"])).toBe(undefined);
  expect(nearestName("anything", [])).toBe(undefined);
});

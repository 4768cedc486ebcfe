import { expect, test } from "vitest";
import { showNumber, showValue } from "./show-value.js";

test("values are shown by their kind", () => {
  expect(showValue("a\nb")).toBe('"a\\nb"');
  expect(showValue(-0)).toBe("-0");
  expect(showValue(1.5)).toBe("1.5");
  expect(showValue(null)).toBe("null");
  expect(showValue(true)).toBe("true");
  expect(showValue(undefined)).toBe("nothing");
  expect(showValue(["a"])).toBe("a list of 1");
  expect(showValue({ a: 1 })).toBe("an object");
  expect(showValue(() => 1)).toBe("a function");
});

test("long text is cut after 60 letters, never through one", () => {
  expect(showValue("🙂".repeat(61))).toBe(`"${"🙂".repeat(60)}…"`);
});

test("computed numbers have six digits", () => {
  expect(showNumber(132278.39999999999)).toBe("132278");
  expect(showNumber(1 / 3)).toBe("0.333333");
});

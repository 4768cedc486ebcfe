import { expect, test } from "vitest";
import { distributionOf, distributions } from "./distributions.js";

test("every row of the table stands under its own kind", () => {
  for (const [kind, distribution] of Object.entries(distributions)) {
    expect(distribution.kind).toBe(kind);
    expect(distributionOf(kind)).toBe(distribution);
  }
});

test("an unknown kind is answered with the nearest one", () => {
  expect(() => distributionOf("lognormal")).toThrow(
    new RangeError(
      'distribution: kind must be known, got "lognormal" (normal, half-normal, log-normal, beta, gamma, student-t, ' +
        'exponential, uniform). Did you mean "log-normal"?',
    ),
  );
});

test("a kind like no other is answered with the table", () => {
  expect(() => distributionOf("wishart")).toThrow(
    new RangeError(
      'distribution: kind must be known, got "wishart" (normal, half-normal, log-normal, beta, gamma, student-t, ' +
        "exponential, uniform). Choose one of them.",
    ),
  );
});

test("a name that every object has is no kind", () => {
  expect(() => distributionOf("toString")).toThrow(RangeError);
});

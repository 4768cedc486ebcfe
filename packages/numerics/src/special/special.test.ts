import { describe, expect, test } from "vitest";
import {
  referencePoints,
  relativeError,
  ulpsOff,
  worstError,
  type ReferencePoint,
} from "../accuracy.contract.js";
import {
  betaQuantile,
  digamma,
  erf,
  erfc,
  gammaQuantile,
  incompleteBeta,
  incompleteGamma,
  logBeta,
  logGamma,
  normalCdf,
  normalLogCdf,
  normalQuantile,
  studentTCdf,
  studentTQuantile,
} from "../index.js";
import { gammaTails } from "./gamma/gamma-tails.js";

const own = new URL("./special.reference.json", import.meta.url);
const common = new URL("./special-functions.reference.json", import.meta.url);

type Measure = (got: number, point: ReferencePoint) => number;

/** |got − true| / max(1, |true|): for ln B, which passes through zero. */
const mixedError: Measure = (got, { high, low }) => Math.abs(got - high - low) / Math.max(1, Math.abs(high));

/** Names in both files, with the error that the docstring states. */
const stated: readonly [string, (...args: number[]) => number, Measure, bound: number][] = [
  ["logGamma", logGamma, ulpsOff, 5],
  ["digamma", digamma, ulpsOff, 6],
  ["logBeta", logBeta, mixedError, 4e-15],
  ["erf", erf, ulpsOff, 2],
  ["erfc", erfc, ulpsOff, 4],
  ["normalCdf", normalCdf, ulpsOff, 4],
  ["normalLogCdf", normalLogCdf, ulpsOff, 4],
  ["normalQuantile", normalQuantile, ulpsOff, 6],
  ["incompleteGamma", incompleteGamma, relativeError, 1e-12],
  ["incompleteBeta", incompleteBeta, relativeError, 1e-12],
  ["gammaQuantile", gammaQuantile, relativeError, 1e-12],
  ["betaQuantile", betaQuantile, relativeError, 1e-12],
  ["studentTCdf", studentTCdf, relativeError, 1e-12],
  ["studentTQuantile", studentTQuantile, relativeError, 1e-12],
];

describe.each(stated)("%s keeps its stated error", (name, of, measure, bound) => {
  test.each([
    ["over its range", own],
    ["at the common reference points", common],
  ])("%s", (_, file) => {
    const worst = worstError(of, referencePoints(file, name), measure);
    expect(worst.error, `at ${worst.at.join(", ")}`).toBeLessThanOrEqual(bound);
  });
});

test("the upper incomplete gamma function keeps its precision far out in the tail", () => {
  const upper = (x: number, shape: number) => gammaTails(x, shape).upper;
  const worst = worstError(upper, referencePoints(common, "incompleteGammaUpper"), relativeError);
  expect(worst.error, `at ${worst.at.join(", ")}`).toBeLessThan(1e-13);
});

import { expect, test } from "vitest";
import { bitChecksum } from "../bit-checksum.contract.js";
import {
  cos,
  exp,
  expm1,
  log,
  log1p,
  logistic,
  logit,
  pow,
  randomStream,
  sin,
  softplus,
  tanh,
} from "../index.js";

/** A thousand arguments of every size between low and high, from basic arithmetic only. */
function spread(low: number, high: number): number[] {
  const stream = randomStream("elementary golden", low, high);
  return Array.from({ length: 1000 }, () => low + (high - low) * (stream.nextUint32() / 4294967296));
}

// Frozen: a change here changes every fit. It needs a changeset that says so.
test.each([
  ["exp", exp, -745, 709, 1629598303],
  ["expm1", expm1, -5, 5, 148565593],
  ["log", log, 0, 100, 3751852711],
  ["log1p", log1p, -1, 1, 2804663478],
  ["sin", sin, -1e5, 1e5, 4008797331],
  ["cos", cos, -1e9, 1e9, 3381535064],
  ["tanh", tanh, -3, 3, 369846285],
  ["logistic", logistic, -40, 40, 3166108224],
  ["logit", logit, 0, 1, 93345963],
  ["softplus", softplus, -40, 40, 2869187930],
  ["pow", (x: number) => pow(x, 10 - x), 0, 20, 1454659274],
] as const)("%s gives the same bits on every machine", (_, of, low, high, checksum) => {
  expect(bitChecksum(spread(low, high).map((x) => of(x)))).toBe(checksum);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  drawBeta,
  drawGamma,
  drawInteger,
  drawPermutation,
  drawStudentT,
  drawUniform,
  randomStream,
  type RandomStream,
} from "../index.js";

/** A stream that gives the listed integers and then refuses. */
function scripted(...integers: number[]): RandomStream {
  return { ...randomStream(1), nextUint32: () => integers.shift() ?? expect.unreachable("drew too much") };
}

test("uniform numbers are never 0 or 1 and are symmetric about a half", () => {
  expect(drawUniform(scripted(0, 0, 0, 64))).toBe(1.1102230246251565e-16);
  expect(drawUniform(scripted(4294967295, 4294967295))).toBe(1 - 1.1102230246251565e-16);
  expect(drawUniform(scripted(2147483648, 0))).toBe(0.5);
});

test("integers from the incomplete last block are drawn again", () => {
  expect(drawInteger(scripted(4294967295, 5), 10)).toBe(5);
  expect(drawInteger(scripted(4294967289), 10)).toBe(9);
  expect(drawInteger(scripted(4294967295), 4294967296)).toBe(4294967295);
  expect(drawInteger(scripted(4294967295, 4294967295), 9007199254740992)).toBe(9007199254740991);
});

test("permutations hold every index once", () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.nat(), (size, seed) => {
      const order = drawPermutation(randomStream(seed), size);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
    }),
  );
});

test("tiny shapes stay numbers", () => {
  const stream = randomStream(3);
  for (let i = 0; i < 1000; i++) {
    expect(drawGamma(stream, 1e-3)).toBeGreaterThanOrEqual(0);
    const share = drawBeta(stream, 1e-3, 1e-3);
    expect(share >= 0 && share <= 1).toBe(true);
  }
});

test("parameters outside the domain are refused with their value", () => {
  const stream = randomStream(1);
  expect(() => drawInteger(stream, 0)).toThrow(
    new RangeError(
      "drawInteger: bound must be an integer from 1 to 2^53, got 0. Pass the number of results.",
    ),
  );
  expect(() => drawGamma(stream, -1)).toThrow(
    new RangeError("drawGamma: shape must be a finite number > 0, got -1. Check what it was computed from."),
  );
  expect(() => drawBeta(stream, 1, NaN)).toThrow(
    new RangeError(
      "drawBeta: shapes must be finite numbers > 0, got 1 and NaN. Check what they were computed from.",
    ),
  );
  expect(() => drawStudentT(stream, 0)).toThrow(
    new RangeError(
      "drawStudentT: degrees of freedom must be > 0, got 0. Check what they were computed from.",
    ),
  );
  expect(() => drawPermutation(stream, 1.5)).toThrow(
    new RangeError(
      "drawPermutation: size must be an integer ≥ 0, got 1.5. Pass the number of things to order.",
    ),
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invertUpper, thinQr } from "./thin-qr.js";

const column = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 6, maxLength: 6 });
const columns = fc
  .array(column, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((values) => Float64Array.from(values)));

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0);
}

describe("thinQr", () => {
  it("gives orthonormal directions whose combinations are the independent columns", () => {
    fc.assert(
      fc.property(columns, (given) => {
        const { directions, upper, independent, dependent } = thinQr(given);
        const size = directions.length;
        expect(independent.length).toBe(size);
        expect([...independent, ...dependent].sort((a, b) => a - b)).toEqual(given.map((_, i) => i));
        directions.forEach((a, i) =>
          directions.forEach((b, j) => expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-13)),
        );
        independent.forEach((index, j) => {
          const largest = Math.max(...given[index]!.map(Math.abs));
          given[index]!.forEach((value, row) => {
            const again = directions.reduce(
              (total, direction, i) => total + direction[row]! * upper[i * size + j]!,
              0,
            );
            expect(Math.abs(again - value)).toBeLessThanOrEqual(1e-12 * largest);
          });
        });
      }),
      { seed: 1 },
    );
  });

  it("finds the column that repeats others", () => {
    const [a, b] = [Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 1, 2, 3)];
    const sum = a.map((value, i) => 2 * value - b[i]!);
    expect(thinQr([a, b, sum]).dependent).toEqual([2]);
    expect(thinQr([new Float64Array(4), a]).dependent).toEqual([0]);
  });
});

describe("invertUpper", () => {
  it("times the matrix is the identity", () => {
    const upper = Float64Array.of(2, 1, -1, 0, 0.5, 3, 0, 0, 4);
    const inverse = invertUpper(upper);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let product = 0;
        for (let k = 0; k < 3; k++) product += upper[i * 3 + k]! * inverse[k * 3 + j]!;
        expect(product).toBeCloseTo(i === j ? 1 : 0, 14);
      }
    }
  });

  it("refuses what has no inverse or no square", () => {
    expect(() => invertUpper(Float64Array.of(1, 2, 0, 0))).toThrow(
      "invertUpper: the diagonal must not be zero, got 0 in row 2. The columns depend on one another.",
    );
    expect(() => invertUpper(new Float64Array(3))).toThrow(
      "invertUpper: the matrix must be square, got 3 elements. Give n × n.",
    );
  });
});

import { drawNormal, drawUniform, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cjsDistance } from "./cjs-distance.js";

const anyWeighted = fc
  .record({ seed: fc.integer({ min: 0, max: 9999 }), count: fc.integer({ min: 2, max: 60 }) })
  .map(({ seed, count }) => {
    const stream = randomStream(seed, "cjs");
    const column = (draw: () => number): Float64Array => Float64Array.from({ length: count }, draw);
    return {
      values: column(() => drawNormal(stream)),
      p: column(() => drawUniform(stream)),
      q: column(() => drawUniform(stream)),
    };
  });

/** The definition, term by term. */
function distanceByDefinition(values: Float64Array, p: Float64Array, q: Float64Array): number {
  const along = (sign: number): number => {
    const order = [...values.keys()].sort((a, b) => sign * (values[a] - values[b]));
    const [sumP, sumQ] = [p, q].map((w) => w.reduce((a, b) => a + b, 0));
    let [P, Q, pq, qp, intP, intQ] = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i + 1 < order.length; i++) {
      const d = Math.abs(values[order[i + 1]] - values[order[i]]);
      P += p[order[i]] / sumP;
      Q += q[order[i]] / sumQ;
      pq += d * P * Math.log2(P / (0.5 * (P + Q)));
      qp += d * Q * Math.log2(Q / (0.5 * (P + Q)));
      intP += d * P;
      intQ += d * Q;
    }
    const half = 0.5 / Math.LN2;
    return Math.sqrt((pq + half * (intQ - intP) + qp + half * (intP - intQ)) / (intP + intQ));
  };
  return Math.max(along(1), along(-1));
}

describe("cjsDistance", () => {
  test("is that of the definition, in both directions of the axis", () => {
    fc.assert(
      fc.property(anyWeighted, ({ values, p, q }) => {
        expect(cjsDistance(values, q, p)).toBeCloseTo(distanceByDefinition(values, p, q), 7);
      }),
    );
  });

  test("is symmetric, between 0 and 1, and the same in every unit, downwards included", () => {
    fc.assert(
      fc.property(anyWeighted, ({ values, p, q }) => {
        const distance = cjsDistance(values, p, q);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(cjsDistance(values, q, p)).toBeCloseTo(distance, 12);
        expect(
          cjsDistance(
            values.map((value) => -100 * value + 7),
            p,
            q,
          ),
        ).toBeCloseTo(distance, 8);
        expect(
          cjsDistance(
            values,
            p.map((weight) => 3 * weight),
            q,
          ),
        ).toBeCloseTo(distance, 10);
      }),
    );
  });

  test("of weights that hardly differ is proportional to the difference: digits do not cancel", () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => i);
    const tilted = (by: number): number =>
      cjsDistance(
        values,
        values.map((value) => 1 + by * value),
      );
    expect(tilted(1e-9) / tilted(1e-7)).toBeCloseTo(0.01, 6);
  });

  test("of all weight at either end is 1, of equal draws 0", () => {
    const ends = Float64Array.of(0, 1, 2);
    expect(cjsDistance(ends, [1, 0, 0], [0, 0, 1])).toBe(1);
    expect(cjsDistance(Float64Array.of(2, 2), [1, 3])).toBe(0);
  });

  test("refuses weights of other draws", () => {
    expect(() => cjsDistance(Float64Array.of(1, 2), [1])).toThrow(
      "cjsDistance: must have a weight for each of the 2 draws, got 1 and 2. Weight the same draws.",
    );
  });
});

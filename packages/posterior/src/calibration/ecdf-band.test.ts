import { drawUniform, randomStream } from "@mmm/numerics";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainRankBand } from "./chain-rank-band.js";
import { ecdfBand } from "./ecdf-band.js";

/** Share of uniform samples that stay inside. */
function simulatedCoverage(size: number, points: number, samples: number): number {
  const { lower, upper } = ecdfBand(size, { points });
  const stream = randomStream("ecdf band", size, points);
  let inside = 0;
  for (let k = 0; k < samples; k++) {
    const counts = new Int32Array(points);
    for (let i = 0; i < size; i++) counts[Math.floor(drawUniform(stream) * points)] += 1;
    let total = 0;
    if (counts.every((count, i) => (total += count) >= size * lower[i] && total <= size * upper[i]))
      inside += 1;
  }
  return inside / samples;
}

describe("ecdfBand", () => {
  test("holds uniform samples as often as it says: 4,000 of each size, within 4 standard errors", () => {
    // One false alarm in 5,000 choices of seeds for the three of them.
    for (const [size, points] of [
      [20, 10],
      [100, 20],
      [250, 50],
    ] as const) {
      const { coverage } = ecdfBand(size, { points });
      const error = Math.sqrt((coverage * (1 - coverage)) / 4000);
      expect(Math.abs(simulatedCoverage(size, points, 4000) - coverage)).toBeLessThan(4 * error);
    }
  });

  test("of two values at two positions has the coverage that can be counted by hand", () => {
    // At ½ lie 0, 1 or 2 values with probability ¼, ½, ¼; the band must let all pass or only 1.
    const { coverage, lower, upper } = ecdfBand(2, { points: 2, probability: 0.9 });
    expect([...lower]).toEqual([0, 1]);
    expect([...upper]).toEqual([1, 1]);
    expect(coverage).toBeCloseTo(1, 14);
    expect(ecdfBand(2, { points: 2, probability: 0.4 }).coverage).toBeCloseTo(0.5, 14);
  });

  test("lies around the diagonal, is the same upside down, and ends at 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 40 }), (size, points) => {
        const { positions, lower, upper, gamma } = ecdfBand(size, { points });
        expect(gamma).toBeGreaterThan(0);
        expect([lower.at(-1), upper.at(-1), positions.at(-1)]).toEqual([1, 1, 1]);
        for (let i = 0; i < points - 1; i++) {
          expect(Math.floor(size * positions[i]) / size).toBeGreaterThanOrEqual(lower[i]);
          expect(Math.ceil(size * positions[i]) / size).toBeLessThanOrEqual(upper[i]);
          expect(lower[i] + upper[points - 2 - i]).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is wider for more certainty", () => {
    const [narrow, wide] = [0.5, 0.99].map((probability) => ecdfBand(100, { probability, points: 20 }));
    expect(wide.upper[9] - wide.lower[9]).toBeGreaterThan(narrow.upper[9] - narrow.lower[9]);
  });

  test("refuses what has no band, all faults at once", () => {
    expect(() => ecdfBand(0.5, { points: 0, probability: 95 })).toThrow(
      "ecdfBand.size: must be a whole number ≥ 1, got 0.5. Give a count.\n" +
        "ecdfBand.points: must be a whole number ≥ 1, got 0. Give a count.\n" +
        "ecdfBand.probability: must lie in (0, 1), got 95. Give 0.95 for a band of 95 %.",
    );
  });
});

describe("chainRankBand", () => {
  test("holds all chains as often as it says: 2,000 other sets, within 4 standard errors", () => {
    // 0.0049 for these sets and 0.0031 for those of the band: one false alarm in 15,000 choices of seeds.
    const [chains, draws, points] = [4, 50, 10];
    const { lower, upper } = chainRankBand(chains, draws, { points });
    const stream = randomStream("other sets");
    let inside = 0;
    for (let k = 0; k < 2000; k++) {
      const keys = Array.from(
        { length: chains * draws },
        (_, i) => [drawUniform(stream), i % chains] as const,
      );
      keys.sort((a, b) => a[0] - b[0]);
      const counts = new Int32Array(chains);
      const stays = lower.every((low, i) => {
        const [from, to] = [i, i + 1].map((each) => Math.floor((each / points) * chains * draws));
        for (const [, chain] of keys.slice(from, to)) counts[chain] += 1;
        return counts.every((count) => count >= draws * low && count <= draws * upper[i]);
      });
      if (stays) inside += 1;
    }
    expect(Math.abs(inside / 2000 - 0.95)).toBeLessThan(4 * Math.hypot(0.0049, 0.0031));
  });

  test("is the same every time, and wider than that of one chain at the same level", () => {
    const band = chainRankBand(3, 40, { points: 8 });
    expect(chainRankBand(3, 40, { points: 8 })).toEqual(band);
    expect(band.gamma).toBeLessThan(ecdfBand(40, { points: 8 }).gamma);
  });

  test("refuses one chain", () => {
    expect(() => chainRankBand(1, 40)).toThrow(
      "chainRankBand.chains: must be a whole number ≥ 2, got 1. Compare chains.",
    );
  });
});

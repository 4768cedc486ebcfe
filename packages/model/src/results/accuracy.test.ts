import { drawNormal, randomStream } from "@mmm/numerics";
import { describe, expect, it } from "vitest";
import { accuracyOf, scoreObservation } from "./accuracy.js";
import { panelAccuracy, scorePanel } from "./panel-accuracy.js";

describe("accuracyOf", () => {
  it("measures errors of the expectation as defined", () => {
    // Residuals 1, −2, 0, 4 around observations 10, 20, 0, 40.
    const flat = new Float64Array(4);
    const scored = [
      [10, 9],
      [20, 22],
      [0, 0],
      [40, 36],
    ].map(([observed, expected]) => scoreObservation(observed!, expected!, flat, 0.9));
    const { r2, mape, wmape, rmse, nrmse, observations } = accuracyOf(scored, 0.9);
    expect(observations).toBe(4);
    expect(r2).toBeCloseTo(1 - 21 / (7.5 ** 2 + 2.5 ** 2 + 17.5 ** 2 + 22.5 ** 2), 12);
    expect(mape).toBeCloseTo((0.1 + 0.1 + 0.1) / 3, 12);
    expect(wmape).toBeCloseTo(7 / 70, 12);
    expect(rmse).toBeCloseTo(Math.sqrt(21 / 4), 12);
    expect(nrmse).toBeCloseTo(Math.sqrt(21 / 4) / 40, 12);
  });

  it("gives the CRPS of a normal prediction in closed form", () => {
    const stream = randomStream(4);
    const predicted = Float64Array.from({ length: 200_000 }, () => 3 + 2 * drawNormal(stream));
    // σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π) at z = 1, σ = 2; 200,000 draws know it to about 0.004.
    const exact = 2 * (0.6826894921370859 + 2 * 0.24197072451914337 - 1 / Math.sqrt(Math.PI));
    expect(Math.abs(scoreObservation(5, 3, predicted, 0.9).crps - exact)).toBeLessThan(0.02);
  });

  it("gives the CRPS of one certain number as the distance, and counts intervals by their ends", () => {
    expect(scoreObservation(5, 3, Float64Array.of(3, 3, 3), 0.9).crps).toBe(2);
    const even = Float64Array.from({ length: 101 }, (_, i) => i);
    const scored = [50, 24, 11, 7, 4, -1].map((observed) => scoreObservation(observed, 50, even, 0.9));
    const { coverage, coverages } = accuracyOf(scored, 0.9);
    expect(coverage).toBeCloseTo(4 / 6, 12);
    expect(coverages.map(({ coverage: share }) => Math.round(6 * share))).toEqual([1, 3, 4, 5]);
  });
});

describe("panelAccuracy", () => {
  it("adds up the cells that count, draw by draw", () => {
    // Two cells of two periods whose errors cancel in the sum; the last value of the second cell does not count.
    const panel = {
      cells: ["a", "b"],
      observed: Float64Array.of(10, 20, 30, 40),
      expected: Float64Array.of(11, 19, 29, 90),
      predicted: [
        [11, 10],
        [19, 20],
        [29, 30],
        [90, 91],
      ].map((own) => Float64Array.from(own)),
      interval: 0.9,
    };
    const { total, cells, observations, rmse } = panelAccuracy(
      panel,
      scorePanel(panel),
      Uint8Array.of(1, 1, 1, 0),
    );
    expect(observations).toBe(3);
    expect(rmse).toBe(1);
    expect(total.observations).toBe(2);
    // Period 1: 40 beside 40; period 2: 20 beside 19.
    expect(total.rmse).toBeCloseTo(Math.sqrt(1 / 2), 12);
    expect(cells.map(({ cell, observations: count }) => [cell, count])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });
});

import { drawNormal, drawUniform, randomStream } from "@mmm/numerics";
import { describe, expect, test } from "vitest";
import { autoregressiveChains } from "../chains/any-chains.contract.js";
import { makeChains, mapDraws } from "../chains/chains.js";
import { checkChainRanks } from "./check-chain-ranks.js";
import { checkRanks, sbcRank, spreadDraws } from "./check-ranks.js";

/**
 * Ranks of 400 simulations of a normal mean with standard normal prior and 3 data of unit variance, whose posterior is
 * normal with mean 3ȳ/4 and variance 1/4, changed by `bend`.
 */
function ranksOf(bend: (draw: number, centre: number) => number, largest = 99): number[] {
  const stream = randomStream("sbc");
  return Array.from({ length: 400 }, () => {
    const truth = drawNormal(stream);
    const data = [1, 2, 3].map(() => truth + drawNormal(stream));
    const centre = data.reduce((sum, y) => sum + y, 0) / 4;
    const draws = Array.from({ length: largest }, () => bend(centre + drawNormal(stream) / 2, centre));
    return sbcRank(draws, truth, stream);
  });
}

describe("simulation-based calibration", () => {
  test("passes the right posterior inside the band of 99 %", () => {
    const check = checkRanks(
      ranksOf((draw) => draw),
      99,
      { probability: 0.99 },
    );
    expect(check.inside).toBe(true);
    expect(check.advice).toBe("");
  });

  test.for([
    ["too narrow", (draw: number, centre: number) => centre + 0.7 * (draw - centre)],
    ["too wide", (draw: number, centre: number) => centre + 1.4 * (draw - centre)],
    ["too high", (draw: number) => draw + 0.15],
    ["too low", (draw: number) => draw - 0.15],
  ] as const)("finds a posterior that is %s, at 99 %, and says so", ([what, bend]) => {
    const check = checkRanks(ranksOf(bend), 99, { probability: 0.99 });
    expect(check.inside).toBe(false);
    expect(check.advice).toContain(what);
  });

  test("finds a posterior of another shape", () => {
    const lopsided = (draw: number, centre: number): number =>
      draw < centre ? draw : centre + 2 * (draw - centre);
    expect(checkRanks(ranksOf(lopsided), 99, { probability: 0.99 }).inside).toBe(false);
  });

  test("false alarms come as often as they should: at most 11 of 100 at 95 %", () => {
    // 5 expected; more than 11 has probability 0.004 with coverage exact.
    const stream = randomStream("false alarms");
    const alarms = Array.from({ length: 100 }, () => {
      const ranks = Array.from({ length: 60 }, () => Math.floor(20 * drawUniform(stream)));
      return !checkRanks(ranks, 19).inside;
    });
    expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(11);
  });

  test("positions are whole numbers of ranks, where the expected share is exact", () => {
    const even = checkRanks(
      Array.from({ length: 60 }, (_, i) => i % 6),
      5,
    );
    expect(even.positions).toHaveLength(6);
    even.ecdf.forEach((share, i) => expect(share).toBeCloseTo(even.positions[i], 12));
  });

  test("refuses ranks that are none", () => {
    expect(() => checkRanks([1, 2, 100], 99)).toThrow(
      "checkRanks: ranks must be whole numbers from 0 to 99, got 100. Give what sbcRank gave.",
    );
    expect(() => checkRanks([], 99)).toThrow("checkRanks.size: must be a whole number ≥ 1, got 0.");
  });
});

describe("sbcRank", () => {
  test("counts the draws below, and spreads ties evenly", () => {
    const stream = randomStream(1);
    expect(sbcRank([5, 1, 3], 4, stream)).toBe(2);
    const ranks = Array.from({ length: 400 }, () => sbcRank([0, 1, 1, 2], 1, stream));
    // 1, 2 and 3 equally often: 133 each, standard deviation 9.4.
    for (const rank of [1, 2, 3]) {
      expect(Math.abs(ranks.filter((each) => each === rank).length - 133)).toBeLessThan(40);
    }
    expect(sbcRank([Infinity], Infinity, stream)).toBeLessThanOrEqual(1);
  });

  test("refuses what cannot be compared", () => {
    expect(() => sbcRank([1, NaN], 0, randomStream(1))).toThrow(
      "sbcRank: draws and truth must be comparable numbers, got NaN and 0. Leave this simulation out and count it.",
    );
  });
});

test("spread draws are evenly taken from all chains", () => {
  const x = makeChains([
    Array.from({ length: 50 }, (_, i) => i),
    Array.from({ length: 50 }, (_, i) => 50 + i),
  ]);
  expect([...spreadDraws(x, 5)]).toEqual([19, 39, 59, 79, 99]);
  expect(() => spreadDraws(x, 101)).toThrow(
    "spreadDraws: count must be a whole number from 1 to the 100 draws, got 101. Sample more, or ask for fewer.",
  );
});

describe("checkChainRanks", () => {
  test("passes chains of one distribution and names the one that lies elsewhere", () => {
    const x = autoregressiveChains(1, { chains: 4, draws: 100 });
    expect(checkChainRanks(x, { probability: 0.99, points: 20 }).inside).toBe(true);
    const values = x.values.map((value, i) => (i >= 200 && i < 300 ? value + 1 : value));
    const shifted = checkChainRanks({ ...x, values }, { probability: 0.99, points: 20 });
    expect(shifted.outside).toContain(3);
    expect(shifted.ecdf[2][9]).toBeLessThan(0.4);
  });

  test("sees a chain of another spread", () => {
    const x = autoregressiveChains(2, { chains: 4, draws: 200 });
    const values = x.values.map((value, i) => (i < 200 ? 3 * value : value));
    expect(checkChainRanks({ ...x, values }, { points: 20 }).outside).toContain(1);
  });

  test("does not change under an increasing transformation", () => {
    const x = autoregressiveChains(3, { chains: 2, draws: 50 });
    const once = checkChainRanks(x, { points: 10 });
    expect(checkChainRanks(mapDraws(x, Math.exp), { points: 10 }).ecdf).toEqual(once.ecdf);
  });

  test("refuses NaN", () => {
    expect(() => checkChainRanks(makeChains([[1], [NaN]]))).toThrow(
      "checkChainRanks: draws must have ranks, got NaN.",
    );
  });
});

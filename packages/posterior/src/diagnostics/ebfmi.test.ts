import { expect, test } from "vitest";
import { makeChains } from "../chains/chains.js";
import { autoregressiveChains } from "../chains/any-chains.contract.js";
import { ebfmi } from "./ebfmi.js";

test("each chain has its own, in order", () => {
  const backAndForth = [1, 2, 1, 2]; // steps 1 + 1 + 1, spread 4 · 0.25
  expect([...ebfmi(makeChains([[1, 2, 3, 4], backAndForth]))]).toEqual([0.6, 3]);
});

test("independent energies give about 2, an autoregression 2(1 − ρ)", () => {
  // 10,000 draws: standard error about 0.03 and 0.01.
  const at = (rho: number) => ebfmi(autoregressiveChains(1, { chains: 1, draws: 10_000, rho }))[0];
  expect(at(0)).toBeGreaterThan(1.88);
  expect(at(0)).toBeLessThan(2.12);
  expect(Math.abs(at(0.9) - 0.2)).toBeLessThan(0.04);
});

test("a chain of constant or missing energies has none, the others keep theirs", () => {
  const got = ebfmi(
    makeChains([
      [0.1, 0.1, 0.1],
      [1, NaN, 2],
      [1, 2, 3],
    ]),
  );
  expect([...got]).toEqual([NaN, NaN, 1]);
});

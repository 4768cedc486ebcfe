import { drawNormal, randomStream } from "@mmm/numerics";
import { expect, test } from "vitest";
import { makeChains } from "../chains/chains.js";
import { essBulk, essTail } from "../diagnostics/ess.js";
import { rhat } from "../diagnostics/rhat.js";
import type { ChainPositions } from "./chain-positions.js";
import { runningConvergence } from "./running-convergence.js";

/** 12 parameters; one drifts apart between chains, one moves slowly, the others are independent draws. */
function chain(k: number, draws: number, [apart, slow] = [3, 7]): ChainPositions {
  const stream = randomStream("running", k);
  const dimension = 12;
  const positions = new Float64Array(draws * dimension);
  let walk = drawNormal(stream);
  for (let n = 0; n < draws; n++) {
    walk = 0.97 * walk + Math.sqrt(1 - 0.97 ** 2) * drawNormal(stream);
    for (let i = 0; i < dimension; i++) positions[n * dimension + i] = drawNormal(stream);
    positions[n * dimension + apart] += 0.5 * k;
    positions[n * dimension + slow] = walk;
  }
  return { dimension, draws, positions };
}

const parameterOf = (chains: readonly ChainPositions[], draws: number, parameter: number) =>
  makeChains(
    chains.map(({ positions, dimension }) =>
      Float64Array.from({ length: draws }, (_, n) => positions[n * dimension + parameter]),
    ),
  );

test("the worst parameters are found, with the figures of rhat and ess", () => {
  const chains = [0, 1, 2, 3].map((k) => chain(k, 400));
  const found = runningConvergence(chains)!;
  expect([found.rhatOf, found.essOf, found.draws]).toEqual([3, 3, 400]);
  expect(found.rhat).toBe(rhat(parameterOf(chains, 400, 3)));
  expect(found.ess).toBe(essBulk(parameterOf(chains, 400, 3)));
});

test("a parameter that moves slowly has the smallest effective sample size where chains agree", () => {
  const chains = [0, 0, 0, 0].map((k, c) => ({
    ...chain(k, 400),
    positions: chain(c, 400, [0, 7]).positions,
  }));
  const slow = parameterOf(chains, 400, 7);
  const apart = parameterOf(chains, 400, 0);
  const found = runningConvergence(chains)!;
  expect(found.rhatOf).toBe(0);
  expect(found.ess).toBe(Math.min(...[slow, apart].flatMap((x) => [essBulk(x), essTail(x)])));
});

test("chains that have just begun are left out, longer ones are cut to the shortest", () => {
  const chains = [chain(0, 400), chain(1, 300), chain(2, 30), chain(3, 0)];
  const found = runningConvergence(chains)!;
  expect(found.draws).toBe(300);
  expect(found.rhat).toBe(rhat(parameterOf(chains.slice(0, 2), 300, found.rhatOf)));
});

test("nothing is said of too few draws, and of draws that have no diagnosis", () => {
  expect(runningConvergence([])).toBeUndefined();
  expect(runningConvergence([chain(0, 19)])).toBeUndefined();
  const still = { dimension: 2, draws: 40, positions: new Float64Array(80).fill(1) };
  expect(runningConvergence([still, still])).toBeUndefined();
});

import { expect, it } from "vitest";
import type { World } from "../world.js";
import { progressLine } from "./progress-line.js";

function watch(): { readonly lines: string[]; readonly at: (ms: number) => void; readonly world: World } {
  const lines: string[] = [];
  let time = 0;
  const world = { show: (line: string) => lines.push(line), now: () => time } as Partial<World> as World;
  return { lines, at: (ms) => void (time = ms), world };
}

const chain = {
  chain: 1,
  phase: "warm-up",
  done: 0,
  total: 100,
  stepSize: 0.1,
  leapfrogs: 0,
  divergences: 0,
} as const;

it("the line adds up all chains, those that wait for a core included", () => {
  const { lines, at, world } = watch();
  const report = progressLine(world, 4);
  at(1000);
  report({ ...chain, done: 100, phase: "sampling", leapfrogs: 2500, divergences: 1 });
  at(2000);
  report({ ...chain, chain: 2, done: 99, leapfrogs: 2500, divergences: 9 });
  expect(lines).toEqual([
    "█████░░░░░░░░░░░░░░░ 25 %, 3 s left, 1 chain done, 1 divergence, step 0.10, 2,500 gradients",
    "██████████░░░░░░░░░░ 50 %, 3 s left, 1 chain warming up, 1 chain done, 1 divergence, step 0.10, 5,000 gradients",
  ]);
});

it("the time left is told once it is more than a guess", () => {
  const { lines, at, world } = watch();
  const report = progressLine(world, 1);
  at(50);
  report({ ...chain, done: 1, leapfrogs: 128 });
  expect(lines).toEqual([
    "░░░░░░░░░░░░░░░░░░░░ 1 %, 1 chain warming up, 0 divergences, step 0.10, 128 gradients",
  ]);
});

it("the line changes ten times a second at most", () => {
  const { lines, at, world } = watch();
  const report = progressLine(world, 1);
  for (let ms = 0; ms < 1000; ms += 10) {
    at(ms);
    report(chain);
  }
  expect(lines.length).toBe(10);
});

it("the line shows how well the chains agree, once it is known, and how their steps differ", () => {
  const { lines, at, world } = watch();
  const report = progressLine(world, 2);
  const convergence = { draws: 40, rhat: 1.0123, rhatOf: 0, ess: 1234.5, essOf: 1 };
  at(1000);
  report({ ...chain, done: 60, phase: "sampling", convergence });
  at(2000);
  report({ ...chain, chain: 2, done: 40, phase: "sampling", stepSize: 0.236 });
  expect(lines.at(-1)).toBe(
    "██████████░░░░░░░░░░ 50 %, 2 s left, 2 chains sampling, R-hat 1.012, ESS 1,234, 0 divergences, step 0.10–0.24, 0 gradients",
  );
});

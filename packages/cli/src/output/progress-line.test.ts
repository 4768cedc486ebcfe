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
  report({ ...chain, chain: 2, done: 100, leapfrogs: 2500, divergences: 9 });
  expect(lines).toEqual([
    "█████░░░░░░░░░░░░░░░ 25 %, sampling, 2,500 gradients, 1 divergence, 3 s left",
    "██████████░░░░░░░░░░ 50 %, warming up, 5,000 gradients, 1 divergence, 2 s left",
  ]);
});

it("the time left is told once it is more than a guess", () => {
  const { lines, at, world } = watch();
  const report = progressLine(world, 1);
  at(50);
  report({ ...chain, done: 1, leapfrogs: 128 });
  expect(lines).toEqual(["░░░░░░░░░░░░░░░░░░░░ 1 %, warming up, 128 gradients, 0 divergences"]);
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

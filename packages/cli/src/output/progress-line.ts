/** The progress of all chains in one line. */

import type { FitOptions } from "@mmm/model";
import type { World } from "../world.js";
import { formatCount } from "./format-number.js";

type Progress = Parameters<NonNullable<FitOptions["onProgress"]>>[0];

/** How often the line changes: as often as an eye can follow. */
const everyMs = 100;

/** Below this share done, the time left is a guess that helps nobody. */
const leastShareForTime = 0.02;

/** Returns what `fit` calls; the line shows share done, phase, work, divergences and time left. */
export function progressLine(world: World, chains: number): (progress: Progress) => void {
  const started = world.now();
  const latest = new Map<number, Progress>();
  let shownAt = -Infinity;
  return (progress) => {
    latest.set(progress.chain, progress);
    const now = world.now();
    if (now - shownAt < everyMs) return;
    shownAt = now;
    world.show(describe([...latest.values()], chains, now - started));
  };
}

function describe(chains: readonly Progress[], chainCount: number, elapsedMs: number): string {
  const sum = (of: (chain: Progress) => number): number =>
    chains.reduce((total, chain) => total + of(chain), 0);
  const share = sum(({ done }) => done) / (chainCount * (chains[0]?.total ?? 1));
  const divergences = sum(({ phase, divergences: own }) => (phase === "sampling" ? own : 0));
  const left = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  return [
    `${"█".repeat(Math.round(share * 20)).padEnd(20, "░")} ${Math.round(share * 100)} %`,
    chains.some(({ phase }) => phase === "warm-up") ? "warming up" : "sampling",
    `${formatCount(sum(({ leapfrogs }) => leapfrogs))} gradients`,
    `${divergences} divergence${divergences === 1 ? "" : "s"}`,
    ...(share > leastShareForTime ? [`${left} s left`] : []),
  ].join(", ");
}

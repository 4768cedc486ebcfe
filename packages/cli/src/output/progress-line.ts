/** The progress of all chains in one line. */

import type { FitOptions } from "@mmm/model";
import type { World } from "../world.js";

type Progress = Parameters<NonNullable<FitOptions["onProgress"]>>[0];

/** How often the line changes: as often as an eye can follow. */
const everyMs = 100;

/** Returns what `fit` calls; the line shows share done, phase, step sizes, divergences and time left. */
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
  const total = chainCount * (chains[0]?.total ?? 1);
  const done = chains.reduce((count, chain) => count + chain.done, 0);
  const share = done / total;
  const leapfrogs = chains.reduce((count, chain) => count + chain.leapfrogs, 0);
  const divergences = chains.reduce(
    (count, chain) => count + (chain.phase === "sampling" ? chain.divergences : 0),
    0,
  );
  const warming = chains.some(({ phase }) => phase === "warm-up");
  const left = share > 0.02 ? `, ${Math.ceil((elapsedMs * (1 - share)) / share / 1000)} s left` : "";
  const bar = "█".repeat(Math.round(share * 20)).padEnd(20, "░");
  return `${bar} ${Math.round(share * 100)} % ${warming ? "warming up" : "sampling"}, ${leapfrogs} gradients, ${divergences} divergences${left}`;
}

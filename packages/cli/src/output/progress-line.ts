/** The progress of all chains in one line. */

import type { FitOptions } from "@mmm/model";
import type { World } from "../world.js";
import { formatCount } from "./format-number.js";

type Progress = Parameters<NonNullable<FitOptions["onProgress"]>>[0];

/** How often the line changes: as often as an eye can follow. */
const everyMs = 100;

const barLength = 20;

/** Below this share done, the time left is a guess that helps nobody. */
const leastShareForTime = 0.02;

/** Returns what `fit` calls; the line shows share done, time left, what the chains do, and how well they agree. */
export function progressLine(world: World, chains: number): (progress: Progress) => void {
  const started = world.now();
  const latest = new Map<number, Progress>();
  let convergence: Progress["convergence"];
  let shownAt = -Infinity;
  return (progress) => {
    latest.set(progress.chain, progress);
    convergence = progress.convergence ?? convergence;
    const now = world.now();
    if (now - shownAt < everyMs) return;
    shownAt = now;
    world.show(describe([...latest.values()], chains, now - started, convergence));
  };
}

/** What matters most comes first: a narrow terminal cuts the end off. */
function describe(
  chains: readonly Progress[],
  chainCount: number,
  elapsedMs: number,
  convergence: Progress["convergence"],
): string {
  const sum = (of: (chain: Progress) => number): number =>
    chains.reduce((total, chain) => total + of(chain), 0);
  const share = sum(({ done }) => done) / (chainCount * (chains[0]?.total ?? 1));
  const divergences = sum(({ phase, divergences: own }) => (phase === "sampling" ? own : 0));
  const left = Math.ceil((elapsedMs * (1 - share)) / share / 1000);
  return [
    `${"█".repeat(Math.round(share * barLength)).padEnd(barLength, "░")} ${Math.round(share * 100)} %`,
    ...(share > leastShareForTime ? [`${left} s left`] : []),
    ...phases(chains),
    ...(convergence === undefined
      ? []
      : [`R-hat ${convergence.rhat.toFixed(3)}`, `ESS ${formatCount(Math.floor(convergence.ess))}`]),
    `${divergences} divergence${divergences === 1 ? "" : "s"}`,
    ...stepSizes(chains),
    `${formatCount(sum(({ leapfrogs }) => leapfrogs))} gradients`,
  ].join(", ");
}

/** How many chains are at what; those that wait for a core are at nothing. */
function phases(chains: readonly Progress[]): readonly string[] {
  const count = (of: (chain: Progress) => boolean, what: string): readonly string[] => {
    const found = chains.filter(of).length;
    return found === 0 ? [] : [`${found} chain${found === 1 ? "" : "s"} ${what}`];
  };
  return [
    ...count(({ phase }) => phase === "warm-up", "warming up"),
    ...count(({ phase, done, total }) => phase === "sampling" && done < total, "sampling"),
    ...count(({ done, total }) => done === total, "done"),
  ];
}

/** The shortest and the longest: chains that learned very different steps have found different places. */
function stepSizes(chains: readonly Progress[]): readonly string[] {
  const known = chains.map(({ stepSize }) => stepSize).filter((stepSize) => !Number.isNaN(stepSize));
  if (known.length === 0) return [];
  const ends = [Math.min(...known), Math.max(...known)].map((stepSize) => stepSize.toPrecision(2));
  return [`step ${[...new Set(ends)].join("–")}`];
}

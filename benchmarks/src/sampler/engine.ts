/** What is measured: our sampler in several settings, and others where they are installed. */

import type { LogDensity, SampleOptions } from "@mmm/sampler";
import { hasPeer, runPeer } from "./peers/run-peer.js";
import { type Draws, sampleHere } from "./sample-here.js";

/** One row per engine and metric. */
export interface Engine {
  readonly engine: string;
  readonly metric: string;
  readonly run: (density: LogDensity, draws: number, seed: number) => Promise<Draws>;
  /** A module of Python without which it cannot run. */
  readonly needs?: string;
}

function ours(engine: string, metric: string, options: Partial<SampleOptions>): Engine {
  return { engine, metric, run: (density, draws, seed) => sampleHere(density, { seed, draws, ...options }) };
}

function peer(engine: string, metric: string, program: string, warmup: number, needs: string): Engine {
  return {
    ...{ engine, metric, needs },
    run: (density, draws, seed) => runPeer(program, density, { seed, warmup, draws, chains: 4 }),
  };
}

/**
 * The first is Stan's algorithm on this kernel: its windows, its regularised variances, its random starts, its 1,000 draws of
 * warm-up. It stands for Stan where Stan itself is not installed; gradients are then the same currency. Peers have the warm-up that
 * they have by default (NumPyro has none; it gets Stan's).
 */
export const engines: readonly Engine[] = [
  ours("Stan's warm-up on @mmm/sampler", "variance", {
    ...{ metric: "variance", warmupSchedule: "stan", warmup: 1000, initial: "random" },
  }),
  ours("@mmm/sampler", "diagonal", { metric: "diagonal" }),
  ours("@mmm/sampler", "auto", { metric: "auto" }),
  ours("@mmm/sampler, adaptive", "diagonal", { metric: "diagonal", integrator: "adaptive" }),
  peer("nutpie", "diagonal", "nutpie", 400, "nutpie"),
  peer("nutpie", "low-rank", "nutpie-low-rank", 800, "nutpie"),
  peer("NumPyro", "variance", "numpyro", 1000, "numpyro"),
];

/** Those that can run here; one line of `tell` for each module that is not there. */
export function engineList(wanted: readonly Engine[], tell: (line: string) => void): readonly Engine[] {
  const modules = [...new Set(wanted.flatMap(({ needs }) => needs ?? []))];
  const missing = modules.filter((module) => !hasPeer(module));
  for (const module of missing) {
    tell(`${module}: not installed, left out (MMM_PEERS_PYTHON names a Python that has it)`);
  }
  return wanted.filter(({ needs }) => needs === undefined || !missing.includes(needs));
}

/** One fit of a real input by the command that a user types, with what its verdict found. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { RealInput } from "./real-inputs.js";

/** A number with its 90 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What `mmm fit --json` prints, as far as it is read here. */
interface FitJson {
  readonly trustworthy: boolean;
  readonly gradients: number;
  readonly verdict: {
    readonly checks: readonly { readonly name: string; readonly value: number; readonly passed: boolean }[];
  };
  readonly roi?: readonly {
    readonly channel: string;
    readonly roi: Interval;
    readonly incremental: Interval;
  }[];
}

/** A timed fit. */
export interface TimedFit {
  /** From the command to the table, the start of Node included. */
  readonly seconds: number;
  readonly gradients: number;
  readonly trustworthy: boolean;
  readonly rhat: number;
  readonly minEss: number;
  readonly divergences: number;
  readonly roi: NonNullable<FitJson["roi"]>;
}

/** Fits an input; the saved fit goes to `folder`. */
export function fitInput({ csv, configuration, draws = 1000 }: RealInput, folder: string): TimedFit {
  const output = join(folder, "fit.json");
  const words = ["fit", csv, "--config", configuration, "--output", output, "--json"];
  words.push("--draws", String(draws));
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["packages/cli/bin/mmm.js", ...words], {
    ...{ encoding: "utf8", maxBuffer: 1e9 },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 && status !== 1)
    throw new Error(`mmm ${words.join(" ")}: must end with 0 or 1, got ${status}. It said: ${stderr}`);
  const { trustworthy, gradients, verdict, roi = [] } = JSON.parse(stdout) as FitJson;
  const value = (name: string): number => verdict.checks.find((check) => check.name === name)!.value;
  return {
    ...{ seconds, gradients, trustworthy, roi },
    ...{ rhat: value("rhat"), minEss: Math.min(value("essBulk"), value("essTail")) },
    divergences: value("divergences"),
  };
}

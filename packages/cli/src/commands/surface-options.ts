/** The options that say which window and which draws decisions are made by, shared by every command that decides. */

import { type Fit, isTrustworthy, responseSurface, type ResponseSurface } from "@mmm/model";
import type { Command } from "commander";
import { openFit } from "../files/open-fit.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { describeFit, summarizeFit } from "../output/fit-summary.js";
import { formatJson } from "../output/format-json.js";
import type { World } from "../world.js";
import { probabilityValue, wholeNumberValue } from "./values.js";

/** As commander gives them. */
export interface SurfaceOptions {
  readonly periods?: number;
  readonly draws: number;
  readonly interval: number;
  readonly evenIfUntrustworthy?: boolean;
  readonly json?: boolean;
}

const most = 1_000_000;

export function withSurfaceOptions(command: Command): Command {
  return command
    .argument("<fit>", "a file that `mmm fit` wrote")
    .option("--periods <n>", "the last periods stand for today (default: a year)", wholeNumberValue(1, most))
    .option("--draws <n>", "posterior draws that are asked", wholeNumberValue(1, most), 1000)
    .option("--interval <p>", "probability of the intervals", probabilityValue(0.9), 0.9)
    .option("--even-if-untrustworthy", "decide although the verdict failed")
    .option("--json", "print as JSON, with every digit and every period");
}

/** The surface of a saved fit; undefined, with the verdict told, where its draws may not be used. */
export function openSurface(
  world: World,
  report: Report,
  path: string,
  options: SurfaceOptions,
  costs: "period" | "window" = "period",
): ResponseSurface | undefined {
  const fit = openFit(world, path);
  const { evenIfUntrustworthy = false, draws, periods } = options;
  if (!isTrustworthy(fit)) {
    report(exitCodes.verdictFailed);
    if (!evenIfUntrustworthy) return refuse(world, fit, options);
    world.tell("The verdict FAILED: these numbers may be wrong.");
  }
  const window = periods === undefined ? {} : { periods };
  return responseSurface(fit, { draws, costs, evenIfUntrustworthy, ...window });
}

function refuse(world: World, fit: Fit, { json, interval }: SurfaceOptions): undefined {
  const summary = summarizeFit(fit, { interval });
  if (json) world.print(formatJson(summary));
  world.tell(describeFit(summary));
}

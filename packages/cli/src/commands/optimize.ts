/** `mmm optimize`: where the money should go, by a saved fit. */

import { type Allocation, type Infeasible, optimizeBudget, parseBudgetProblem } from "@mmm/optimizer";
import { Command } from "commander";
import { readDecision } from "../decisions/read-decision.js";
import { describeAllocation } from "../decisions/describe-allocation.js";
import { planRows } from "../decisions/plan-rows.js";
import { checkOutputFile, writeOutputFile } from "../files/output-file.js";
import { examples } from "../output/examples.js";
import { exitCodes, type Report } from "../output/exit-codes.js";
import { formatJson } from "../output/format-json.js";
import { throwIfErrors } from "@mmm/data";
import type { World } from "../world.js";
import { openSurface, type SurfaceOptions, withSurfaceOptions } from "./surface-options.js";
import { nameValue } from "./values.js";

interface Options extends SurfaceOptions {
  readonly problem?: string;
  readonly method: "global" | "gradient" | "greedy";
  readonly output?: string;
}

const help = `
A problem is YAML; every part may be left out:

  budget: 500000            # or today, { change: 0.1 }, { targetRoi: 2 },
                            # { targetMarginalRoi: 1 }, { targetOutcome: 1e6 }
  objective: mean           # or { kind: cvar, level: 0.2 }, beat-today, …
  flighting: today          # or even, optimized, { tv: [1, 0, 1, 0] }
  limits:
    - { channel: tv, shareAtLeast: 0.3 }
    - { channel: [search, social], shareAtMost: 0.5 }
    - { each: channel, change: { down: 0.2, up: 0.2 } }
    - { channel: radio, frozen: true }
    - { channel: print, minimumWhenOn: 20000 }
`;

export function optimizeCommand(world: World, report: Report): Command {
  return withSurfaceOptions(new Command("optimize").description("find the best budget by a saved fit"))
    .option("-p, --problem <file>", "budget, objective and limits (default: move today's money)")
    .option("--method <name>", "how it is solved", nameValue(["global", "gradient", "greedy"]), "global")
    .option("-o, --output <file>", "where the plan is saved as CSV")
    .addHelpText(
      "after",
      `${help}\n${examples(
        "mmm optimize fit.json",
        "mmm optimize fit.json --problem budget.yaml --output plan.csv",
      )}`,
    )
    .action((path: string, options: Options) => optimize(world, report, path, options));
}

function optimize(world: World, report: Report, path: string, options: Options): void {
  const { problem: file, output, method, interval, json = false } = options;
  if (output !== undefined) throwIfErrors(checkOutputFile(world, output, [path, file]));
  const { value, source } = readDecision(world, file, "problem");
  const problem = parseBudgetProblem(value, source);
  // What money buys in one week must not lure a plan there that is free to move between weeks.
  const costs = problem.flighting.kind === "optimized" ? "window" : "period";
  const surface = openSurface(world, report, path, options, costs);
  if (surface === undefined) return;
  const found = optimizeBudget(surface, problem, { method, interval });
  tell(world, report, found, json);
  if (found.kind === "infeasible" || output === undefined) return;
  throwIfErrors(writeOutputFile(world, output, planRows(found.plan)));
  world.tell(`plan saved to ${output}`);
}

function tell(world: World, report: Report, found: Allocation | Infeasible, json: boolean): void {
  if (json) world.print(formatJson(found));
  if (found.kind === "infeasible") {
    report(exitCodes.wrongInput);
    world.tell(found.conflict.message);
  } else if (!json) world.print(describeAllocation(found));
}

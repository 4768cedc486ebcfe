/** The `mmm` command: arguments in, an exit code out. */

import { formatIssues, IssueError, type NoDrawsError } from "@mmm/model";
import type { SampleOptionsError } from "@mmm/sampler";
import { Command, CommanderError } from "commander";
import { checkCommand } from "./commands/check.js";
import { compareCommand } from "./commands/compare.js";
import { demoCommand } from "./commands/demo.js";
import { fitCommand } from "./commands/fit.js";
import { initCommand } from "./commands/init.js";
import { frontierCommand } from "./commands/frontier.js";
import { optimizeCommand } from "./commands/optimize.js";
import { planCommand } from "./commands/plan.js";
import { resultsCommand } from "./commands/results.js";
import { schemaCommand } from "./commands/schema.js";
import { simulateCommand } from "./commands/simulate.js";
import { summaryCommand } from "./commands/summary.js";
import { examples } from "./output/examples.js";
import { describeExitCodes, type ExitCode, exitCodes, type Report } from "./output/exit-codes.js";
import { formatJson } from "./output/format-json.js";
import { terminalWidth } from "./output/format-table.js";
import type { World } from "./world.js";

/**
 * Runs one command. Results go to `world.print`, everything else that a person reads to `world.tell`; with `--json`, what is
 * printed is one JSON value, `{ issues }` when the input was wrong.
 *
 * @param words  the arguments after `mmm`
 * @param world  files, streams, clock and cores
 * @returns      the exit code, see `exitCodes`
 * @example
 * const printed: string[] = [];
 * await main(["--version"], { ...nodeWorld(), version: "1.2.3", print: (text) => printed.push(text) }); // => 0
 * printed; // => ["1.2.3"]
 */
export async function main(words: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  try {
    await makeProgram(world, (reported) => (code = reported)).parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, world, words.includes("--json"));
  }
}

function makeProgram(world: World, report: Report): Command {
  const program = new Command("mmm")
    .description("Bayesian marketing mix models: from weekly spend and sales to ROI with honest intervals")
    .version(world.version, "-V, --version")
    .addHelpText(
      "after",
      `${examples(
        "mmm demo",
        "mmm simulate --preset small --directory market",
        "mmm init sales.csv",
        "mmm check market/market.csv --config market/mmm.yaml",
        "mmm fit market/market.csv --config market/mmm.yaml --output market/fit.json",
        "mmm results market/fit.json --show contributions",
        "mmm optimize market/fit.json",
      )}\n\n${describeExitCodes()}`,
    );
  const commands = [
    ...[demoCommand, simulateCommand, initCommand, checkCommand, fitCommand],
    ...[summaryCommand, resultsCommand, compareCommand, schemaCommand],
    ...[optimizeCommand, planCommand, frontierCommand],
  ];
  for (const make of commands) program.addCommand(make(world, report));
  for (const command of [program, ...program.commands]) {
    const path = command === program ? "mmm" : `mmm ${command.name()}`;
    command
      .showHelpAfterError(`(${path} --help says more)`)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => world.print(text.trimEnd()),
        writeErr: (text) => world.tell(text.trimEnd()),
        getOutHelpWidth: () => terminalWidth,
        getErrHelpWidth: () => terminalWidth,
      });
  }
  return program;
}

/** Wrong input and missing draws are told in words; anything else is our fault and shows where. */
function explain(error: unknown, world: World, json: boolean): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
  if (error instanceof IssueError) {
    if (json) world.print(formatJson({ issues: error.issues }));
    world.tell(formatIssues(error.issues));
    return exitCodes.wrongInput;
  }
  if (isSampleOptionsError(error)) {
    if (json) world.print(formatJson({ faults: error.faults }));
    world.tell(error.message);
    return exitCodes.wrongInput;
  }
  if (isNoDrawsError(error)) {
    const { message, outcome } = error;
    if (json) world.print(formatJson({ trustworthy: false, outcome, message }));
    world.tell(`${message} Nothing was saved.`);
    return outcome === "cancelled" ? exitCodes.interrupted : exitCodes.verdictFailed;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.tell(`mmm ${world.version} failed, and not because of your input. Please report this:\n${trace}`);
  return exitCodes.fault;
}

function isSampleOptionsError(error: unknown): error is SampleOptionsError {
  return error instanceof Error && error.name === "SampleOptionsError";
}

function isNoDrawsError(error: unknown): error is NoDrawsError {
  return error instanceof Error && error.name === "NoDrawsError";
}

/** The `mmm` command: arguments in, an exit code out. */

import { formatIssues, IssueError } from "@mmm/model";
import { Command, CommanderError } from "commander";
import { checkCommand } from "./commands/check.js";
import { demoCommand } from "./commands/demo.js";
import { fitCommand } from "./commands/fit.js";
import { resultsCommand } from "./commands/results.js";
import { simulateCommand } from "./commands/simulate.js";
import { type ExitCode, exitCodes } from "./output/exit-codes.js";
import type { World } from "./world.js";

/** What commands say when they are done. */
export type Report = (code: ExitCode) => void;

/**
 * Runs one command.
 *
 * @param words  the arguments after `mmm`
 * @param world  files, streams, clock and cores
 * @returns      the exit code
 */
export async function main(words: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const report: Report = (reported) => (code = reported);
  const program = makeProgram(world, report);
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, world);
  }
}

function makeProgram(world: World, report: Report): Command {
  const program = new Command("mmm")
    .description("Bayesian marketing mix models: from weekly spend and sales to ROI with honest intervals")
    .showHelpAfterError("(mmm --help lists the commands)");
  const commands = [demoCommand, simulateCommand, checkCommand, fitCommand, resultsCommand];
  for (const make of commands) program.addCommand(make(world, report));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => world.print(text.trimEnd()),
      writeErr: (text) => world.tell(text.trimEnd()),
    });
  }
  return program;
}

/** Wrong input and failed verdicts are told in words; anything else is our fault and shows where. */
function explain(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongInput;
  if (error instanceof IssueError) {
    world.tell(formatIssues(error.issues));
    return exitCodes.wrongInput;
  }
  if (error instanceof Error && error.name === "UntrustworthyFitError") {
    world.tell(error.message);
    return exitCodes.verdictFailed;
  }
  throw error;
}

/** The options that name columns and model, shared by every command that reads a CSV. */

import type { Command } from "commander";

export function withAnalysisOptions(command: Command): Command {
  return command
    .argument("<csv>", "weekly data, one row per period")
    .option("-c, --config <file>", "YAML or JSON with `columns` and `model`")
    .option("--time <column>", "column of dates")
    .option("--kpi <column>", "column of sales, revenue or orders")
    .option("--channels <columns>", "columns of spend, separated by commas")
    .option("--controls <columns>", "columns of controls, separated by commas");
}
